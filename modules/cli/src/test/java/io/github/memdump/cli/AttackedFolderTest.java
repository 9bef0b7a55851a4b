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
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Dumps into a folder in which another user plants and swaps files meanwhile. The tests must be root's, to run that
 * user's program; elsewhere they are skipped.
 */
class AttackedFolderTest {
    private static final int NOBODY = 65534;
    private static final int DAEMON = 1;
    private static final String ATTACKER = String.join("\n",
        "require 'fileutils'",
        "Process::Sys.setgid(65534); Process::Sys.setuid(65534)",
        "kind, folder, victim = ARGV",
        "Dir.chdir(folder)",
        "$stdout.sync = true",
        "puts 'ready'",
        "evil = \"failed \\e[31mEVIL\\e]0;pwn\\a: by another user\\n\"",
        "plant = lambda do |name|",
        "  case kind",
        "  when /symlink/ then File.symlink(victim, name)",
        "  when /fifo/ then File.mkfifo(name, 0666)",
        "  else File.open(name, File::WRONLY | File::CREAT | File::EXCL, 0666) { |f| f.write(evil) }",
        "  end",
        "rescue SystemCallError",
        "end",
        "seen = {}",
        "loop do",
        "  Dir.children('.').each do |n|",
        "    begin",
        "      puts \"read #{n}\" if !File.stat(n).owned? && File.file?(n) && File.read(n, 99).to_s =~ /address/",
        "    rescue SystemCallError",
        "    end",
        "    if n.end_with?('.unfinished') && !seen[n]",
        "      seen[n] = true",
        "      puts 'seen'",
        "      base = n.delete_suffix('.unfinished')",
        "      case kind",
        "      when /^names/",
        "        [base + '.mark', base + '.mark~', n + '.mark', n + '/mark', n + '/dump', n + '/mark~',",
        "          'dump', 'mark', 'mark~'].each { |m| plant.call(m) }",
        "      when /^swap/",
        "        plant.call('mine')",
        "        begin; File.rename('mine', n); puts 'replaced'; rescue SystemCallError; end",
        "        begin; Dir.rmdir(n); puts 'removed'; rescue SystemCallError; end",
        "      when /^folder/",
        "        begin",
        "          File.rename(n, 'away'); Dir.mkdir(n, 0777); File.chmod(0777, n)",
        "          %w[dump mark mark~].each { |m| plant.call(n + '/' + m) }",
        "          puts 'replaced'",
        "        rescue SystemCallError",
        "        end",
        "      when /^link/",
        "        begin; File.rename(n, 'away'); File.symlink(File.dirname(victim), n); puts 'replaced'",
        "        rescue SystemCallError; end",
        "      when /^hardlink/",
        "        %w[dump mark].each { |m| begin; File.link(n + '/' + m, 'linked-' + m); rescue SystemCallError; end }",
        "      end",
        "    end",
        "    if kind =~ /^result/ && n == 'out.json' && !File.stat(n).owned?",
        "      begin; plant.call('mine'); File.rename('mine', n); puts 'replaced'; rescue SystemCallError; end",
        "    end",
        "  rescue SystemCallError",
        "  end",
        "  sleep 0.0005",
        "end", "");

    @TempDir
    private Path own;
    @TempDir
    private Path shared;
    private LeakingRuby ruby;
    private Path attacker;
    private Path victim;

    @BeforeEach
    void start() throws Exception {
        boolean isThere = LeakingRuby.isThere();
        assertTrue(isThere || !LeakingRuby.isPromised(), "MEMDUMP_LIVE_TEST=1 promises a ruby with rbtrace");
        assumeTrue(isThere, "there is no ruby with rbtrace");
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can run a program as another user");
        attacker = Files.writeString(own.resolve("attacker.rb"), ATTACKER);
        victim = Files.writeString(own.resolve("victim"), "precious");
    }

    @AfterEach
    void stop() {
        if (ruby != null) {
            ruby.close();
        }
    }

