package io.github.memdump.cli;

import io.github.memdump.budget.Budget;
import io.github.memdump.budget.BudgetException;
import io.github.memdump.cli.command.Session;
import io.github.memdump.select.Selection;
import io.github.memdump.select.syntax.SyntaxError;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine;

/** Opens the command to tests of other packages: what it says to words, with and without running them. */
public final class TypedCommand {
    /** For parsing alone, again and again; a command runs once. */
    private static final CommandLine ALL = Memdump.commandLine(Session.of(new ByteArrayInputStream(new byte[0]),
        OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Map.of()));

    static {
        ALL.getCommandSpec().parser().collectErrors(true);
        ALL.getSubcommands().values().forEach(sub -> sub.getCommandSpec().parser().collectErrors(true));
    }

    private TypedCommand() {
    }

    /** What came of a run. */
    public record Outcome(int code, String out, String err) {
    }

    /** Returns the names of all commands but help. */
    public static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(ALL.getSubcommands().keySet());
        names.remove("help");
        return names;
    }

    /**
     * Parses words without running anything and returns what is wrong with them.
     *
     * @param complete whether an operand or an option that must be there and is not is wrong
     */
    public static List<String> mistakes(List<String> words, boolean complete) {
        Set<Exception> errors = new LinkedHashSet<>();
        try {
            for (ParseResult result = ALL.parseArgs(CommandNames.normal(words.toArray(new String[0])));
                result != null; result = result.subcommand()) {
                errors.addAll(result.errors());
            }
        } catch (ParameterException thrown) {
            errors.add(thrown);
        }
        return errors.stream().filter(error -> complete || !(error instanceof MissingParameterException))
            .map(Exception::getMessage).collect(Collectors.toList());
    }

    /** Returns what is wrong with the text of a selection. */
    public static Optional<String> mistakeInSelection(String text) {
        return Selection.parse(text).error().map(SyntaxError::message);
    }

    /** Returns what is wrong with the text of a budget. */
    public static Optional<String> mistakeInBudget(String text) {
        try {
            Budget.parse(text);
            return Optional.empty();
        } catch (BudgetException mistake) {
            return Optional.of(mistake.getMessage());
        }
    }

    /** Runs words in this process. */
    public static Outcome run(Map<String, String> environment, byte[] input, List<String> words) {
        CommandRun run = CommandRun.in(environment, input, words.toArray());
        return new Outcome(run.code(), run.out(), run.err());
    }
}
