package io.github.memdump.answer.content;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The value of an object, for people and for machines. */
public final class ValueWords {
    private ValueWords() {
    }

    /**
     * Returns a value for a cell: on one line, control characters escaped; behind a beginning, how long the whole is;
     * in parentheses why it is not known; empty where objects of the type have none.
     */
    public static String cell(Value value) {
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

    /** Returns the columns {@code value} and {@code value_bytes} for machines, null where they are not known. */
    public static <R> List<TableColumn<R>> columns(Function<R, Value> read) {
        return List.of(
            TableColumn.text("value", row -> {
                Value value = read.apply(row);
                return value.kind() == Value.Kind.GIVEN ? value.text() : null;
            }),
            TableColumn.count("value_bytes", row -> {
                long bytes = read.apply(row).bytes();
                return bytes < 0 ? TableColumn.ABSENT : bytes;
            }));
    }

    /** Adds the same as facts, and {@code value_kind}, which says why there is none. */
    static void add(Answer.Builder answer, Value value) {
        answer.facts(columns(any -> value), value).fact("value_kind", value.kind().name().toLowerCase(Locale.ROOT));
    }
}
