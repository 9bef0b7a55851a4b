package io.github.memdump.select;

import io.github.memdump.select.syntax.SelectionException;

/** What a column of text is compared with. Immutable. */
interface TextMatch {
    /** Begins to test the texts of one column; a run is for one thread. */
    Run begin(Evaluation evaluation);

    /** Tests the texts of one column. */
    interface Run {
        /**
         * Returns whether a text passes.
         *
         * @throws SelectionException if a pattern takes too long
         */
        boolean accepts(String text) throws SelectionException;
    }
}
