package io.github.memdump.gephi.process;

import io.github.memdump.live.MemoryWatch;
import io.github.memdump.live.watch.WatchBounds;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.prefs.Preferences;
import org.openide.util.NbBundle;

/** When a watch takes dumps, and where they go: the answers of its dialog. Immutable. */
final class WatchForm {
    private static final String GROWTH = "watchGrowth";
    private static final String WARM = "watchWarm";
    private static final String DUMPS = "watchDumps";
    private static final String DISK = "watchDisk";
    private static final int MEGABYTE = 20;

    private final String folder;
    private final String growth;
    private final int warmSeconds;
    private final int dumps;
    private final int diskMegabytes;

    WatchForm(String folder, String growth, int warmSeconds, int dumps, int diskMegabytes) {
        this.folder = folder.strip();
        this.growth = growth.strip();
        this.warmSeconds = warmSeconds;
        this.dumps = dumps;
        this.diskMegabytes = diskMegabytes;
    }

    /** Returns the answers of the last time, for another folder. */
    static WatchForm remembered(Preferences preferences, Path folder) {
        return new WatchForm(folder.toString(), preferences.get(GROWTH, "20%"), preferences.getInt(WARM, 30),
            preferences.getInt(DUMPS, 3), preferences.getInt(DISK, 4096));
    }

    /** Keeps the answers for the next time. */
    void remember(Preferences preferences) {
        preferences.put(GROWTH, growth);
        preferences.putInt(WARM, warmSeconds);
        preferences.putInt(DUMPS, dumps);
        preferences.putInt(DISK, diskMegabytes);
    }

    /** Returns what is wrong with it, nothing if nothing is. */
    Optional<String> problem() {
        try {
            if (folder.isEmpty()) {
                return Optional.of(text("WatchForm.noFolder"));
            }
            path();
            memory(0);
            return Optional.empty();
        } catch (InvalidPathException wrong) {
            return Optional.of(text("DumpForm.noName", folder));
        } catch (IllegalArgumentException wrong) {
            return Optional.of(text("WatchForm.growth", growth));
        }
    }

    /** Returns the folder, absolute. */
    Path path() {
        return Path.of(folder).toAbsolutePath().normalize();
    }

    /** Returns when a dump of a process is worth taking. */
    MemoryWatch memory(long pid) {
        return MemoryWatch.of(pid, growth, Duration.ofSeconds(warmSeconds), Optional.empty());
    }

    WatchBounds bounds() {
        return WatchBounds.of(dumps, Math.max(2, dumps), (long) diskMegabytes << MEGABYTE);
    }

    String growth() {
        return growth;
    }

    int warmSeconds() {
        return warmSeconds;
    }

    int dumps() {
        return dumps;
    }

    int diskMegabytes() {
        return diskMegabytes;
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(WatchForm.class, key, values);
    }
}
