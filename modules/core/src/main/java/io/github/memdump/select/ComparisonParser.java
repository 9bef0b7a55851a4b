package io.github.memdump.select;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Identities;
import io.github.memdump.select.syntax.Nearest;
import io.github.memdump.select.syntax.NumberLiteral;
import io.github.memdump.select.syntax.PatternReader;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.Token;
import io.github.memdump.select.syntax.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongPredicate;

/** Reads what follows the name of a column: an operator and values. */
final class ComparisonParser {
    private static final String NONE = "none";

    private final Tokens tokens;

    ComparisonParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns the condition; the next token is an operator, "in" or "not" before "in". */
    Condition parse(Column column, Token name) throws SelectionException {
        boolean isNegated = tokens.takeWord("not");
        Token operator = tokens.take();
        Condition condition;
        switch (operator.text()) {
            case "=":
            case "!=":
                condition = equal(column, name, List.of(value()));
                break;
            case "=~":
            case "!~":
                condition = matches(column, name, operator);
                break;
            case "<":
            case "<=":
            case ">":
            case ">=":
                condition = ordered(column, name, operator);
                break;
            default:
                condition = equal(column, name, list());
        }
        return isNegated || operator.text().startsWith("!") ? new Complement(condition) : condition;
    }

    private Token value() throws SelectionException {
        Token value = tokens.take();
        if (value.isKeyword()) {
            throw tokens.error(value, "Expected a value, found \"" + value.text()
                + "\"; put it in quotes if it is one.", "");
        }
        if (value.kind() != Token.Kind.WORD && value.kind() != Token.Kind.QUOTED) {
            throw tokens.expected("a value", value);
        }
        return value;
    }

    private List<Token> list() throws SelectionException {
        Token open = tokens.take();
        if (open.kind() != Token.Kind.OPEN) {
            throw tokens.expected("an opening parenthesis, as in (a, b)", open);
        }
        List<Token> values = new ArrayList<>();
        do {
            values.add(value());
        } while (tokens.takeIf(Token.Kind.COMMA));
        Token close = tokens.take();
        if (close.kind() != Token.Kind.CLOSE) {
            throw tokens.expected("a comma or a closing parenthesis", close);
        }
        return values;
    }

    private Condition equal(Column column, Token name, List<Token> values) throws SelectionException {
        if (column.kind() == Column.Kind.NUMBER) {
            long[] numbers = new long[values.size()];
            for (int i = 0; i < numbers.length; i++) {
                boolean isNone = values.get(i).isWord(NONE);
                numbers[i] = isNone ? Findings.ABSENT : number(column, values.get(i));
            }
            Arrays.sort(numbers);
            return ColumnCondition.ofNumbers(column, value -> Arrays.binarySearch(numbers, value) >= 0,
                name.position());
        }
        Set<String> texts = new LinkedHashSet<>();
        for (Token value : values) {
            texts.add(text(column, value));
        }
        if (column == Column.OBJECT || column == Column.ADDRESS) {
            return new PlaceCondition(column, texts);
        }
        return text(column, new TextMatch.OneOf(texts), name);
    }

    private String text(Column column, Token value) throws SelectionException {
        switch (column) {
            case OBJECT:
            case ADDRESS:
            case DOMINATOR:
                return Identities.normal(value.text());
            case BORDER:
                if (!List.of("old", "new", "").contains(value.text())) {
                    throw tokens.error(value, "Expected old, new or \"\" (neither) for border, found "
                        + value.described() + ".", Nearest.to(value.text(), List.of("old", "new")));
                }
                return value.text();
            default:
                return value.text();
        }
    }

    private long number(Column column, Token value) throws SelectionException {
        OptionalLong number = value.kind() == Token.Kind.WORD ? NumberLiteral.parse(value.text())
            : OptionalLong.empty();
        return number.orElseThrow(() -> tokens.error(value, "Expected a whole number for " + column.id()
            + ", such as 10, 1k (1,024), 1.5m or 2g, found " + value.described() + ".", ""));
    }

    private Condition ordered(Column column, Token name, Token operator) throws SelectionException {
        if (column.kind() != Column.Kind.NUMBER) {
            throw tokens.error(operator, column.id() + " is text, which has no order; expected =, !=, =~, !~ or in.",
                "");
        }
        long bound = number(column, value());
        return ColumnCondition.ofNumbers(column, test(operator.text(), bound), name.position());
    }

    private static LongPredicate test(String operator, long bound) {
        switch (operator) {
            case "<":
                return value -> value != Findings.ABSENT && value < bound;
            case "<=":
                return value -> value != Findings.ABSENT && value <= bound;
            case ">":
                return value -> value > bound;
            default:
                return value -> value >= bound;
        }
    }

    private Condition matches(Column column, Token name, Token operator) throws SelectionException {
        if (column.kind() == Column.Kind.NUMBER) {
            throw tokens.error(operator, column.id() + " is a number, which no pattern matches; expected =, !=, <, <=,"
                + " >, >= or in.", "");
        }
        Token pattern = tokens.peek().kind() == Token.Kind.PATTERN ? tokens.take() : value();
        return text(column, new TextMatch.Matches(PatternReader.pattern(pattern, tokens), pattern.position()), name);
    }

    private static Condition text(Column column, TextMatch test, Token name) {
        return Numbering.of(column).<Condition>map(numbering -> new NumberedTextCondition(numbering, test))
            .orElseGet(() -> ColumnCondition.ofTexts(column, test, name.position()));
    }
}
