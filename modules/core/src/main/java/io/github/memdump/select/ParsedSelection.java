package io.github.memdump.select;

import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a text that was read as a selection: the selection, or the first mistake in it. Immutable. */
public final class ParsedSelection {
    private final @Nullable Selection selection;
    private final @Nullable SyntaxError error;

    private ParsedSelection(@Nullable Selection selection, @Nullable SyntaxError error) {
        this.selection = selection;
        this.error = error;
    }

    static ParsedSelection of(Selection selection) {
        return new ParsedSelection(selection, null);
    }

    static ParsedSelection failed(SyntaxError error) {
        return new ParsedSelection(null, error);
    }

    /** Returns the selection, if the text is one. */
    public Optional<Selection> selection() {
        return Optional.ofNullable(selection);
    }

    /** Returns the first mistake, if there is one. */
    public Optional<SyntaxError> error() {
        return Optional.ofNullable(error);
    }

    /**
     * Returns the selection.
     *
     * @throws SelectionException with the mistake, if the text is none
     */
    public Selection orThrow() throws SelectionException {
        if (selection == null) {
            throw new SelectionException(Objects.requireNonNull(error));
        }
        return selection;
    }
}