    private Process attack(String kind, List<String> said) throws IOException {
        Process process = new ProcessBuilder("ruby", attacker.toString(), kind, shared.toString(), victim.toString())
            .redirectErrorStream(true).start();
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(),
            StandardCharsets.UTF_8));
        assertEquals("ready", lines.readLine());
        Thread reader = new Thread(() -> lines.lines().forEach(line -> {
            synchronized (said) {
                said.add(line);
            }
        }));
        reader.setDaemon(true);
        reader.start();
        return process;
    }

    /** Open: others can rename what is not theirs. Sticky, like /tmp: they can only add. */
    @ParameterizedTest
    @CsvSource({"names, sticky", "names-symlink, sticky", "names-fifo, sticky", "hardlink, sticky", "swap, sticky",
        "names, open", "names-symlink, open", "names-fifo, open", "hardlink, open", "swap, open", "folder, open",
        "folder-symlink, open", "folder-fifo, open", "link, open", "result, open", "result-symlink, open"})
    void nobodyElseGetsOrChangesADump(String kind, String folder) throws Exception {
        ruby = LeakingRuby.startAs(DAEMON, own.resolve("leak.rb"), 500);
        nothingIsGot(kind, folder);
    }

    @ParameterizedTest
    @CsvSource({"names-symlink, sticky", "swap, open", "names, open", "folder, open", "folder-symlink, open",
        "link, open"})
    void norOneOfTheSameUser(String kind, String folder) throws Exception {
        ruby = LeakingRuby.start(own.resolve("leak.rb"), 500);
        nothingIsGot(kind, folder);
    }

    private void nothingIsGot(String kind, String folder) throws Exception {
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwx--x--x"));
        new ProcessBuilder("chmod", folder.equals("sticky") ? "1777" : "0777", shared.toString()).start().waitFor();
        List<String> said = new ArrayList<>();
        Path target = shared.resolve("out.json");
        Process process = attack(kind, said);
        CommandRun run;
        try {
            run = CommandRun.of("dump", ruby.pid(), target);
            assertEquals("precious", Files.readString(victim));
            assertEquals(List.of("attacker.rb", "leak.rb", "victim"), names(own));
            assertFalse(run.err().chars().anyMatch(c -> c < ' ' && c != '\n'), run.err());
            assertFalse(run.err().contains("EVIL"), run.err());
            if (run.code() != 0) {
                run.fails(1, "omebody else changes files");
            } else if (folder.equals("open")) {
                assertTrue(run.err().contains("can replace"), run.err());
            } else {
                run.quiet();
            }
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertTrue(said(said).contains("seen"), "the attacker has seen nothing");
        assertTrue(said(said).stream().noneMatch(line -> line.startsWith("read")), said.toString());
        // Once it has its name whoever may rename it can, as the warning says.
        boolean replacedLater = kind.startsWith("result");
        if (run.code() == 0 && !replacedLater) {
            assertEquals("root", Files.getOwner(target, LinkOption.NOFOLLOW_LINKS).getName());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target,
                LinkOption.NOFOLLOW_LINKS)));
            CommandRun.of("stats", "--strict", target).quiet();
        }
        if (run.code() == 0) {
            return;
        }
        assertTrue(!folder.equals("sticky"), "in a folder like /tmp nobody can even prevent a dump: " + run.err());
        assertTrue(names(shared).stream().noneMatch(name -> name.equals("out.json")) || replacedLater,
            names(shared).toString());
    }

    private static List<String> said(List<String> said) {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }

    @Test
    void aDumpOfAnotherUsersProcessIsOfWhoeverAskedForIt() throws Exception {
        ruby = LeakingRuby.startAs(NOBODY, own.resolve("leak.rb"), 500);
        // The process could not create a file there.
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
        ruby.leak();
        for (String name : List.of("out.json", "out.json.gz")) {
            Path target = shared.resolve(name);
            CommandRun.of("dump", ruby.pid(), target).quiet();
            assertEquals("root", Files.getOwner(target).getName());
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
            JsonTree sessions = CommandRun.of("stats", "--json", "--strict", target).json().list("rows").stream()
                .filter(row -> row.text("key").equals("Session")).findFirst().orElseThrow();
            assertEquals(500, sessions.number("count"));
        }
        assertEquals(List.of("out.json", "out.json.gz"), names(shared));
    }
}
