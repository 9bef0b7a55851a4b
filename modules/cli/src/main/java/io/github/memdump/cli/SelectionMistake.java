package io.github.memdump.cli;

import io.github.memdump.select.SelectionError;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A selection that cannot be used, with the place of the mistake. */
final class SelectionMistake extends ParameterException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    SelectionMistake(CommandLine command, SelectionError error, String remedy) {
        super(command, "--where, column " + error.column() + ": " + error.message()
            + error.suggestion().map(name -> " Did you mean " + name + "?").orElse("") + remedy);
        this.pointer = error.pointer();
    }

    /** Returns the selection and, on a second line, a caret below the mistake. */
    String pointer() {
        return pointer;
    }
}
