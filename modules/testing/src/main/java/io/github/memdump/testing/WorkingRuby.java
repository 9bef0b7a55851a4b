package io.github.memdump.testing;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A running Ruby process that nobody prepared and that works in one way all the time. It keeps 1,000 objects of class
 * Kept, checks its own results, says so in lines, and ends if one is wrong. Not thread-safe.
 */
public final class WorkingRuby implements AutoCloseable {
    /** What its main thread does. */
    public enum Kind {
        /** Computes and checks sums. */
        COMPUTING("loop { check((1..2000).sum { |i| i * i } == 2_668_667_000); $n += 1 }"),
        /** Makes objects that are garbage at once. */
        ALLOCATING("loop { check((1..500).map { |i| \"x#{i}\" * 3 }.join.size == 5676); $n += 1 }"),
        /** Computes with numbers that lie in registers of the vector unit. */
        FLOATING("loop { check((1..3000).inject(0.0) { |s, i| s + i / 7.0 } == 643_071.4285714285); $n += 1 }"),
        /** Sleeps for ever. */
        SLEEPING("beat; sleep"),
        /** Sleeps again and again. */
        NAPPING("loop { sleep 0.001; $n += 1 }"),
        /** Waits for a line. */
        READING("beat; $stdin.read"),
        /** Waits on a queue. */
        WAITING_ON_A_QUEUE("beat; q = Queue.new; q.pop"),
        /** Waits for a lock that another thread holds. */
        WAITING_FOR_A_LOCK("beat; m = Mutex.new; Thread.new { m.lock; sleep }; sleep 0.1; m.lock"),
        /** Waits for another thread. */
        JOINING("beat; Thread.new { sleep }.join"),
        /** Many threads work. */
        MANY_THREADS("16.times { Thread.new { loop { check((1..99).sum == 4950); $n += 1 } } }; sleep"),
        /** Switches between fibers. */
        FIBERS("f = Fiber.new { loop { check((1..99).sum == 4950); Fiber.yield } }; loop { f.resume; $n += 1 }"),
        /** Makes children and waits for them. */
        FORKING("loop { pid = fork { exit!(7) }; Process.wait(pid); check($?.exitstatus == 7); $n += 1 }"),
        /** Runs programs. */
        RUNNING_PROGRAMS("loop { check(`echo a` == \"a\\n\"); $n += 1 }"),
        /** Is in calls of C that last a moment. */
        IN_C("a = (1..200_000).map { |i| i * 7919 % 200_003 }; loop { check(a.sort.first == 1); $n += 1 }"),
        /** Answers on a socket. */
        SERVING("require 'socket'; s = TCPServer.new('127.0.0.1', 0); Thread.new { loop { c = TCPSocket.new("
            + "'127.0.0.1', s.addr[1]); c.puts 'hello'; check(c.gets == \"HELLO\\n\"); c.close; $n += 1 } };"
            + " loop { c = s.accept; c.puts c.gets.upcase; c.close }"),
        /** Has variables in its main script under the names that code of others may use, too. */
        WITH_VARIABLES("f, s, io, c, found, words = *(1..6); loop { check([f, s, io, c, found, words] =="
            + " [1, 2, 3, 4, 5, 6]); $n += 1 }"),
        /** Runs in a module with classes that are called as Ruby's own, as Sidekiq's is. */
        AMONG_NAMESAKES("module Shop; %w[Process Thread File IO GC Module Exception Errno ObjectSpace].each { |name|"
            + " const_set(name, Class.new) }; def self.run = loop { check((1..99).sum == 4950); $n += 1 }; end;"
            + " Shop.run"),
        /** Raises and rescues. */
        RAISING("loop { begin; Integer('x'); rescue ArgumentError => e; check(e.message.include?('x')); $n += 1;"
            + " end }");

        private final String code;

        Kind(String code) {
            this.code = code;
        }
    }

    private static final String SCRIPT = String.join("\n",
        "class Kept; end",
        "KEPT = Array.new(1000) { Kept.new }",
        "$n = 0",
        "def check(right) = right || (puts('wrong'); exit!(9))",
        "def beat = Thread.new { loop { sleep 0.01; $n += 1 } }",
        "Thread.new { loop { sleep 0.05; puts $n } }",
        "begin",
        "  %s",
        "rescue Exception => e",
        "  puts \"ended #{e.class}\"",
        "end", "");
    private static final long PATIENCE_MILLIS = 20_000;

    private final OrphanRuby ruby;

    private WorkingRuby(OrphanRuby ruby) {
        this.ruby = ruby;
    }

    /** Starts one from a script that it writes, and returns when it works. */
    public static WorkingRuby start(Kind kind, Path script) throws IOException {
        WorkingRuby working = new WorkingRuby(OrphanRuby.start(String.format(SCRIPT, kind.code), script));
        working.requireWorking();
        return working;
    }

    /** Returns the number of the process. */
    public long pid() {
        return ruby.pid();
    }

    /** Sends it a signal. */
    public void signal(String name) throws IOException, InterruptedException {
        ruby.signal(name);
    }

    /** Fails if it has ended, found a result wrong, or does not get on. */
    public void requireWorking() throws IOException {
        while (ruby.hasSaidMore()) {
            progress();
        }
        long first = progress();
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (progress() <= first) {
            if (System.currentTimeMillis() > end) {
                throw new IOException("The Ruby process does not get on");
            }
        }
    }

    private long progress() throws IOException {
        String line = ruby.line();
        if (!line.matches("\\d+")) {
            throw new IOException("The Ruby process said " + line);
        }
        return Long.parseLong(line);
    }

    /** Ends it. */
    @Override
    public void close() {
        ruby.close();
    }
}
