package io.github.memdump.cli;

import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a report has left in its folder. */
final class ReportFolderFiles {
    private final Path folder;

    ReportFolderFiles(Path folder) {
        this.folder = folder;
    }

    String html() throws IOException {
        return Files.readString(folder.resolve("report.html"), StandardCharsets.UTF_8);
    }

    /** Returns what is read before the second heading of a section, without markup. */
    String firstScreen() throws IOException {
        String html = html();
        int first = html.indexOf("<h2");
        String text = html.substring(html.indexOf("<body>"), html.indexOf("<h2", first + 1));
        return text.replaceAll("<[^>]*>", " ").replaceAll("[\\s\u00A0]+", " ")
            .replace("&gt;", ">").replace("&lt;", "<");
    }

    JsonTree json() throws IOException {
        return JsonTree.read(Files.readString(folder.resolve("report.json"), StandardCharsets.UTF_8));
    }

    byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }
}
