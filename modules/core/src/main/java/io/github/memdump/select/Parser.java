package io.github.memdump.select;

import io.github.memdump.analysis.Column;
import io.github.memdump.select.syntax.Nearest;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import io.github.memdump.select.syntax.Token;
import io.github.memdump.select.syntax.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a selection by descent, one method for each rule of the grammar, to a bounded depth. */
final class Parser {
    private final Tokens tokens;
    private final ComparisonParser comparisons;

    private Parser(Tokens tokens) {
        this.tokens = tokens;
        this.comparisons = new ComparisonParser(tokens);
    }

    /** Returns the condition that a text says. */
    static Condition parse(String text) throws SelectionException {
        if (text.length() > Selection.LONGEST) {
            throw new SelectionException(new SyntaxError(text, Selection.LONGEST + 1, "A selection has "
                + Selection.LONGEST + " characters at most, this one has " + text.length() + ".", ""));
        }
        Parser parser = new Parser(new Tokens(text));
        if (parser.tokens.peek().kind() == Token.Kind.END) {
            throw parser.tokens.error(parser.tokens.peek(), "The selection is empty; expected for example"
                + " class = Foo and memsize > 1k.", "");
        }
        Condition condition = parser.any(0);
        parser.requireEnd();
        return condition;
    }

    private void requireEnd() throws SelectionException {
        Token rest = tokens.peek();
        if (rest.kind() != Token.Kind.END) {
            throw tokens.error(rest, "Expected and, or, or the end, found " + rest.described()
                + ". A value with spaces or any of ( ) , < > = ! ~ & | in it needs quotes.", "");
        }
    }

    private Condition any(int depth) throws SelectionException {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(all(depth));
        } while (tokens.takeWord("or"));
        return parts.size() == 1 ? parts.get(0) : Complement.any(parts);
    }

    private Condition all(int depth) throws SelectionException {
        List<Condition> parts = new ArrayList<>();
        do {
            parts.add(one(depth));
        } while (tokens.takeWord("and"));
        return parts.size() == 1 ? parts.get(0) : new AllOf(parts);
    }

    private Condition one(int depth) throws SelectionException {
        Token first = tokens.peek();
        if (depth > Selection.DEEPEST) {
            throw tokens.error(first, "Parentheses and nots are nested deeper than " + Selection.DEEPEST
                + " levels, the limit.", "");
        }
        if (tokens.takeWord("not")) {
            return new Complement(one(depth + 1));
        }
        if (first.kind() == Token.Kind.OPEN) {
            return inParentheses(depth);
        }
        if (first.kind() != Token.Kind.WORD || first.isKeyword()) {
            throw tokens.expected("a column, a predicate, not or (", first);
        }
        tokens.take();
        Token next = tokens.peek();
        boolean isIn = next.isWord("in") || (next.isWord("not") && tokens.peekSecond().isWord("in"));
        if (next.kind() == Token.Kind.OPERATOR || isIn) {
            return comparisons.parse(column(first), first);
        }
        return next.kind() == Token.Kind.OPEN ? relation(first, depth) : fact(first);
    }

    private Condition inParentheses(int depth) throws SelectionException {
        Token open = tokens.take();
        Condition inside = any(depth + 1);
        Token close = tokens.take();
        if (close.kind() != Token.Kind.CLOSE) {
            throw tokens.expected("and, or, or a closing parenthesis for the one at column " + (open.position() + 1),
                close);
        }
        return inside;
    }

    private Column column(Token name) throws SelectionException {
        Optional<Column> column = Column.named(Names.columnName(name.text()));
        if (column.isPresent() && column.get() == Column.VALUE) {
            throw tokens.error(name, "Values are not kept in memory, so that no selection can look at them; a table"
                + " with the columns object and value can be searched for them.", "");
        }
        if (column.isEmpty() && isPredicate(name)) {
            throw tokens.error(name, "\"" + name.text()
                + "\" is a predicate and no column; nothing is compared with it.", "");
        }
        return column.orElseThrow(() -> tokens.error(name, "There is no column \"" + name.text()
            + "\"; the columns are " + String.join(", ", Names.columns()) + ".",
            Nearest.to(name.text(), Names.columns())));
    }

    private Condition relation(Token name, int depth) throws SelectionException {
        Optional<NamedRelation.Side> side = NamedRelation.Side.named(name.text());
        if (side.isPresent()) {
            return byName(side.get(), name, depth);
        }
        Optional<Relation> relation = Relation.named(name.text());
        if (relation.isEmpty() && (isPredicate(name) || Column.named(Names.columnName(name.text())).isPresent())) {
            throw tokens.error(tokens.peek(), "\"" + name.text() + "\" takes no parentheses.", "");
        }
        Relation known = relation.orElseThrow(() -> tokens.error(name, "There is no predicate \"" + name.text()
            + "\"; those with a selection in parentheses are " + String.join(", ", Names.relations()) + ".",
            Nearest.to(name.text(), Names.relations())));
        return new Relation.OfObject(known, inParentheses(depth), name.position());
    }

    private Condition byName(NamedRelation.Side side, Token predicate, int depth) throws SelectionException {
        Token open = tokens.take();
        Token name = tokens.take();
        if ((name.kind() != Token.Kind.WORD && name.kind() != Token.Kind.QUOTED) || name.isKeyword()) {
            throw tokens.expected("the name of a variable or constant after " + predicate.text()
                + "(, such as @user", name);
        }
        Condition members = tokens.takeIf(Token.Kind.COMMA) ? any(depth + 1) : new AllOf(List.of());
        Token close = tokens.take();
        if (close.kind() != Token.Kind.CLOSE) {
            throw tokens.expected("a comma and a selection, or a closing parenthesis for the one at column "
                + (open.position() + 1), close);
        }
        return new NamedRelation(side, name.text(), members, predicate.position());
    }

    private Condition fact(Token name) throws SelectionException {
        Optional<Predicate> fact = Predicate.named(name.text());
        if (fact.isPresent()) {
            return new Predicate.OfObject(fact.get(), name.position());
        }
        if (NamedRelation.Side.named(name.text()).isPresent()) {
            throw tokens.expected("a name in parentheses after " + name.text() + ", such as (@user)", tokens.peek());
        }
        if (Relation.named(name.text()).isPresent()) {
            throw tokens.expected("a selection in parentheses after " + name.text(), tokens.peek());
        }
        if (Column.named(Names.columnName(name.text())).isPresent()) {
            throw tokens.expected("a comparison after the column " + name.text()
                + " (=, !=, =~, !~, <, <=, >, >= or in)", tokens.peek());
        }
        List<String> all = new ArrayList<>(Names.columns());
        all.addAll(Names.facts());
        all.addAll(Names.relations());
        throw tokens.error(name, "There is no column or predicate \"" + name.text() + "\".",
            Nearest.to(name.text(), all));
    }

    private static boolean isPredicate(Token name) {
        return Predicate.named(name.text()).isPresent() || Relation.named(name.text()).isPresent()
            || NamedRelation.Side.named(name.text()).isPresent();
    }
}
