package io.github.memdump.live;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The Ruby code that makes a process dump itself on a thread of its own, into a file that is there. When all is written
 * it says so in a second file, the mark, or says there what went wrong. It opens both at once, checks that they are the
 * files that were made for it, and from then on goes by what is open: a path that somebody changes meanwhile changes
 * nothing. Works with Ruby 2.7 and later. Paths go in as hexadecimal digits, so nothing in them can be evaluated.
 */
final class DumpScript {
    /** What a mark begins with when the dump is complete; the size in bytes follows. */
    static final String DONE = "done ";
    /** What a mark ends with when all of it is written. */
    static final String END = "\n";
    /** What the script answers at once, if the files could be opened. */
    static final String STARTED = "memdump started";

    private static final String CODE = String.join("\n",
        "begin",
        "  require 'objspace'",
        "  enter = lambda do |path, device, number|",
        // Opening a planted FIFO must not wait.
        "    file = File.open(path, File::WRONLY | File::NOFOLLOW | File::NONBLOCK)",
        "    s = file.stat",
        "    unless s.file? && s.dev == device && s.ino == number && s.nlink == 1 && s.owned?",
        "      file.close",
        "      raise 'somebody else changes files there'",
        "    end",
        "    file.binmode",
        "  rescue Errno::ELOOP, Errno::ENXIO, Errno::ENOTDIR",
        "    raise 'somebody else changes files there'",
        "  rescue Errno::ENOENT",
        "    raise 'it does not see the folder (is it in a container?), or somebody else changes files there'",
        "  end",
        "  part = enter.call(%s)",
        "  mark = enter.call(%s)",
        "  Thread.new do",
        "    said = nil",
        "    begin",
        "      GC.start if %s",
        "      if %s",
        "        pack = \"z = Zlib::GzipWriter.new(IO.for_fd(3, 'wb'), 1); IO.copy_stream($stdin, z); z.close\"",
        "        io = IO.popen([RbConfig.ruby, '-rzlib', '-e', pack, 3 => part], 'wb')",
        "        ObjectSpace.dump_all(output: io%s)",
        "        io.close",
        "        raise 'gzip failed' unless $?.success?",
        "      else",
        "        ObjectSpace.dump_all(output: part%s)",
        "      end",
        "      said = \"done #{part.size}\"",
        "    rescue Exception => e",
        "      said = \"failed #{e.class}: #{e.message}\".scrub.tr(\"\\r\\n\", ' ')",
        // A full disk must have room for the mark.
        "      part.truncate(0)",
        "    ensure",
        "      mark.syswrite((said || 'failed: the thread was stopped') + \"\\n\")",
        "      mark.close",
        "      part.close",
        "    end",
        "  end",
        "  'memdump started'",
        "rescue Exception => e",
        "  \"memdump failed #{e.class}: #{e.message}\"",
        "end", "");

    private DumpScript() {
    }

    /** Returns the code that dumps into {@code part} and leaves {@code mark}. */
    static String of(PrivateFolder.PrivateFile part, PrivateFolder.PrivateFile mark, DumpOptions options) {
        String full = options.isFull() ? ", full: true" : "";
        return String.format(CODE, file(part), file(mark), options.collectsGarbage(), options.compresses(), full, full);
    }

    private static String file(PrivateFolder.PrivateFile file) {
        return path(file.path()) + ", " + Long.toUnsignedString(file.identity().device()) + ", "
            + Long.toUnsignedString(file.identity().number());
    }

    /** Returns Ruby code for the name of a file. */
    static String path(Path path) {
        StringBuilder code = new StringBuilder("['");
        for (byte b : path.toString().getBytes(StandardCharsets.UTF_8)) {
            code.append(String.format("%02x", b));
        }
        return code.append("'].pack('H*').force_encoding('UTF-8')").toString();
    }
}
