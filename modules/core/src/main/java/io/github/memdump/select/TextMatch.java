package io.github.memdump.select;

import io.github.memdump.select.syntax.MatchBudget;
import io.github.memdump.select.syntax.SelectionException;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;

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

    /** Texts that are equal to one of some values. */
    final class OneOf implements TextMatch {
        private final Set<String> values;

        OneOf(Set<String> values) {
            this.values = Collections.unmodifiableSet(values);
        }

        Set<String> values() {
            return values;
        }

        @Override
        public Run begin(Evaluation evaluation) {
            return values::contains;
        }
    }

    /** Texts in which a pattern is found. */
    final class Matches implements TextMatch {
        private final Pattern pattern;
        private final int position;

        Matches(Pattern pattern, int position) {
            this.pattern = pattern;
            this.position = position;
        }

        @Override
        public Run begin(Evaluation evaluation) {
            MatchBudget patience = new MatchBudget(evaluation.task);
            return text -> {
                try {
                    return pattern.matcher(patience.guard(text)).find();
                } catch (MatchBudget.Lost lost) {
                    throw evaluation.error(position, "This pattern was given up on a text of " + text.length()
                        + " characters, which it would try in too many ways. Avoid repetitions inside repetitions, such"
                        + " as (a+)+, and alternatives that begin alike.");
                } catch (NullPointerException mistake) {
                    // java.util.regex forgets to check sets such as [a&&&&].
                    throw evaluation.error(position, "Java cannot match this pattern. Write sets in it without an empty"
                        + " side of &&.");
                } catch (StackOverflowError deep) {
                    throw evaluation.error(position, "This pattern was given up on a text of " + text.length()
                        + " characters, in which it goes too deep. Repeat a set such as [ab]* instead of alternatives"
                        + " such as (a|b)*.");
                }
            };
        }
    }
}
