package io.github.memdump.select.syntax;

import java.util.ArrayList;
import java.util.List;

/** Cuts a selection into tokens. */
final class Lexer {
    private static final String ENDS_A_WORD = "(),\"'<>=!~&|";
    private static final List<String> SIGNS =
        List.of("=~", "!~", "!=", "==", "<=", ">=", "&&", "||", "=", "<", ">", "!");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    private Lexer(String text) {
        this.text = text;
    }

    /** Returns the tokens, the last one being the end. */
    static List<Token> tokens(String text) throws SelectionException {
        return new Lexer(text).run();
    }

    private List<Token> run() throws SelectionException {
        for (skipSpace(); position < text.length(); skipSpace()) {
            char c = text.charAt(position);
            if (c == '(' || c == ')' || c == ',') {
                add(c == '(' ? Token.Kind.OPEN : c == ')' ? Token.Kind.CLOSE : Token.Kind.COMMA, 1);
            } else if (c == '"' || c == '\'') {
                quoted(c);
            } else if (c == '/' && isPatternNext()) {
                pattern();
            } else if (ENDS_A_WORD.indexOf(c) >= 0) {
                sign();
            } else {
                word();
            }
        }
        tokens.add(new Token(Token.Kind.END, "", text.length()));
        return tokens;
    }

    private void skipSpace() {
        while (position < text.length() && isSpace(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** A slash opens a pattern only where one is asked for: elsewhere it begins a path. */
    private boolean isPatternNext() {
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        return last != null && last.kind == Token.Kind.OPERATOR && last.text.endsWith("~");
    }

    private void add(Token.Kind kind, int length) {
        tokens.add(new Token(kind, text.substring(position, position + length), position));
        position += length;
    }

    private void quoted(char quote) throws SelectionException {
        StringBuilder value = new StringBuilder();
        int at = position + 1;
        while (at < text.length() && text.charAt(at) != quote) {
            boolean escapes = text.charAt(at) == '\\' && at + 1 < text.length()
                && (text.charAt(at + 1) == quote || text.charAt(at + 1) == '\\');
            at += escapes ? 1 : 0;
            value.append(text.charAt(at++));
        }
        if (at == text.length()) {
            throw error("This quote is not closed; expected " + quote + " at the end of the value.");
        }
        tokens.add(new Token(Token.Kind.QUOTED, value.toString(), position));
        position = at + 1;
    }

    private void pattern() throws SelectionException {
        int at = position + 1;
        while (at < text.length() && text.charAt(at) != '/') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        if (at >= text.length()) {
            throw error("This pattern is not closed; expected / at its end (write \\/ for a slash inside).");
        }
        int flags = at + 1;
        while (flags < text.length() && Character.isLetterOrDigit(text.charAt(flags))) {
            flags++;
        }
        tokens.add(new Token(Token.Kind.PATTERN, text.substring(position + 1, at), position,
            text.substring(at + 1, flags)));
        position = flags;
    }

    private void sign() throws SelectionException {
        for (String sign : SIGNS) {
            if (text.startsWith(sign, position)) {
                tokens.add(token(sign));
                position += sign.length();
                return;
            }
        }
        throw error("\"" + text.charAt(position) + "\" means nothing here; expected one of = != =~ !~ < <= > >=, or"
            + " quotes around a value that has such a sign in it.");
    }

    private Token token(String sign) {
        switch (sign) {
            case "==":
                return new Token(Token.Kind.OPERATOR, "=", position);
            case "&&":
                return new Token(Token.Kind.WORD, "and", position);
            case "||":
                return new Token(Token.Kind.WORD, "or", position);
            case "!":
                return new Token(Token.Kind.WORD, "not", position);
            default:
                return new Token(Token.Kind.OPERATOR, sign, position);
        }
    }

    private void word() {
        int end = position;
        while (end < text.length() && !isSpace(text.charAt(end)) && ENDS_A_WORD.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        add(Token.Kind.WORD, end - position);
    }

    private SelectionException error(String message) {
        return new SelectionException(new SyntaxError(text, position + 1, message, ""));
    }
}
