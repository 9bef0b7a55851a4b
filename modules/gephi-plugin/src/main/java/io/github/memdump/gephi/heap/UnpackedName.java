package io.github.memdump.gephi.heap;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of dumps as the user knows them. Gephi's File &gt; Open unpacks {@code after.json.gz} to a temporary file
 * {@code after.4711….json} before any importer sees it.
 */
public final class UnpackedName {
    private static final Pattern UNPACKED = Pattern.compile("(.+)\\.\\d{10,}(\\.[^.]+)");

    private UnpackedName() {
    }

    /** Returns a file name without the number of a temporary file. */
    public static String of(String fileName) {
        Matcher matcher = UNPACKED.matcher(fileName);
        return matcher.matches() ? matcher.group(1) + matcher.group(2) : fileName;
    }

    /** Returns whether a file name is that of a temporary file, which Gephi deletes when it ends. */
    public static boolean isTemporary(String fileName) {
        return UNPACKED.matcher(fileName).matches();
    }

    /** Returns the last part of a path, without the number of a temporary file. */
    public static String lastOf(String path) {
        return of(path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
    }
}
