package io.github.memdump.cli.option;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.ParsedSelection;
import io.github.memdump.select.Selection;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import io.github.memdump.task.Task;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ParameterException;

/** A selection as it is given with an option of a command, read before any dump is. Immutable. */
final class SelectionText {
    private final String option;
    private final Selection selection;
    private final Function<String, ParameterException> misused;

    private SelectionText(String option, Selection selection, Function<String, ParameterException> misused) {
        this.option = option;
        this.selection = selection;
        this.misused = misused;
    }

    /** Reads the text given with an option; {@code misused} makes the exception that tells a mistake in it. */
    static SelectionText read(String option, String text, Function<String, ParameterException> misused) {
        ParsedSelection parsed = Selection.parse(text);
        return new SelectionText(option, parsed.selection().orElseThrow(() ->
            misused.apply(sentence(option, parsed.error().orElseThrow()))), misused);
    }

    /** Returns the objects of a heap that it is true of, making the findings that it needs. */
    NodeSet in(Heap heap, Task task) {
        try {
            return selection.in(selection.findings(Optional.empty(), heap, task), task);
        } catch (SelectionException wrong) {
            throw misused.apply(sentence(option, wrong.error()));
        }
    }

    private static String sentence(String option, SyntaxError error) {
        return option + " '" + error.text() + "', column " + error.column() + ": " + error.message()
            + error.suggestion().map(name -> " Did you mean " + name + "?").orElse("");
    }

    @Override
    public String toString() {
        return selection.text();
    }
}
