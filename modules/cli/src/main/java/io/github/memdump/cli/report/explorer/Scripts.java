package io.github.memdump.cli.report.explorer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The scripts of the page, each as the text of one element. They load nothing and make no code out of text. */
final class Scripts {
    /** Modules of D3, each after those that it needs. */
    private static final List<String> LIBRARY = List.of("array", "color", "dispatch", "ease", "format", "hierarchy",
        "path", "selection", "timer", "interpolate", "drag", "shape", "scale", "transition", "zoom");
    private static final List<String> OWN = List.of("figures", "tables", "links", "tree", "colours", "icicle",
        "search", "picture", "growth", "start");

    private Scripts() {
    }

    /** Returns the library with its licence. */
    static String drawing() throws IOException {
        StringBuilder text = new StringBuilder(1 << 17).append(read("licence.js"));
        for (String module : LIBRARY) {
            text.append(read("d3/d3-" + module + ".min.js")).append('\n');
        }
        return text.toString();
    }

    /** Returns the page's own scripts, which see each other and are seen by nothing else. */
    static String explorer() throws IOException {
        StringBuilder text = new StringBuilder(1 << 15).append("(function () {\n'use strict';\n");
        for (String name : OWN) {
            text.append(read(name + ".js")).append('\n');
        }
        return text.append("}());\n").toString();
    }

    private static String read(String name) throws IOException {
        try (InputStream stream = Scripts.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IOException("A script of the report, " + name + ", is missing from the jar.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        }
    }
}
