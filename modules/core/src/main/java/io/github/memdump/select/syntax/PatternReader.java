package io.github.memdump.select.syntax;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Makes patterns of what stands between slashes. */
public final class PatternReader {
    private static final int LONGEST = 1_000;
    private static final int MOST_REPETITIONS = 100_000;
    private static final Pattern COUNTED = Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?}");

    private PatternReader() {
    }

    /** Returns the pattern of a token, {@code ^} and {@code $} standing for begin and end of a line as in Ruby. */
    public static Pattern pattern(Token token, Tokens tokens) throws SelectionException {
        if (token.text.length() > LONGEST) {
            throw tokens.error(token, "This pattern has " + token.text.length() + " characters; the limit is " + LONGEST
                + ".", "");
        }
        if (repetitions(token.text) > MOST_REPETITIONS) {
            throw tokens.error(token, "The counted repetitions of this pattern multiply to more than "
                + MOST_REPETITIONS + ". Use * or + instead of large counts.", "");
        }
        int open = token.kind == Token.Kind.PATTERN ? 1 : 0;
        try {
            return Pattern.compile(token.text, flags(token, tokens));
        } catch (PatternSyntaxException wrong) {
            int inside = Math.max(0, Math.min(wrong.getIndex(), token.text.length()));
            throw tokens.errorAt(token.position + open + inside, "This pattern is not understood: "
                + wrong.getDescription() + ".", "");
        } catch (RuntimeException mistake) {
            // java.util.regex fails at some broken patterns instead of saying what is wrong.
            throw tokens.error(token, "This pattern is not understood.", "");
        } catch (StackOverflowError deep) {
            throw tokens.error(token, "This pattern is nested too deeply.", "");
        }
    }

    private static int flags(Token token, Tokens tokens) throws SelectionException {
        int flags = Pattern.MULTILINE;
        for (int i = 0; i < token.flags.length(); i++) {
            switch (token.flags.charAt(i)) {
                case 'i':
                    flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                    break;
                case 'm':
                    flags |= Pattern.DOTALL;
                    break;
                case 'x':
                    flags |= Pattern.COMMENTS;
                    break;
                default:
                    throw tokens.errorAt(token.position + token.text.length() + 2 + i, "Expected i (any case), m (a dot"
                        + " also matches the end of a line) or x (spaces and comments in the pattern) after it, found"
                        + " \"" + token.flags.charAt(i) + "\".", "");
            }
        }
        return flags;
    }

    private static long repetitions(String pattern) {
        long product = 1;
        for (Matcher counted = COUNTED.matcher(pattern); counted.find() && product <= MOST_REPETITIONS; ) {
            String most = counted.group(2) == null || counted.group(2).isEmpty() ? counted.group(1) : counted.group(2);
            product *= most.length() > 6 ? MOST_REPETITIONS + 1L : Math.max(1, Integer.parseInt(most));
        }
        return product;
    }
}
