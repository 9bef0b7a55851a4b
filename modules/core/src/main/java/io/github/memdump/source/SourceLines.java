package io.github.memdump.source;

import io.github.memdump.text.Printable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lines of the program's source, as they stand now, read when they are asked for: in the folders that were named, else
 * where the file was when the process ran. A dump may name any file, so only files of Ruby are read (by their ending,
 * or the first line of a script), no others and no devices, and of these the lines asked for. Each line is kept once
 * read. Thread-safe.
 */
public final class SourceLines {
    /** No source at all. */
    public static final SourceLines NONE = new SourceLines(List.of(), false);
    /** A longer line is cut. */
    public static final int LONGEST = 200;

    private static final long LARGEST_FILE = 16L << 20;
    private static final Set<String> ENDINGS = Set.of("rb", "rbw", "rake", "ru", "erb", "rhtml", "gemspec", "thor",
        "jbuilder", "builder", "haml", "slim", "rabl", "arb", "axlsx", "podspec");
    private static final Set<String> NAMES = Set.of("rakefile", "gemfile", "capfile", "guardfile", "thorfile");

    private final List<SourceFolder> folders;
    private final boolean isHere;
    private final Map<String, Optional<String>> known = new ConcurrentHashMap<>();

    private SourceLines(List<SourceFolder> folders, boolean isHere) {
        this.folders = List.copyOf(folders);
        this.isHere = isHere;
    }

    /** Returns the lines of files in some folders, the first first, and else where they were. */
    public static SourceLines in(List<SourceFolder> folders) {
        return new SourceLines(folders, true);
    }

    /**
     * Returns a line, without the blanks around it, cut to {@value #LONGEST} characters, what is not printable escaped;
     * nothing where the file cannot be read, is none of Ruby, or has no such line, or where that is blank.
     *
     * @param file   the path of the file in the process
     * @param number the number of the line, from 1
     */
    public Optional<String> line(String file, long number) {
        if (file.isEmpty() || number < 1 || number > Integer.MAX_VALUE || (!isHere && folders.isEmpty())) {
            return Optional.empty();
        }
        return known.computeIfAbsent(number + " " + file, any -> find(file, (int) number));
    }

    private Optional<String> find(String file, int number) {
        return file(file).flatMap(path -> {
            try {
                return read(path, number);
            } catch (IOException unreadable) {
                return Optional.empty();
            }
        });
    }

    /**
     * Returns where a file of the process is here, if it is one of Ruby.
     *
     * @param file the path of the file in the process
     */
    public Optional<Path> file(String file) {
        for (Path path : candidates(file)) {
            try {
                if (Files.isRegularFile(path) && Files.size(path) <= LARGEST_FILE && isRuby(path)) {
                    return Optional.of(path);
                }
            } catch (IOException | SecurityException unreadable) {
                // As good as not there.
            }
        }
        return Optional.empty();
    }

    private List<Path> candidates(String file) {
        List<Path> candidates = new ArrayList<>();
        folders.forEach(folder -> candidates.addAll(folder.candidates(file)));
        // What begins with two slashes may be on another machine, which the dump must not make this one talk to.
        boolean isElsewhere = file.startsWith("//") || file.startsWith("\\\\");
        if (isHere && !isElsewhere) {
            try {
                candidates.add(Path.of(file));
            } catch (InvalidPathException impossible) {
                // No file has such a name here.
            }
        }
        return candidates;
    }

    private static boolean isRuby(Path path) throws IOException {
        String name = path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        if ((ENDINGS.contains(name.substring(dot + 1)) && dot >= 0) || NAMES.contains(name)) {
            return true;
        }
        Optional<String> first = dot < 0 ? read(path, 1) : Optional.empty();
        return first.filter(line -> line.startsWith("#!") && line.contains("ruby")).isPresent();
    }

    private static Optional<String> read(Path path, int number) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(path),
            StandardCharsets.UTF_8))) {
            for (int i = 1; i < number; i++) {
                if (lines.readLine() == null) {
                    return Optional.empty();
                }
            }
            String line = lines.readLine();
            return line == null || line.isBlank() ? Optional.empty() : Optional.of(cut(Printable.of(line.strip())));
        }
    }

    private static String cut(String line) {
        return line.length() <= LONGEST ? line
            : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST - 1) - 1)) + "…";
    }
}
