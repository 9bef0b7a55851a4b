package io.github.memdump.cli.gephi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words on their way through two scripts that evaluate them as the start scripts do. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there the start program is no script")
class LauncherWordTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"/plain/path", "/with space", "/it's/'quoted'", "/a \"b\" c", "/$HOME/$(touch x)/`touch y`",
        "/back\\slash\\\\es", "/ende\\", "/semi;colon&and|pipe>out<in*?[a]", "/Größe 🐘", "/$'\"`\\"})
    void arriveAsTheyWere(String path) throws Exception {
        Path inner = Files.writeString(folder.resolve("inner"), "jargs=\nfor a; do\n"
            + "jopt=`expr \"X-$a\" : 'X--J\\(.*\\)'`; jargs=\"$jargs '$jopt'\"\ndone\n"
            + "eval printf \"'%s'\" \"$jargs\"\n");
        Path outer = Files.writeString(folder.resolve("outer"), "args=\"\"\n"
            + "for a; do args=\"$args \\\"$a\\\"\"; done\neval exec sh '\"" + inner + "\"' \"$args\"\n");
        Process process = new ProcessBuilder("sh", outer.toString(), LauncherWord.java("-Dx=" + path))
            .directory(folder.toFile()).redirectErrorStream(true).start();
        assertEquals("-Dx=" + path, new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
    }
}
