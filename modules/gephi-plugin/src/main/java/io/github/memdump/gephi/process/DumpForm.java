package io.github.memdump.gephi.process;

import io.github.memdump.live.Approach;
import io.github.memdump.live.DumpOptions;
import io.github.memdump.live.Way;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.prefs.Preferences;
import org.openide.util.NbBundle;

/** How a dump is taken and where it goes: the answers of the dialog. For one thread. */
final class DumpForm {
    private static final String FOLDER = "processDumpFolder";
    private static final String GARBAGE = "processDumpGarbage";
    private static final String FULL = "processDumpFull";
    private static final String PLAIN = "processDumpPlain";
    private static final String DIRECT = "processDumpDirect";
    private static final String VIA = "processDumpVia";
    private static final String GZ = ".gz";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private String target = "";
    private String proposed = "";
    private boolean collectsGarbage;
    private boolean full;
    private boolean compresses;
    private boolean forks;
    private Optional<Way> via;
    private final String folder;

    /** Makes a form with the answers of the last time. */
    DumpForm(Preferences preferences) {
        folder = preferences.get(FOLDER, System.getProperty("user.home"));
        collectsGarbage = !preferences.getBoolean(GARBAGE, false);
        full = preferences.getBoolean(FULL, false);
        compresses = !preferences.getBoolean(PLAIN, false);
        forks = !preferences.getBoolean(DIRECT, false);
        String way = preferences.get(VIA, "");
        via = Arrays.stream(Way.values()).filter(known -> known.name().equals(way)).findFirst();
    }

    /** Keeps the answers for the next time. */
    void remember(Preferences preferences) {
        preferences.put(FOLDER, path().getParent().toString());
        preferences.putBoolean(GARBAGE, !collectsGarbage);
        preferences.putBoolean(FULL, full);
        preferences.putBoolean(PLAIN, !compresses);
        preferences.putBoolean(DIRECT, !forks);
        preferences.put(VIA, via.map(Way::name).orElse(""));
    }

    /** Proposes a file for a dump of a process at a time, unless the user has written one. */
    void propose(ProcessRow process, LocalDateTime now) {
        if (target.equals(proposed)) {
            Path last = target.isEmpty() ? Path.of(folder) : path().getParent();
            proposed = last.resolve(process.name() + "-" + process.pid() + "-" + TIME.format(now) + ".json"
                + (compresses ? GZ : "")).toString();
            target = proposed;
        }
    }

    /** Takes a file as the user writes it; its name says whether the dump is compressed. */
    void write(String file) {
        target = file.strip();
        if (!target.isEmpty()) {
            compresses = target.endsWith(GZ);
        }
    }

    void compress(boolean gzip) {
        boolean isProposed = target.equals(proposed);
        compresses = gzip;
        if (!gzip && target.endsWith(GZ)) {
            target = target.substring(0, target.length() - GZ.length());
        } else if (gzip && !target.isEmpty() && !target.endsWith(GZ)) {
            target += GZ;
        }
        proposed = isProposed ? target : proposed;
    }

    /** Returns the folder of the last time. */
    String folder() {
        return folder;
    }

    void collectGarbage(boolean first) {
        collectsGarbage = first;
    }

    void full(boolean all) {
        full = all;
    }

    /** Lets a copy of the process write, or the process itself, which stands still meanwhile. */
    void fork(boolean copy) {
        forks = copy;
    }

    /** Asks in one way alone, or in any. */
    void via(Optional<Way> way) {
        via = way;
    }

    boolean forks() {
        return forks;
    }

    Optional<Way> via() {
        return via;
    }

    /** Returns how the process is asked. */
    Approach approach() {
        return via.map(Approach.usual()::via).orElse(Approach.usual());
    }

    boolean collectsGarbage() {
        return collectsGarbage;
    }

    boolean isFull() {
        return full;
    }

    boolean compresses() {
        return compresses;
    }

    /** Returns the file as it was written. */
    String target() {
        return target;
    }

    /**
     * Returns the file, absolute.
     *
     * @throws InvalidPathException if what was written cannot be one; {@link #problem} says so
     */
    Path path() {
        return Path.of(target).toAbsolutePath().normalize();
    }

    /** Returns why no dump can go there, nothing if it can. */
    Optional<String> problem() {
        if (target.isEmpty()) {
            return text("DumpForm.noFile");
        }
        Path file;
        try {
            file = path();
        } catch (InvalidPathException wrong) {
            return text("DumpForm.noName", target);
        }
        Path parent = file.getParent();
        if (Files.isDirectory(file) || parent == null) {
            return text("DumpForm.directory", file);
        }
        if (!Files.isDirectory(parent)) {
            return text("DumpForm.noFolder", parent);
        }
        return Files.isWritable(parent) ? Optional.empty() : text("DumpForm.readOnly", parent);
    }

    /** Returns whether a file is there that would be replaced. */
    boolean replaces() {
        return Files.exists(path());
    }

    /** Returns the options for the engine, with the leave to replace a file or without. */
    DumpOptions options(boolean replacing) {
        DumpOptions options = DumpOptions.usual();
        options = collectsGarbage ? options : options.withGarbage();
        options = full ? options.full() : options;
        options = compresses ? options.compressed() : options;
        options = forks ? options : options.withoutFork();
        return replacing ? options.replacing() : options;
    }

    private static Optional<String> text(String key, Object... values) {
        return Optional.of(NbBundle.getMessage(DumpForm.class, key, values));
    }
}
