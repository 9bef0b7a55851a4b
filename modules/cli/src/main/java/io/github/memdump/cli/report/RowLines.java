package io.github.memdump.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** Breaks the lines of a document so that each field and each row of a table has one, to be read and compared. */
final class RowLines implements DefaultPrettyPrinter.Indenter {
    /** Breaks lines between the fields of the document. */
    static final RowLines OF_FIELDS = new RowLines(1);
    /** Breaks lines between the rows of its tables as well. */
    static final RowLines OF_ROWS = new RowLines(2);

    private final int deepest;

    private RowLines(int deepest) {
        this.deepest = deepest;
    }

    @Override
    public void writeIndentation(JsonGenerator json, int level) throws IOException {
        json.writeRaw(level <= deepest ? "\n" + "  ".repeat(level) : " ");
    }

    @Override
    public boolean isInline() {
        return false;
    }
}
