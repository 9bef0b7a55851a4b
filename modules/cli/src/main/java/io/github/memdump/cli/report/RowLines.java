package io.github.memdump.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** Breaks the lines of a document so that each field and each row of a table has one, to be read and compared. */
final class RowLines implements DefaultPrettyPrinter.Indenter {
    private static final int DEEPEST = 2;

    @Override
    public void writeIndentation(JsonGenerator json, int level) throws IOException {
        json.writeRaw(level <= DEEPEST ? "\n" + "  ".repeat(level) : " ");
    }

    @Override
    public boolean isInline() {
        return false;
    }
}
