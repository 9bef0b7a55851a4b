package io.github.memdump.live.watch;

import io.github.memdump.live.Approach;
import io.github.memdump.live.DumpOptions;
import io.github.memdump.live.LiveHeap;
import io.github.memdump.live.MemoryWatch;
import io.github.memdump.live.RubyProcess;
import io.github.memdump.live.attach.LiveException;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * Watches a process and takes dumps of it as a {@link MemoryWatch} decides, until enough were taken, the process has
 * ended, or the next one would not fit on the disk. No dump is left half written, however it ends. For one thread.
 */
public final class ProcessWatch {
    private static final long MOMENT_MILLIS = 250;

    private final RubyProcess process;
    private final Path folder;
    private final MemoryWatch memory;
    private final WatchBounds bounds;
    private final LongFunction<String> amount;
    private final List<Path> files = new ArrayList<>();
    private int taken;
    private String ended = "";

    /**
     * Prepares a watch.
     *
     * @param folder where the dumps go; it is made, for this user alone, if it is not there
     * @param amount writes a number of bytes for people
     */
    public ProcessWatch(RubyProcess process, Path folder, MemoryWatch memory, WatchBounds bounds,
        LongFunction<String> amount) {
        this.process = process;
        this.folder = folder;
        this.memory = memory;
        this.bounds = bounds;
        this.amount = amount;
    }

    /** What happens meanwhile. */
    public interface Listener {
        /** A sentence of what is done now. */
        void says(String sentence);

        /** A dump is complete. */
        void taken(Path file, LiveHeap.Dump dump);
    }

    /**
     * Watches until it ends.
     *
     * @param task asked now and then whether to go on, and told how far a dump is
     * @throws LiveException      if the process cannot be dumped
     * @throws CancelledException if the task is cancelled; {@link #files} are there then
     */
    public void run(Approach approach, Listener listener, Task task) throws IOException {
        // Whoever waits for hours wants to know at once.
        LiveHeap.of(process).by(approach).ways();
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(
            PosixFilePermissions.fromString("rwx------")));
        listener.says("watching process " + process + ", which has " + amount.apply(process.memory().orElse(0)));
        while (ended.isEmpty()) {
            Optional<String> reason = memory.reason(System.nanoTime());
            if (reason.isPresent()) {
                ended = take(reason.get(), approach, listener, task);
            }
            if (ended.isEmpty() && taken >= bounds.most()) {
                ended = taken == 1 ? "it has taken 1 dump" : "it has taken " + taken + " dumps";
            } else if (ended.isEmpty() && !process.isAlive()) {
                ended = "process " + process.pid() + " has ended";
            } else if (ended.isEmpty()) {
                ended = pause();
            }
            task.done(0);
        }
    }

    private static String pause() {
        try {
            Thread.sleep(MOMENT_MILLIS);
            return "";
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "it was stopped";
        }
    }

    /** Returns why there is an end, empty to go on. */
    private String take(String reason, Approach approach, Listener listener, Task task) throws IOException {
        long used = 0;
        for (Path file : files) {
            used += Files.size(file);
        }
        long largest = files.isEmpty() ? process.memory().orElse(0) / 8 : Files.size(files.get(files.size() - 1));
        long room = Math.min(bounds.bytes() - used, Files.getFileStore(folder).getUsableSpace());
        if (largest * 5 / 4 > room) {
            return "a dump may take " + amount.apply(largest * 5 / 4) + ", and " + amount.apply(Math.max(0, room))
                + " are left: it was not begun";
        }
        listener.says(reason + ": taking dump " + (taken + 1));
        Path file = folder.resolve(process.pid() + "-" + (taken + 1) + ".json.gz");
        try {
            LiveHeap.Dump dump = LiveHeap.of(process).by(approach).dump(file,
                DumpOptions.usual().compressed().replacing(), task);
            taken++;
            files.add(file);
            memory.taken(System.nanoTime());
            listener.taken(file, dump);
        } catch (LiveException refused) {
            if (!process.isAlive()) {
                return "process " + process.pid() + " has ended";
            }
            throw refused;
        }
        while (files.size() > bounds.kept()) {
            Path middle = files.remove(1);
            Files.deleteIfExists(middle);
            listener.says("removed " + middle + ", since " + bounds.kept() + " are kept");
        }
        return "";
    }

    /** Returns the dumps that are there, in the order in which they were taken. */
    public List<Path> files() {
        return List.copyOf(files);
    }

    /** Returns how many dumps were taken. */
    public int taken() {
        return taken;
    }

    /** Returns why it has ended, empty as long as it has not. */
    public String ended() {
        return ended;
    }
}
