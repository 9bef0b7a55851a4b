package io.github.memdump.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A folder with source, and which files of the process it stands for. Immutable. */
public final class SourceFolder {
    private static final Pattern LIBRARY = Pattern.compile("[/\\\\](?:gems|lib[/\\\\]ruby|rubygems)[/\\\\]");
    private static final int PARTS_OF_LIBRARY = 3;

    private final String prefix;
    private final Path folder;

    private SourceFolder(String prefix, Path folder) {
        this.prefix = prefix;
        this.folder = folder;
    }

    /** Returns a folder in which files are looked for by the longest end of their path that is there. */
    public static SourceFolder of(Path folder) {
        return new SourceFolder("", folder);
    }

    /** Returns a folder that stands for another: what begins with a prefix there is looked for here behind it. */
    public static SourceFolder of(String prefix, Path folder) {
        return new SourceFolder(parts(prefix).isEmpty() ? "/" : prefix.replaceAll("[/\\\\]+$", ""), folder);
    }

    /**
     * Reads {@code DIR} or {@code PREFIX=DIR}.
     *
     * @throws InvalidPathException if DIR is no name of a folder
     */
    public static SourceFolder parse(String text) {
        int equals = text.indexOf('=');
        return equals <= 0 ? of(Path.of(text)) : of(text.substring(0, equals), Path.of(text.substring(equals + 1)));
    }

    /** Returns the folder. */
    public Path folder() {
        return folder;
    }

    /** Returns where a file of the process may be, the likeliest first; never outside of the folder. */
    List<Path> candidates(String file) {
        List<Path> candidates = new ArrayList<>();
        if (!prefix.isEmpty()) {
            boolean isBelow = prefix.equals("/") ? file.startsWith("/")
                : file.startsWith(prefix + "/") || file.startsWith(prefix + "\\");
            if (isBelow) {
                add(parts(file.substring(prefix.length())), candidates);
            }
            return candidates;
        }
        List<String> parts = parts(file);
        // A file of a gem is hardly the one of the same name in the program.
        int least = LIBRARY.matcher(file).find() ? PARTS_OF_LIBRARY : 1;
        for (int from = 0; from + least <= parts.size(); from++) {
            add(parts.subList(from, parts.size()), candidates);
        }
        return candidates;
    }

    private void add(List<String> parts, List<Path> candidates) {
        if (parts.isEmpty() || parts.contains("..")) {
            return;
        }
        try {
            Path path = folder;
            for (String part : parts) {
                path = path.resolve(part);
            }
            candidates.add(path);
        } catch (InvalidPathException impossible) {
            // No file has such a name here.
        }
    }

    private static List<String> parts(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("[/\\\\]", -1)) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return parts;
    }
}
