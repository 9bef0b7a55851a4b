package io.github.memdump.select.syntax;

/** Finds where a selection ends that stands in parentheses within a longer text. */
public final class Brackets {
    private Brackets() {
    }

    /**
     * Returns the place of the parenthesis that closes the one at {@code opening}; those in quotes and patterns do not
     * count. Linear time.
     *
     * @return a place counted from 0, or -1 if it is not closed
     * @throws SelectionException if a quote or a pattern is not closed; the mistake stands in the whole text
     */
    public static int closing(String text, int opening) throws SelectionException {
        int depth = 0;
        // Spaces instead of what stands before it keep the places.
        for (Token token : Lexer.tokens(" ".repeat(opening) + text.substring(opening))) {
            depth += token.kind == Token.Kind.OPEN ? 1 : token.kind == Token.Kind.CLOSE ? -1 : 0;
            if (depth == 0) {
                return token.kind == Token.Kind.CLOSE ? token.position : -1;
            }
        }
        return -1;
    }
}
