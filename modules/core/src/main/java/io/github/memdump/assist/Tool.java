package io.github.memdump.assist;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** Something that an assistant may call. Immutable. */
public final class Tool {
    private final String name;
    private final String description;
    private final Map<String, Object> schema;
    private final Call call;

    /**
     * Makes a tool.
     *
     * @param schema the JSON schema of its arguments
     */
    public Tool(String name, String description, Map<String, Object> schema, Call call) {
        this.name = Objects.requireNonNull(name);
        this.description = Objects.requireNonNull(description);
        this.schema = Map.copyOf(schema);
        this.call = Objects.requireNonNull(call);
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Returns what it does and when to use it. */
    public String description() {
        return description;
    }

    /** Returns the JSON schema of its arguments. */
    public Map<String, Object> schema() {
        return schema;
    }

    /**
     * Returns the answer to some arguments.
     *
     * @throws IOException if there is none; the message is meant for the assistant
     */
    public String answer(Map<String, Object> arguments) throws IOException {
        return call.answer(arguments);
    }

    /** Answers. */
    public interface Call {
        /** Returns the answer to some arguments, or fails with a message for the assistant. */
        String answer(Map<String, Object> arguments) throws IOException;
    }
}
