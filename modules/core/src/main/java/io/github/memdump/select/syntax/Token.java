package io.github.memdump.select.syntax;

/** A word, sign or literal of a selection and where it stands. Immutable. */
public final class Token {
    /** What a token is. */
    public enum Kind {
        /** A bare word: a name, a number, a value without quotes. */
        WORD,
        /** A value in quotes, which the text is without. */
        QUOTED,
        /** A pattern between slashes, which the text is without. */
        PATTERN,
        /** One of {@code = != =~ !~ < <= > >=}. */
        OPERATOR,
        /** An opening parenthesis. */
        OPEN,
        /** A closing parenthesis. */
        CLOSE,
        /** A comma. */
        COMMA,
        /** The end of the selection. */
        END
    }

    final Kind kind;
    final String text;
    /** Where the token begins, counted from 0. */
    final int position;
    /** The letters after a pattern. */
    final String flags;

    Token(Kind kind, String text, int position) {
        this(kind, text, position, "");
    }

    Token(Kind kind, String text, int position, String flags) {
        this.kind = kind;
        this.text = text;
        this.position = position;
        this.flags = flags;
    }

    /** Returns what it is. */
    public Kind kind() {
        return kind;
    }

    /** Returns the word, sign or literal. */
    public String text() {
        return text;
    }

    /** Returns where it begins, counted from 0. */
    public int position() {
        return position;
    }

    /** Returns whether the token is a certain word of the grammar, in whatever case. */
    public boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** Returns whether the token is a word that the grammar keeps for itself. */
    public boolean isKeyword() {
        return isWord("and") || isWord("or") || isWord("not") || isWord("in");
    }

    /** Returns the token as a message names it. */
    public String described() {
        switch (kind) {
            case END:
                return "the end";
            case PATTERN:
                return "/" + text + "/";
            default:
                return "\"" + text + "\"";
        }
    }
}
