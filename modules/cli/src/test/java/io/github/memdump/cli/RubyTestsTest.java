package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that RSpec and minitest load, {@code memdump_leak.rb}. Skipped where there is no Ruby with both. */
class RubyTestsTest {
    private static final Path LIBRARY = Path.of("..", "release", "src", "main", "ruby").toAbsolutePath().normalize();
    private static final String PROGRAM = String.join("\n",
        "class Session; def initialize; @data = 'x' * 50; end; end",
        "class Slot; class << self; attr_accessor :last; end; end",
        "STORE = []", "");

    @TempDir
    private Path folder;

    private static void requireRuby(String library) throws Exception {
        boolean isThere;
        try {
            isThere = new ProcessBuilder("ruby", "-r", library, "-e", "exit 0")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException missing) {
            isThere = false;
        }
        assumeTrue(isThere || "1".equals(System.getenv("MEMDUMP_RUBY_TEST")), "there is no ruby with " + library);
        assertTrue(isThere, "there is no ruby with " + library + ", although MEMDUMP_RUBY_TEST=1 promises one");
    }

    /** Runs Ruby; the first line of what is returned is the exit code. */
    private String ruby(String... words) throws Exception {
        Path memdump = folder.resolve("memdump");
        Files.writeString(memdump, "#!/bin/sh\ncd \"" + Path.of("").toAbsolutePath() + "\"\nexec \""
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "\" -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -cp \"" + System.getProperty("java.class.path")
            + "\" io.github.memdump.cli.Main \"$@\"\n");
        Files.setPosixFilePermissions(memdump, PosixFilePermissions.fromString("rwx------"));
        List<String> command = new ArrayList<>(List.of("ruby", "-I", LIBRARY.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("MEMDUMP", memdump.toString());
        builder.environment().put("RUBYOPT", "");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + "\n" + output;
    }

    @Test
    void rspecExpectsNoLeakAndSaysWhatHasLeaked() throws Exception {
        requireRuby("rspec/core");
        Path spec = Files.writeString(folder.resolve("leak_spec.rb"), "require 'memdump_leak'\n" + PROGRAM
            + "RSpec.describe 'memory' do\n"
            + "  it('may keep the last') { expect { Slot.last = Session.new }.not_to leak(class: 'Session') }\n"
            + "  it('leaks') { expect { STORE << Session.new }.to leak(class: /Sess/) }\n"
            + "  it('is seen') { expect { STORE << Session.new }.not_to leak(runs: 2) }\n"
            + "end\n");
        String said = ruby("-e", "require 'rspec/core'; exit RSpec::Core::Runner.run(ARGV)", spec.toString());
        assertTrue(said.startsWith("1\n"), said);
        assertTrue(said.contains("3 examples, 1 failure\n"), said);
        assertTrue(said.contains("expected no leak, but 2 runs of the block left behind, after 2 more:"), said);
        assertTrue(said.contains("Session ×2, 80 bytes, allocated at " + spec + ":8 (2)"), said);
    }

    @Test
    void minitestAssertsNoLeak() throws Exception {
        requireRuby("minitest");
        Path test = Files.writeString(folder.resolve("leak_test.rb"), "require 'minitest/autorun'\n"
            + "require 'memdump_leak'\n" + PROGRAM
            + "class LeakTest < Minitest::Test\n"
            + "  def test_last; assert_no_leak(class: 'Session') { Slot.last = Session.new }; end\n"
            + "  def test_store; assert_no_leak(class: 'Session') { STORE << Session.new }; end\n"
            + "end\n");
        String said = ruby(test.toString());
        assertTrue(said.startsWith("1\n"), said);
        assertTrue(said.contains("2 runs, 2 assertions, 1 failures, 0 errors"), said);
        assertTrue(said.contains("Expected no leak, but 5 runs of the block left behind"), said);
    }

    @Test
    void withoutACommandItSaysWhatToSet() throws Exception {
        requireRuby("minitest");
        String said = ruby("-r", "memdump_leak", "-e", "ENV['MEMDUMP'] = '/nowhere/memdump'; begin;"
            + "MemdumpLeak.new(runs: 1).leaks? { }; rescue MemdumpLeak::Failure => e; puts e.message; end");
        assertEquals("0\nThere is no memdump on PATH. Set MEMDUMP to the command, as in"
            + " MEMDUMP=~/memdump-0.1.0/memdump.\n", said);
    }
}
