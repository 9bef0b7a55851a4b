package io.github.memdump.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Markdown text taken apart: prose, code in the prose, blocks of code, headings. Lines count from 1. */
final class Document {
    private static final Pattern FENCE = Pattern.compile("^ {0,3}(```+|~~~+)\\s*(\\S*).*$");
    private static final Pattern SPAN = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*#*$");

    private final Path path;
    private final List<Text> prose = new ArrayList<>();
    private final List<Text> spans = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final Set<String> anchors = new LinkedHashSet<>();
    private final Map<String, Integer> timesUsed = new HashMap<>();

    private Document(Path path, List<String> lines) {
        this.path = path;
        Block fenced = null;
        String fence = "";
        boolean paragraph = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher opening = FENCE.matcher(line);
            if (fenced != null) {
                if (line.strip().equals(fence)) {
                    fenced = null;
                } else {
                    fenced.lines().add(new Text(i + 1, line));
                }
            } else if (opening.matches()) {
                fenced = new Block(opening.group(2), new ArrayList<>());
                fence = opening.group(1);
                blocks.add(fenced);
            } else if (line.startsWith("    ") && !paragraph) {
                blocks.add(new Block("", new ArrayList<>(List.of(new Text(i + 1, line.strip())))));
            } else {
                paragraph = !line.isBlank();
                addProse(i + 1, line);
            }
        }
    }

    /** A piece of the text, and its line. */
    record Text(int line, String text) {
    }

    /** A block of code; the language is empty if it has none. */
    record Block(String language, List<Text> lines) {
    }

    static Document of(Path path, String text) {
        return new Document(path, text.lines().toList());
    }

    static Document read(Path path) throws IOException {
        return of(path, Files.readString(path));
    }

    private void addProse(int number, String line) {
        Matcher heading = HEADING.matcher(line);
        if (heading.matches()) {
            addAnchor(heading.group(1));
        }
        Matcher span = SPAN.matcher(line);
        while (span.find()) {
            spans.add(new Text(number, span.group(2).strip().replace("\\|", "|")));
        }
        prose.add(new Text(number, span.reset().replaceAll("``")));
    }

    /** Adds what a heading is called in links, as GitHub makes it. */
    private void addAnchor(String heading) {
        String text = heading.replaceAll("!?\\[([^]]*)]\\([^)]*\\)", "$1");
        String anchor = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\-_ ]", "").replace(' ', '-');
        int times = timesUsed.merge(anchor, 1, Integer::sum);
        anchors.add(times == 1 ? anchor : anchor + "-" + (times - 1));
    }

    Path path() {
        return path;
    }

    /** Returns the lines outside blocks, code in them blanked out. */
    List<Text> prose() {
        return prose;
    }

    /** Returns what stands in backticks outside blocks. */
    List<Text> spans() {
        return spans;
    }

    List<Block> blocks() {
        return blocks;
    }

    Set<String> anchors() {
        return anchors;
    }
}
