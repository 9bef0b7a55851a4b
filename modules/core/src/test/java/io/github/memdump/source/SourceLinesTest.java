package io.github.memdump.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLinesTest {
    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private SourceLines in(String... options) {
        return SourceLines.in(List.of(options).stream().map(SourceFolder::parse)
            .collect(Collectors.toList()));
    }

    @Test
    void readsTheLineOfAFileWhereItWas() throws IOException {
        Path file = write("shop.rb", "class Shop\n  @sessions = {}\r\nend\n");
        assertEquals(Optional.of("@sessions = {}"), in().line(file.toString(), 2));
        assertEquals(Optional.of("end"), in().line(file.toString(), 3));
        assertEquals(Optional.empty(), in().line(file.toString(), 4));
        assertEquals(Optional.empty(), in().line(file.toString(), 0));
        assertEquals(Optional.empty(), in().line("", 1));
        assertEquals(Optional.empty(), SourceLines.NONE.line(file.toString(), 2));
    }

    @Test
    void aPrefixOfTheProcessStandsForAFolderHere() throws IOException {
        write("lib/shop.rb", "here = 1\n");
        SourceLines lines = in("/app=" + folder);
        assertEquals(Optional.of("here = 1"), lines.line("/app/lib/shop.rb", 1));
        assertEquals(Optional.empty(), lines.line("/apple/lib/shop.rb", 1));
        assertEquals(Optional.empty(), lines.line("/srv/lib/shop.rb", 1));
        assertEquals(Optional.of("here = 1"), in("C:\\app=" + folder).line("C:\\app\\lib\\shop.rb", 1));
        assertEquals(Optional.of("here = 1"), in("/=" + folder).line("/lib/shop.rb", 1));
    }

    @Test
    void aFolderHasTheFileOfTheLongestEnd() throws IOException {
        write("lib/shop.rb", "longer\n");
        write("shop.rb", "shorter\n");
        SourceLines lines = in(folder.toString());
        assertEquals(Optional.of("longer"), lines.line("/srv/app/lib/shop.rb", 1));
        assertEquals(Optional.of("shorter"), lines.line("/srv/app/shop.rb", 1));
        assertEquals(Optional.empty(), lines.line("/usr/lib/ruby/3.4.0/shop.rb", 1), "another file of that name");
        assertEquals(Optional.of("longer"), in("/none=" + folder, folder.toString()).line("lib/shop.rb", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.rb", "/app/../secret.rb", "/app/lib/../../secret.rb", "/app/..\\secret.rb"})
    void noPathLeavesAFolder(String file) throws IOException {
        write("secret.rb", "secret\n");
        Files.createDirectories(folder.resolve("inner/lib"));
        SourceLines lines = in("/app=" + folder.resolve("inner"), folder.resolve("inner").toString());
        assertEquals(Optional.empty(), lines.line(file, 1));
    }

    @Test
    void onlyFilesOfRubyAreRead() throws IOException {
        for (String name : List.of("id_rsa", "passwd.txt", "shop.rb.bak", ".env", "rb")) {
            assertEquals(Optional.empty(), in().line(write(name, "secret\n").toString(), 1), name);
        }
        assertEquals(Optional.of("x = 2"), in().line(write("server", "#!/usr/bin/env ruby\nx = 2\n").toString(), 2));
        assertEquals(Optional.of("x = 1"), in().line(write("Rakefile", "x = 1\n").toString(), 1));
        assertEquals(Optional.of("<%= x %>"), in().line(write("a.html.erb", "<%= x %>\n").toString(), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<internal:kernel>", "(eval at /app/x.rb:3)", "-e", "\0.rb", "//host/share/x.rb",
        "\\\\host\\share\\x.rb", "/dev/stdin", "/dev/zero", "/"})
    void whatIsNoFileHasNoLine(String file) {
        assertEquals(Optional.empty(), in(folder.toString()).line(file, 1));
        assertEquals(Optional.empty(), in("/=" + folder).line(file, 1));
    }

    @Test
    void aLineIsCutAndHasNoControlCharacters() throws IOException {
        Path file = write("long.rb", "\t x = \"\u001b[31m" + "\uD83D\uDE00".repeat(150) + "\"\n\u001b]0;a\u0007\n \n");
        String line = in().line(file.toString(), 1).orElseThrow();
        assertTrue(line.length() <= SourceLines.LONGEST, () -> line.length() + ": " + line);
        assertTrue(line.startsWith("x = \"") && line.endsWith("\uD83D\uDE00…"), line);
        assertTrue(line.chars().noneMatch(Character::isISOControl), line);
        assertTrue(in().line(file.toString(), 2).orElseThrow().chars().noneMatch(Character::isISOControl));
        assertEquals(Optional.empty(), in().line(file.toString(), 3));
    }

    @Test
    void bytesThatAreNoTextAreReplaced() throws IOException {
        Path file = Files.write(folder.resolve("latin.rb"), new byte[] {'a', (byte) 0xE9, 'b', '\n'});
        assertEquals(Optional.of("a\uFFFDb"), in().line(file.toString(), 1));
    }
}
