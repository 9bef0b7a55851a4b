package io.github.memdump.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditorAddressTest {
    @Test
    void fileAndLineTakeTheirPlacesAndNothingInAFilesNameCanEndThem() {
        Path file = Path.of("a b&c+d#e?f.rb").toAbsolutePath();
        String folder = file.getParent().toUri().getRawPath();
        assertEquals(Optional.of(URI.create("editor://open?file=" + folder + "a%20b%26c%2Bd%23e%3Ff.rb&line=7")),
            EditorAddress.parse(" editor://open?file={file}&line={line} ").of(file, 7));
    }

    @Test
    void nothingIsNoEditor() {
        assertFalse(EditorAddress.parse("  ").isSet());
        assertEquals(Optional.empty(), EditorAddress.NONE.of(Path.of("app.rb"), 1));
    }

    @Test
    void whatNamesNoFileOrNoProgramIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> EditorAddress.parse("vscode://open"));
        assertThrows(IllegalArgumentException.class, () -> EditorAddress.parse("no address {file}"));
        assertThrows(IllegalArgumentException.class, () -> EditorAddress.parse("{file}:{line}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)//{file}", " JavaScript:{file}:{line}", "data:text/html,{file}",
        "vbscript:{file}", "blob:{file}", "about:{file}"})
    void whatABrowserWouldRunIsRefused(String script) {
        assertThrows(IllegalArgumentException.class, () -> EditorAddress.parse(script));
    }
}
