package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing is written but through the engine's package file, except where a reason is given here. */
class OneWriterTest {
    private static final Pattern WRITES = Pattern.compile(
        "Files\\.(newOutputStream|newBufferedWriter|write|writeString|copy|move|createTemp\\w+|createFile|createLink"
            + "|createSymbolicLink|createDirector\\w+)\\("
            + "|new FileOutputStream\\((?!FileDescriptor)|new (FileWriter|FileImageOutputStream)\\("
            + "|new RandomAccessFile\\([^;]*\"rw|FileChannel\\.open\\([^;]*(WRITE|CREATE|APPEND)"
            + "|newByteChannel\\([^;]*(WRITE|CREATE|APPEND)|(PrintWriter|PrintStream)\\([\\w.]*(path|file)\\w*[,)]"
            + "|ImageIO\\.write\\([^;]*\\.toFile\\(\\)|\\.createTempFile\\(");
    private static final Map<String, String> REASONS = new TreeMap<>(Map.ofEntries(
        Map.entry("cli/gephi/GephiStart", "the log that another program writes into"),
        Map.entry("cli/gephi/PluginCluster", "unpacks the plugin into the user's cache under an unguessable name"),
        Map.entry("cli/interactive/HistoryFile", "the line editor appends to it"),
        Map.entry("cli/report/picture/Pictures", "in the private folder of an output"),
        Map.entry("core/index/IndexCache", "makes the folder of the cache; what is in it goes through the package"),
        Map.entry("core/live", "the process that is asked writes the dump by itself"),
        Map.entry("gephi-plugin/importer/Archives", "unpacks into a private folder that goes when Gephi ends"),
        Map.entry("gephi-plugin/statistics/DistributionChart",
            "a private temporary file that Gephi reads until it ends")));

    @Test
    void everyOutputGoesThroughOnePackage() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        TreeMap<String, String> others = new TreeMap<>();
        for (String module : List.of("core", "cli", "gephi-plugin")) {
            for (Path source : sources(module)) {
                String place = place(module, source);
                String text = Files.readString(source);
                if (place.startsWith("core/file/") || !WRITES.matcher(text).find()) {
                    continue;
                }
                String reason = REASONS.keySet().stream()
                    .filter(known -> place.equals(known) || place.startsWith(known + "/")).findFirst().orElse("");
                if (reason.isEmpty()) {
                    others.put(place, text.lines().filter(line -> WRITES.matcher(line).find()).findFirst().orElse(""));
                } else {
                    used.add(reason);
                }
            }
        }
        assertEquals(Map.of(), others, "use Target and Output, or give a reason");
        assertEquals(REASONS.keySet(), used, "reasons that are not needed any more");
    }

    @Test
    void theSearchFindsWhatItLooksFor() {
        for (String line : List.of("Files.write(path, bytes)", "Files.newOutputStream(out)", "new FileWriter(name)",
            "FileChannel.open(path, StandardOpenOption.WRITE)", "new RandomAccessFile(file, \"rw\")")) {
            assertTrue(WRITES.matcher(line).find(), line);
        }
        for (String line : List.of("Files.readString(path)", "FileChannel.open(file)",
            "new RandomAccessFile(file, \"r\")", "new FileOutputStream(FileDescriptor.out)")) {
            assertTrue(!WRITES.matcher(line).find(), line);
        }
    }

    private static String place(String module, Path source) {
        String path = source.toString().replace('\\', '/');
        return path.substring(path.indexOf("../" + module) + 3).replaceAll("/src/main/java/io/github/memdump/"
            + "((cli|gephi)/(?=.*))?", "/").replace(".java", "");
    }

    private static List<Path> sources(String module) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList());
        }
    }
}
