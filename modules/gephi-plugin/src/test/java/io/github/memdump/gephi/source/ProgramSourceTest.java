package io.github.memdump.gephi.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramSourceTest {
    @TempDir
    private Path folder;

    @Test
    void aLineOpensByTheAddressOfTheEditorWhereItsFileIsHere() throws Exception {
        Path file = Files.writeString(folder.resolve("my shop.rb"), "CARTS = []\n");
        ProgramSource source = ProgramSource.of("/srv/shop=" + folder + "; ", " vscode://file{file}:{line} ");
        assertEquals(Optional.of(URI.create("vscode://file" + file.toUri().getRawPath() + ":7")),
            source.address("/srv/shop/my shop.rb", 7));
        assertEquals(Optional.of("CARTS = []"), source.lines().line("/srv/shop/my shop.rb", 1));
        assertEquals(Optional.empty(), source.address("/srv/shop/other.rb", 7));
        assertEquals(Optional.empty(), source.address("/srv/shop/../../etc/passwd", 1));
    }

    @Test
    void withoutAnEditorNothingOpens() throws Exception {
        Files.writeString(folder.resolve("shop.rb"), "CARTS = []\n");
        assertEquals(Optional.empty(), ProgramSource.of(folder.toString(), "").address("shop.rb", 1));
    }

    @Test
    void whatIsNoAddressOfAFileIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ProgramSource.of("", "vscode://open"));
        assertThrows(IllegalArgumentException.class, () -> ProgramSource.of("", "no address {file}"));
        assertThrows(IllegalArgumentException.class, () -> ProgramSource.of("a\0b", ""));
    }
}
