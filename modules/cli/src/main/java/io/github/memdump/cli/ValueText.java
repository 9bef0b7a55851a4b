package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.answer.Figures;
import io.github.memdump.value.Value;
import java.io.IOException;

/** The value of an object, for people and for machines. */
final class ValueText {
    private ValueText() {
    }

    /**
     * Returns a value for a cell: on one line, control characters escaped; behind a beginning, how long the whole is;
     * in parentheses why it is not known; empty where objects of the type have none.
     */
    static String cell(Value value) {
        switch (value.kind()) {
            case GIVEN:
                return value.isCut() ? value.printed() + "… (" + Figures.count(value.bytes(), "byte") + ")"
                    : value.printed();
            case OMITTED:
                return value.bytes() < 0 ? "(not in the dump)"
                    : "(" + Figures.count(value.bytes(), "byte") + ", not in the dump)";
            case SHARED:
                return "(in the buffer of another string)";
            case UNREADABLE:
                return "(unreadable)";
            default:
                return "";
        }
    }

    /** Returns a value in a sentence, in quotes if it is known. */
    static String sentence(Value value) {
        switch (value.kind()) {
            case GIVEN:
                String quoted = '"' + value.printed() + '"';
                String length = Figures.count(value.bytes(), "byte");
                return value.isCut() ? quoted + "… (" + length + ", cut: --value-length shows more)"
                    : quoted + " (" + length + ")";
            case OMITTED:
                return (value.bytes() < 0 ? "" : Figures.count(value.bytes(), "byte") + ", ")
                    + "not in the dump: Ruby leaves out what is binary, not valid or not ASCII, memdump what it was not"
                    + " asked to copy";
            case SHARED:
                return "in the buffer of another string, the one it refers to";
            case UNREADABLE:
                return "unreadable: the record is damaged";
            default:
                return "none";
        }
    }

    /** Writes the fields {@code value} and {@code value_bytes}, each null where it is not known. */
    static void writeTo(JsonGenerator json, Value value) throws IOException {
        if (value.kind() == Value.Kind.GIVEN) {
            json.writeStringField("value", value.text());
        } else {
            json.writeNullField("value");
        }
        if (value.bytes() < 0) {
            json.writeNullField("value_bytes");
        } else {
            json.writeNumberField("value_bytes", value.bytes());
        }
    }
}
