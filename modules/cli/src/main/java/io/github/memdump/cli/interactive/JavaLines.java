package io.github.memdump.cli.interactive;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells the line editor where a word of Java begins, and when a snippet goes on in the next line. */
final class JavaLines implements Parser {
    private final Snippets snippets;

    JavaLines(Snippets snippets) {
        this.snippets = snippets;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !Script.isEnd(line) && snippets.isUnfinished(line)) {
            throw new EOFError(-1, cursor, "unfinished");
        }
        return new Word(line, cursor);
    }

    /** The name that the cursor is in or behind. */
    private static final class Word implements CompletingParsedLine {
        private final String line;
        private final int cursor;
        private final int begin;

        Word(String line, int cursor) {
            this.line = line;
            this.cursor = cursor;
            int start = cursor;
            while (start > 0 && Character.isJavaIdentifierPart(line.charAt(start - 1))) {
                start--;
            }
            this.begin = start;
        }

        @Override
        public String word() {
            return line.substring(begin, cursor);
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean isComplete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return wordCursor();
        }

        @Override
        public int wordCursor() {
            return cursor - begin;
        }

        @Override
        public int wordIndex() {
            return begin == 0 ? 0 : 1;
        }

        @Override
        public List<String> words() {
            return begin == 0 ? List.of(word()) : List.of(line.substring(0, begin), word());
        }

        @Override
        public String line() {
            return line;
        }

        @Override
        public int cursor() {
            return cursor;
        }
    }
}
