package io.github.memdump.live.attach;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where in the memory of a process Ruby's entry points are: the function that has a postponed job run at the next safe
 * point, the one that evaluates a text, and room for the text. Immutable.
 */
final class RubyEntry {
    private static final String REGISTER = "rb_postponed_job_register_one";
    private static final String EVALUATE = "rb_eval_string";
    private static final int PAGE = 4096;
    private static final int ALIGNMENT = 16;
    /** {@code mov $15,%rax; syscall}, in the two ways it is encoded. */
    private static final List<byte[]> SIGNAL_RETURN = List.of(
        new byte[] {0x48, (byte) 0xc7, (byte) 0xc0, 0x0f, 0, 0, 0, 0x0f, 0x05},
        new byte[] {(byte) 0xb8, 0x0f, 0, 0, 0, 0x0f, 0x05});

    private final long register;
    private final long evaluate;
    private final long restorer;
    private final long room;

    private RubyEntry(long register, long evaluate, long restorer, long room) {
        this.register = register;
        this.evaluate = evaluate;
        this.restorer = restorer;
        this.room = room;
    }

    /**
     * Finds them.
     *
     * @param text how many bytes of text, with the zero at its end, need room
     * @throws LiveException if it is no Ruby, or one that cannot be asked so
     */
    static RubyEntry find(long pid, ProcessMemory memory, MemoryMap map, int text) throws IOException {
        if (map.files().stream().anyMatch(file -> file.matches(".*/(ld-musl|libc\\.musl)[^/]*"))) {
            throw new LiveException("Process " + pid + " runs on musl (Alpine), where attaching was never tried. Start"
                + " it with the agent: memdump agent > memdump_agent.rb, then RUBYOPT=-r./memdump_agent.rb");
        }
        LoadedLibrary ruby = null;
        OptionalLong evaluate = OptionalLong.empty();
        for (String file : candidates(map)) {
            Optional<LoadedLibrary> library = library(memory, map, file);
            evaluate = library.isPresent() ? library.get().address(EVALUATE) : OptionalLong.empty();
            if (evaluate.isPresent()) {
                ruby = library.get();
                break;
            }
        }
        if (ruby == null) {
            throw new LiveException("Process " + pid + " has no Ruby whose functions could be found. List Ruby"
                + " processes with: pgrep -a ruby");
        }
        OptionalLong register = ruby.address(REGISTER);
        if (register.isEmpty()) {
            throw new LiveException("The Ruby of process " + pid + " has no entry by which it could be asked"
                + " (" + REGISTER + ", Ruby 2.7 to 4.0). Start it with the agent: memdump agent > memdump_agent.rb,"
                + " then RUBYOPT=-r./memdump_agent.rb");
        }
        return new RubyEntry(register.getAsLong(), evaluate.getAsLong(), restorer(pid, memory, map),
            room(pid, memory, map, ruby, text));
    }

    private static List<String> candidates(MemoryMap map) {
        List<String> files = new ArrayList<>();
        for (String file : map.files()) {
            files.add(file.contains("/libruby") ? 0 : files.size(), file);
        }
        return files;
    }

    private static Optional<LoadedLibrary> library(ProcessMemory memory, MemoryMap map, String file)
            throws IOException {
        Optional<MemoryMap.Region> begin = map.beginOf(file);
        if (begin.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LoadedLibrary.at(memory, begin.get().begin()));
        } catch (LoadedLibrary.NotElfException other) {
            return Optional.empty();
        }
    }

    private static long restorer(long pid, ProcessMemory memory, MemoryMap map) throws IOException {
        Optional<MemoryMap.Region> code = map.first(region -> region.isCode()
            && region.path().matches(".*/libc[.-][^/]*"));
        if (code.isPresent()) {
            byte[] bytes = memory.read(code.get().begin(), (int) (code.get().end() - code.get().begin())).array();
            for (byte[] wanted : SIGNAL_RETURN) {
                for (int i = 0; i + wanted.length <= bytes.length; i++) {
                    if (bytes[i] == wanted[0] && ByteBuffer.wrap(bytes, i, wanted.length)
                        .equals(ByteBuffer.wrap(wanted))) {
                        return code.get().begin() + i;
                    }
                }
            }
        }
        throw new LiveException("The C library of process " + pid + " is not one that is known here (glibc). Start it"
            + " with the agent: memdump agent > memdump_agent.rb, then RUBYOPT=-r./memdump_agent.rb");
    }

    /** Behind the data of a library, up to the end of the page, are zeros that nothing uses. */
    private static long room(long pid, ProcessMemory memory, MemoryMap map, LoadedLibrary ruby, int text)
            throws IOException {
        List<LoadedLibrary> libraries = new ArrayList<>(List.of(ruby));
        for (String file : map.files()) {
            if (!file.contains("/ld-")) {
                library(memory, map, file).ifPresent(libraries::add);
            }
        }
        for (LoadedLibrary library : libraries) {
            long begin = library.endOfData() + ALIGNMENT - 1 & -ALIGNMENT;
            long end = begin + PAGE - 1 & -PAGE;
            boolean isWritable = map.at(begin).filter(MemoryMap.Region::isWritable).isPresent();
            if (end - begin >= text && isWritable && isFree(memory.read(begin, (int) (end - begin)).array())) {
                return begin;
            }
        }
        throw new LiveException("Process " + pid + " has no free room for a request behind the data of its libraries."
            + " Start it with the agent: memdump agent > memdump_agent.rb, then RUBYOPT=-r./memdump_agent.rb");
    }

    private static boolean isFree(byte[] bytes) {
        int from = 0;
        if (new String(bytes, StandardCharsets.ISO_8859_1).startsWith(Attachment.BEGINNING)) {
            while (from < bytes.length && bytes[from] != 0) {
                from++;
            }
        }
        while (from < bytes.length && bytes[from] == 0) {
            from++;
        }
        return from == bytes.length;
    }

    /** Returns the address of the function that registers a job. */
    long register() {
        return register;
    }

    /** Returns the address of the function that evaluates a text. */
    long evaluate() {
        return evaluate;
    }

    /** Returns the address of the code that returns from a signal handler. */
    long restorer() {
        return restorer;
    }

    /** Returns the address of the room for the text. */
    long room() {
        return room;
    }
}
