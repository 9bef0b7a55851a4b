package io.github.memdump.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A running Ruby process that has loaded rbtrace and leaks sessions when it is told to. Not thread-safe. */
public final class LeakingRuby implements AutoCloseable {
    /** The line of the script that makes the sessions. */
    public static final int LINE = 8;

    private static final String SCRIPT = String.join("\n",
        // As servers do that begin as root.
        "ARGV[0] && Process::Sys.setgid(ARGV[0].to_i) && Process::Sys.setuid(ARGV[0].to_i); require 'rbtrace'",
        "class Session; def initialize(n); @cart = [\"item #{n}\"] * 3; end; end",
        "class Registry; SESSIONS = []; end",
        "$stdout.sync = true",
        "puts 'ready'",
        "Thread.new do",
        "  while $stdin.gets",
        "    %d.times { |n| Registry::SESSIONS << Session.new(n) }",
        "    puts 'done'",
        "  end",
        "end",
        // A thread that waits in one call for ever does not hear signals; a server's loop does.
        "sleep 0.01 while true", "");

    private final Process ruby;
    private final BufferedReader said;

    private LeakingRuby(Process ruby) {
        this.ruby = ruby;
        this.said = new BufferedReader(new InputStreamReader(ruby.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Returns whether this machine has a Ruby with rbtrace. */
    public static boolean isThere() throws InterruptedException {
        return runs("ruby", "-e", "require 'rbtrace'") && runs("rbtrace", "--version");
    }

    /** Returns whether the environment promises one, so that a test without it fails instead of being skipped. */
    public static boolean isPromised() {
        return "1".equals(System.getenv("MEMDUMP_LIVE_TEST"));
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Starts a process from a script that it writes; each leak will be of so many sessions. */
    public static LeakingRuby start(Path script, int sessions) throws IOException {
        Files.writeString(script, String.format(SCRIPT, sessions));
        return started("ruby", script.toString());
    }

    /** Starts one that becomes another user, which root alone can. */
    public static LeakingRuby startAs(int user, Path script, int sessions) throws IOException {
        Files.writeString(script, String.format(SCRIPT, sessions));
        return started("ruby", script.toString(), Integer.toString(user));
    }

    private static LeakingRuby started(String... command) throws IOException {
        LeakingRuby started = new LeakingRuby(new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD).start());
        started.expect("ready");
        return started;
    }

    /** Returns the number of the process. */
    public long pid() {
        return ruby.pid();
    }

    /** Lets it leak once, and returns when it has. */
    public void leak() throws IOException {
        ruby.getOutputStream().write('\n');
        ruby.getOutputStream().flush();
        expect("done");
    }

    private void expect(String word) throws IOException {
        String line = said.readLine();
        if (!word.equals(line)) {
            throw new IOException("The Ruby process said " + line + " instead of " + word);
        }
    }

    /** Ends it, and returns when it has ended. */
    public void end() throws InterruptedException {
        ruby.destroyForcibly().waitFor();
    }

    /** Ends it. */
    @Override
    public void close() {
        ruby.destroyForcibly();
    }
}
