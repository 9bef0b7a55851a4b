package io.github.memdump.assist;

import java.io.IOException;
import java.util.Objects;

/** Something that an assistant may read. Immutable. */
public final class Document {
    private final String name;
    private final String type;
    private final String description;
    private final Text text;

    /** Makes a document of a media type, whose text is made when it is read. */
    public Document(String name, String type, String description, Text text) {
        this.name = Objects.requireNonNull(name);
        this.type = Objects.requireNonNull(type);
        this.description = Objects.requireNonNull(description);
        this.text = Objects.requireNonNull(text);
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Returns its media type. */
    public String type() {
        return type;
    }

    /** Returns what is in it. */
    public String description() {
        return description;
    }

    /** Returns its text. */
    public String text() throws IOException {
        return text.read();
    }

    /** Makes the text. */
    public interface Text {
        /** Returns it. */
        String read() throws IOException;
    }
}
