package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.testing.JsonTree;
import io.github.memdump.testing.LeakingRuby;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent as it is printed, in Ruby processes, and the snippets made of it. */
class AgentTest {
    @TempDir
    private Path folder;
    private Path agent;

    @BeforeEach
    void printTheAgent() throws Exception {
        boolean isThere = LeakingRuby.isThere();
        assumeTrue(isThere || LeakingRuby.isPromised(), "there is no ruby");
        assertTrue(isThere, "there is no ruby, although MEMDUMP_LIVE_TEST=1 promises one");
        agent = Files.writeString(folder.resolve("memdump_agent.rb"), CommandRun.of("agent").quiet());
    }

    private ProcessBuilder ruby(String code) {
        ProcessBuilder ruby = new ProcessBuilder("ruby", "-e", code).redirectErrorStream(true);
        ruby.environment().put("MEMDUMP_AGENT_DIR", folder.resolve("sockets").toString());
        ruby.environment().put("MEMDUMP_DIR", folder.toString());
        return ruby;
    }

    private Process prepared(String code) throws IOException {
        ProcessBuilder ruby = ruby(code);
        ruby.environment().put("RUBYOPT", "-r" + agent);
        return ruby.start();
    }

    private static String line(Process process) throws IOException {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
    }

    @Test
    void aProcessAndItsChildAnswerEachForItself() throws Exception {
        Process ruby = prepared("class Parent; end; class Child; end; $stdout.sync = true; KEPT = [Parent.new] * 1;"
            + " pid = fork { MINE = [Child.new]; sleep }; sleep 0.5; puts pid; sleep");
        try {
            long child = Long.parseLong(line(ruby));
            assertEquals("rwx------", modes(folder.resolve("sockets")));
            assertEquals("rw-------", modes(folder.resolve("sockets/memdump-" + ruby.pid() + ".socket")));
            dump(ruby.pid(), "parent.json");
            dump(child, "child.json");
            assertTrue(classes("parent.json").contains("Parent"));
            assertTrue(!classes("parent.json").contains("Child"));
            assertTrue(classes("child.json").contains("Child"));
            assertEquals(true, CommandRun.of("enable-allocation-trace", "--json", child).json().at("tracing"));
            ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
        } finally {
            ruby.destroy();
            ruby.waitFor();
        }
        try (Stream<Path> left = Files.list(folder.resolve("sockets"))) {
            assertTrue(left.noneMatch(path -> path.toString().contains(Long.toString(ruby.pid()))));
        }
    }

    private JsonTree dump(long pid, String name) {
        JsonTree said = CommandRun.of("dump", "--json", pid, folder.resolve(name)).json();
        assertEquals("agent", said.text("via"));
        assertEquals(true, said.at("forked"));
        return said;
    }

    private List<String> classes(String name) {
        return CommandRun.of("stats", "--json", "--strict", folder.resolve(name)).json().list("rows").stream()
            .map(row -> row.text("key")).collect(Collectors.toList());
    }

