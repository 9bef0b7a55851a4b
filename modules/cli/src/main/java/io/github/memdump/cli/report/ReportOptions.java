package io.github.memdump.cli.report;

import io.github.memdump.view.ViewBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was asked of a report. Immutable. */
final class ReportOptions {
    /** Nodes of the picture unless asked otherwise: enough to tell, few enough to see. */
    static final int NODES = 2_000;
    /** Edges of the picture unless asked otherwise. */
    static final int EDGES = 8_000;
    /** Rows of a table unless asked otherwise. */
    static final int TOP = 12;
    /** Rows of a table of the document unless asked for all. */
    static final int ROWS = 2_000;

    private final List<String> dumps;
    private final ViewBudget budget;
    private final int top;
    private final boolean isWhole;
    private final List<String> switches;

    /**
     * Makes options; {@code switches} are further ones as they are given on a command line.
     *
     * @param isWhole whether the document has every row
     */
    ReportOptions(List<String> dumps, ViewBudget budget, int top, boolean isWhole, List<String> switches) {
        this.isWhole = isWhole;
        this.dumps = List.copyOf(dumps);
        this.budget = budget;
        this.top = top;
        this.switches = List.copyOf(switches);
    }

    List<String> dumps() {
        return dumps;
    }

    ViewBudget budget() {
        return budget;
    }

    int top() {
        return top;
    }

    /** Returns how many rows a table of the document has at most. */
    int rows() {
        return isWhole ? Integer.MAX_VALUE : ROWS;
    }

    /** Returns the command line that makes the report; the folder is not part of what it says. */
    String command() {
        List<String> words = new ArrayList<>(List.of("./memdump", "report"));
        words.addAll(dumps);
        words.addAll(List.of("-o", "report"));
        addUnlessDefault(words, "--nodes", budget.nodes(), NODES);
        addUnlessDefault(words, "--edges", budget.edges(), EDGES);
        addUnlessDefault(words, "--top", top, TOP);
        if (isWhole) {
            words.add("--all");
        }
        words.addAll(switches);
        return ShellText.line(words);
    }

    /** Returns the command line that shows the same in Gephi, of more than two dumps the first and the last. */
    String gephiCommand() {
        List<String> words = new ArrayList<>(List.of("./memdump", "gephi", dumps.get(0)));
        if (dumps.size() > 1) {
            words.add(dumps.get(dumps.size() - 1));
        }
        return ShellText.line(words);
    }

    private static void addUnlessDefault(List<String> words, String option, int value, int usual) {
        if (value != usual) {
            words.add(option);
            words.add(value == Integer.MAX_VALUE ? "all" : Integer.toString(value));
        }
    }

    /** Command lines as a shell reads them. */
    private static final class ShellText {
        private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

        private ShellText() {
        }

        /** Returns words as one line, those with special characters in single quotes. */
        static String line(List<String> words) {
            return words.stream().map(ShellText::word).collect(Collectors.joining(" "));
        }

        private static String word(String word) {
            return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
        }
    }
}
