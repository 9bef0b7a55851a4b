package io.github.memdump.live;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The Ruby code that makes a process dump itself on a thread of its own. It creates the file for its user alone, and
 * when all is written it leaves a mark beside it that says so, or says what went wrong. Works with Ruby 2.7 and later.
 * Paths go in as hexadecimal digits, so nothing in them can be evaluated.
 */
final class DumpScript {
    /** What a mark begins with when the dump is complete; the size in bytes follows. */
    static final String DONE = "done ";
    /** What the script answers at once, if the file could be created. */
    static final String STARTED = "memdump started";

    private static final String CODE = String.join("\n",
        "begin",
        "  require 'objspace'",
        "  part = %s",
        "  mark = %s",
        "  File.open(part, File::WRONLY | File::CREAT | File::EXCL, 0600) { }",
        "  Thread.new do",
        "    said = nil",
        "    begin",
        "      GC.start if %s",
        "      zip = %s",
        "      pack = \"Zlib::GzipWriter.open(ARGV[0], 1) { |z| IO.copy_stream($stdin, z) }\"",
        "      io = zip ? IO.popen([RbConfig.ruby, '-rzlib', '-e', pack, part], 'wb') : File.open(part, 'wb')",
        "      ObjectSpace.dump_all(output: io%s)",
        "      io.close",
        "      raise 'gzip failed' if zip && !$?.success?",
        "      said = \"done #{File.size(part)}\"",
        "    rescue Exception => e",
        "      said = \"failed #{e.class}: #{e.message}\"",
        "    ensure",
        "      if File.exist?(part)",
        "        File.open(mark + '~', 'w', 0600) { |m| m.write(said || 'failed: the thread was stopped') }",
        "        File.rename(mark + '~', mark)",
        "      end",
        "    end",
        "  end",
        "  'memdump started'",
        "rescue Exception => e",
        "  \"memdump failed #{e.class}: #{e.message}\"",
        "end", "");

    private DumpScript() {
    }

    /** Returns the code that dumps into {@code part} and leaves {@code mark}. */
    static String of(Path part, Path mark, DumpOptions options) {
        return String.format(CODE, path(part), path(mark), options.collectsGarbage(), options.compresses(),
            options.isFull() ? ", full: true" : "");
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
