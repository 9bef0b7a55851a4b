package io.github.memdump.select;

import io.github.memdump.select.syntax.SelectionError;
import io.github.memdump.select.syntax.SelectionException;
import java.util.Optional;

/** What became of a text that was read as a selection: the selection, or the first mistake in it. Immutable. */
public final class ParsedSelection {
    private final Selection selection;
    private final SelectionError error;

    private ParsedSelection(Selection selection, SelectionError error) {
        this.selection = selection;
        this.error = error;
    }

    static ParsedSelection of(Selection selection) {
        return new ParsedSelection(selection, null);
    }

    static ParsedSelection failed(SelectionError error) {
        return new ParsedSelection(null, error);
    }

    /** Returns the selection, if the text is one. */
    public Optional<Selection> selection() {
        return Optional.ofNullable(selection);
    }

    /** Returns the first mistake, if there is one. */
    public Optional<SelectionError> error() {
        return Optional.ofNullable(error);
    }

    /**
     * Returns the selection.
     *
     * @throws SelectionException with the mistake, if the text is none
     */
    public Selection orThrow() throws SelectionException {
        if (selection == null) {
            throw new SelectionException(error);
        }
        return selection;
    }
}
