package io.github.memdump.select;

import io.github.memdump.select.syntax.MatchBudget;
import java.util.regex.Pattern;

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
                    + " characters, which it would try in too many ways. Avoid repetitions inside repetitions, such as"
                    + " (a+)+, and alternatives that begin alike.");
            } catch (NullPointerException mistake) {
                // java.util.regex forgets to check sets such as [a&&&&].
                throw evaluation.error(position, "Java cannot match this pattern. Write sets in it without an empty"
                    + " side of &&.");
            } catch (StackOverflowError deep) {
                throw evaluation.error(position, "This pattern was given up on a text of " + text.length()
                    + " characters, in which it goes too deep. Repeat a set such as [ab]* instead of alternatives such"
                    + " as (a|b)*.");
            }
        };
    }
}