    private static String modes(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void aCopyTellsOfTheThreadsThatAreNotInIt() throws Exception {
        Process ruby = prepared("$stdout.sync = true; Thread.new { Thread.current.name = 'feeder';"
            + " Thread.current[:job] = ['job']; puts 'ready'; sleep }; sleep");
        try {
            line(ruby);
            // The main thread and the feeder.
            assertEquals(2, dump(ruby.pid(), "threads.json").at("threads"));
            String told = CommandRun.of("dump", ruby.pid(), folder.resolve("again.json")).quiet();
            assertTrue(told.contains("the stacks of its 2 threads"), told);
            told = CommandRun.of("dump", "--no-fork", ruby.pid(), folder.resolve("itself.json")).quiet();
            assertFalse(told.contains("threads"), told);
        } finally {
            ruby.destroyForcibly();
            ruby.waitFor();
        }
        List<String> told = Files.readAllLines(folder.resolve("threads.json"), StandardCharsets.ISO_8859_1).stream()
            .filter(line -> line.startsWith("{\"type\":\"NAMES\", \"kind\":\"thread")).collect(Collectors.toList());
        assertTrue(told.stream().anyMatch(line -> line.contains("\"feeder\",\"sleep\",\"")), told::toString);
        assertTrue(told.stream().anyMatch(line -> line.contains("\"thread_local\"") && line.contains("\"job\"")),
            told::toString);
    }

    @Test
    void codeForTheApplicationDumpsWithNames() throws Exception {
        Path dump = folder.resolve("inside.json");
        ran("code", "load 'SNIPPET'; class Box; def initialize; @held = ['x']; end; end; BOX = Box.new;"
            + " MemdumpAgent.new.dump_to('" + dump + "')");
        isADump(dump);
        JsonTree box = CommandRun.of("references", "--json", dump, "--where", "class = Box").json().list("rows").get(0);
        assertEquals("[@held]", box.at("names").toString());
    }

    @Test
    void aFolderThatOthersMayEnterIsNotUsed() throws Exception {
        Files.createDirectory(folder.resolve("sockets"));
        Files.setPosixFilePermissions(folder.resolve("sockets"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Process ruby = prepared("$stdout.sync = true; puts 'works'");
        String said = new String(ruby.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(said.contains("is not a folder of this user alone"), said);
        assertTrue(said.contains("works"), said);
    }

    @Test
    void aProcessWithoutAnAgentSaysHowToGetOne() throws Exception {
        Process ruby = ruby("$stdout.sync = true; puts 'ready'; sleep").start();
        try {
            line(ruby);
            CommandRun.of("dump", "--via", "agent", ruby.pid(), folder.resolve("x.json")).fails(1, "memdump agent >");
        } finally {
            ruby.destroyForcibly();
        }
    }

    private String ran(String place, String code) throws Exception {
        Path snippet = Files.writeString(folder.resolve(place + ".rb"), CommandRun.of("agent", "--for", place).quiet());
        Process ruby = ruby(code.replace("SNIPPET", snippet.toString())).start();
        String said = new String(ruby.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, ruby.waitFor(), said);
        return said.strip();
    }

    private void isADump(Path file) throws IOException {
        assertEquals("rw-------", modes(file));
        CommandRun.of("stats", "--strict", file).quiet();
    }

    @Test
    void aSignalMakesADump() throws Exception {
        String said = ran("signal", "load 'SNIPPET'; Process.kill('USR2', $$); 200.times { sleep 0.05;"
            + " break unless Dir.glob(ENV['MEMDUMP_DIR'] + '/heap-*.json').empty? };"
            + " puts Dir.glob(ENV['MEMDUMP_DIR'] + '/heap-*.json')");
        isADump(Path.of(said));
    }

    @Test
    void theEndpointSendsADumpAndKeepsNone() throws Exception {
        ran("rack", "load 'SNIPPET'; status, headers, body = MemdumpEndpoint.call({}); raise unless status == 200;"
            + " File.open(ENV['MEMDUMP_DIR'] + '/got.json', 'wb', 0600) { |f| body.each { |part| f << part } };"
            + " body.close");
        isADump(folder.resolve("got.json"));
        assertEquals(List.of("got.json", "memdump_agent.rb", "rack.rb"), Stream.of(folder.toFile().list()).sorted()
            .collect(Collectors.toList()));
    }

    @Test
    void theJobDumpsTheProcessThatRunsIt() throws Exception {
        String said = ran("sidekiq", "module Sidekiq; module Job; def self.included(c); c.extend(Options); end;"
            + " module Options; def sidekiq_options(*); end; end; end; end; load 'SNIPPET';"
            + " puts MemdumpJob.new.perform(ENV['MEMDUMP_DIR'])");
        isADump(Path.of(said));
    }

    @Test
    void theLinesForTheConsoleSayWhereTheDumpIs() throws Exception {
        Path file = Path.of(ran("console", "load 'SNIPPET'"));
        isADump(file);
        Files.delete(file);
    }
}
