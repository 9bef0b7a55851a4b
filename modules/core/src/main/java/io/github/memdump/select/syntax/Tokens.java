package io.github.memdump.select.syntax;

import java.util.List;

/** The tokens of a selection and how far they have been read. */
public final class Tokens {
    private final String text;
    private final List<Token> tokens;
    private int next;

    /** Reads the tokens of a selection. */
    public Tokens(String text) throws SelectionException {
        this.text = text;
        this.tokens = Lexer.tokens(text);
    }

    /** Returns the next token and leaves it there. */
    public Token peek() {
        return tokens.get(next);
    }

    /** Returns the token after the next one, or the end. */
    public Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    /** Takes the next token; the end is never used up. */
    public Token take() {
        Token token = peek();
        next += token.kind == Token.Kind.END ? 0 : 1;
        return token;
    }

    /** Takes the next token if it is of a kind. */
    public boolean takeIf(Token.Kind kind) {
        boolean is = peek().kind == kind;
        next += is ? 1 : 0;
        return is;
    }

    /** Takes the next token if it is a certain word. */
    public boolean takeWord(String word) {
        boolean is = peek().isWord(word);
        next += is ? 1 : 0;
        return is;
    }

    /** Returns the error that something else than this token was expected. */
    public SelectionException expected(String what, Token found) {
        return error(found, "Expected " + what + ", found " + found.described() + ".", "");
    }

    /** Returns an error that stands at a token. */
    public SelectionException error(Token at, String message, String suggestion) {
        return errorAt(at.position, message, suggestion);
    }

    /** Returns an error that stands at a position, counted from 0. */
    public SelectionException errorAt(int position, String message, String suggestion) {
        return new SelectionException(new SyntaxError(text, position + 1, message, suggestion));
    }
}
