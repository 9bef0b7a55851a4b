package io.github.memdump.cli.command;

import io.github.memdump.select.syntax.SyntaxError;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine;

/** A selection that cannot be used, with the place of the mistake. */
public final class SelectionMistake extends ParameterException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    SelectionMistake(CommandLine command, SyntaxError error, String remedy) {
        this(command, "--where, column " + error.column() + ": " + error.message()
            + error.suggestion().map(name -> " Did you mean " + name + "?").orElse("") + remedy, error.pointer());
    }

    /** Makes a mistake in a selection that stands in another option; the pointer is shown below the message. */
    public SelectionMistake(CommandLine command, String message, String pointer) {
        super(command, message);
        this.pointer = pointer;
    }

    /** Returns the selection and, on a second line, a caret below the mistake. */
    public String pointer() {
        return pointer;
    }
}
