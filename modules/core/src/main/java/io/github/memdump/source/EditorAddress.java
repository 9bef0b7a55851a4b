package io.github.memdump.source;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The address by which a line of source opens in the user's editor, such as {@code vscode://file{file}:{line}}; or
 * none, as long as nobody has set one. Immutable.
 */
public final class EditorAddress {
    /** No editor. */
    public static final EditorAddress NONE = new EditorAddress("");
    /** Stands in the address for the path of the file. */
    public static final String FILE = "{file}";
    /** Stands in the address for the number of the line. */
    public static final String LINE = "{line}";

    /** Schemes whose address is a page of its own or a script: a browser would run it, no editor opens. */
    private static final Set<String> RUN_BY_BROWSERS = Set.of("javascript", "vbscript", "data", "blob", "about");

    private final String text;

    private EditorAddress(String text) {
        this.text = text;
    }

    /**
     * Reads an address as a user writes it; nothing, or blanks, for none.
     *
     * @throws IllegalArgumentException if it names no file or no program, or is a script that browsers run
     */
    public static EditorAddress parse(String text) {
        EditorAddress address = new EditorAddress(text.trim());
        if (address.isSet() && (!text.contains(FILE) || !isOpened(address.uri("/app.rb", 1)))) {
            throw new IllegalArgumentException(text);
        }
        return address;
    }

    private static boolean isOpened(URI uri) {
        return uri.isAbsolute() && !RUN_BY_BROWSERS.contains(uri.getScheme().toLowerCase(Locale.ROOT));
    }

    /** Returns whether there is an editor. */
    public boolean isSet() {
        return !text.isEmpty();
    }

    /** Returns the address of a line of a file here, if there is an editor. */
    public Optional<URI> of(Path file, long line) {
        return isSet() ? Optional.of(uri(file.toAbsolutePath().toUri().getRawPath(), line)) : Optional.empty();
    }

    private URI uri(String path, long line) {
        // These would end the path where it stands in a query.
        String escaped = path.replace("&", "%26").replace("+", "%2B");
        return URI.create(text.replace(FILE, escaped).replace(LINE, String.valueOf(line)));
    }

    /** Returns the address as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
