package io.github.memdump.live;

import io.github.memdump.live.attach.Attachment;
import io.github.memdump.live.attach.LiveException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where the memory of a process is: what the kernel counts, what Ruby counts, what the allocator counts, and what none
 * of them explains. All in bytes, as of the moment it was asked. Immutable.
 */
public final class MemoryUse {
    /** What memory is for. */
    public enum Part {
        /** Slots of live objects and what these own outside their slots. */
        OBJECTS("live objects and what they own"),
        /** Slots in Ruby's pages without an object. */
        FREE_SLOTS("free slots in Ruby's pages"),
        /** What malloc has and nobody uses. */
        FREE_MALLOC("free blocks that malloc has not given back"),
        /** What is left of anonymous memory. */
        NATIVE("C libraries and Ruby itself: not objects"),
        /** Programs and libraries. */
        FILES("programs and libraries (mapped files)");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        /** Returns a noun for people. */
        public String words() {
            return words;
        }
    }

    private static final long KIBI = 1024;

    private final long resident;
    private final long swapped;
    private final long privateBytes;
    private final long anonymous;
    private final LiveFacts facts;

    private MemoryUse(long[] kernel, LiveFacts facts) {
        this.resident = kernel[0];
        this.privateBytes = kernel[1];
        this.anonymous = kernel[2] + kernel[3];
        this.swapped = kernel[3];
        this.facts = facts;
    }

    /**
     * Looks at a process and asks it.
     *
     * @throws LiveException where the kernel does not say what it has, or if the process does not answer
     */
    public static MemoryUse of(RubyProcess process, Approach approach) throws IOException {
        // First: as long as a copy of the process counts, its pages are shared.
        long[] kernel = kernel(process);
        return new MemoryUse(kernel, LiveHeap.of(process).by(approach).figures());
    }

    private static long[] kernel(RubyProcess process) throws IOException {
        long[] kernel = new long[4];
        String[] names = {"Rss:", "Private_", "Anonymous:", "Swap:"};
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup"),
                StandardCharsets.ISO_8859_1)) {
                for (int i = 0; i < names.length; i++) {
                    if (line.startsWith(names[i])) {
                        kernel[i] += Long.parseLong(line.replaceAll("\\D", "")) * KIBI;
                    }
                }
            }
        } catch (IOException | RuntimeException unseen) {
            if (Files.isDirectory(Path.of("/proc/self"))) {
                Attachment.requireAllowed(process.pid());
            }
            throw new LiveException("The system does not say what memory process " + process.pid() + " has. Linux"
                + " says it of programs, not of the threads of its kernel.");
        }
        return kernel;
    }

    /** Returns what the process said. */
    public LiveFacts facts() {
        return facts;
    }

    /** Returns the memory that it has in the machine's. */
    public long resident() {
        return resident;
    }

    /** Returns what of it no other process shares. */
    public long privateBytes() {
        return privateBytes;
    }

    /** Returns what of its memory is on the swap device. */
    public long swapped() {
        return swapped;
    }

    /** Returns what Ruby's pages take. */
    public long pages() {
        return facts.figure("heap_allocated_pages") * facts.figure("page_size");
    }

    /** Returns whether the allocator said how much it has. */
    public boolean knowsMalloc() {
        return facts.figures().containsKey("malloc_total");
    }

    /** Returns the bytes of a part. Parts are cut off where what is above them leaves nothing. */
    public long bytes(Part part) {
        long slots = Math.max(1, facts.figure("heap_live_slots") + facts.figure("heap_free_slots"));
        long freeSlots = (long) ((double) pages() * facts.figure("heap_free_slots") / slots);
        switch (part) {
            case OBJECTS:
                return Math.min(anonymous, Math.max(facts.figure("memsize"), pages() - freeSlots));
            case FREE_SLOTS:
                return Math.min(freeSlots, anonymous - bytes(Part.OBJECTS));
            case FREE_MALLOC:
                return Math.min(facts.figure("malloc_free"), anonymous - bytes(Part.OBJECTS) - bytes(Part.FREE_SLOTS));
            case NATIVE:
                return anonymous - bytes(Part.OBJECTS) - bytes(Part.FREE_SLOTS) - bytes(Part.FREE_MALLOC);
            default:
                return Math.max(0, resident + swapped - anonymous);
        }
    }

    /** Returns the parts, the largest first. */
    public List<Part> largestFirst() {
        List<Part> parts = new ArrayList<>(List.of(Part.values()));
        parts.sort(Comparator.comparingLong(this::bytes).reversed());
        return parts;
    }
}
