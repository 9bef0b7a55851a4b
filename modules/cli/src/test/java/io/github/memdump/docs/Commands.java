package io.github.memdump.docs;

import io.github.memdump.cli.TypedCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Checks that the memdump commands of a document, and its selections, are understood; nothing is run. */
final class Commands {
    /** Blocks in other languages hold output or other programs. */
    private static final Set<String> SHELL = Set.of("", "sh", "bash", "console");
    /** What is written in a language of its own, by the option that it stands behind and the block it stands in. */
    private static final Map<String, Function<String, Optional<String>>> LANGUAGES = Map.of(
        "--where", TypedCommand::mistakeInSelection, "--avoid", TypedCommand::mistakeInSelection,
        "where", TypedCommand::mistakeInSelection,
        "--fail-if", TypedCommand::mistakeInBudget, "budget", TypedCommand::mistakeInBudget);

    private Commands() {
    }

    static List<Problem> problems(Document document) {
        List<Problem> problems = new ArrayList<>();
        for (Document.Text span : document.spans()) {
            if (span.text().matches("(\\./)?memdump( .*)?")) {
                check(document, span, false, problems);
            }
        }
        for (Document.Block block : document.blocks()) {
            if (LANGUAGES.containsKey(block.language())) {
                block.lines().stream().filter(line -> !line.text().isBlank())
                    .forEach(line -> checkText(document, line, block.language(), line.text(), problems));
            } else if (SHELL.contains(block.language())) {
                lines(block).forEach(line -> check(document, line, true, problems));
            }
        }
        return problems;
    }

    /** Returns the command lines of a block, without the prompt, those that go on in the next line in one. */
    static List<Document.Text> lines(Document.Block block) {
        boolean prompts = block.language().equals("console");
        List<Document.Text> lines = new ArrayList<>();
        StringBuilder begun = new StringBuilder();
        int first = 0;
        for (Document.Text line : block.lines()) {
            String text = line.text().strip();
            if (begun.length() == 0) {
                if (prompts && !text.startsWith("$ ")) {
                    continue;
                }
                first = line.line();
                text = text.startsWith("$ ") ? text.substring(2) : text;
            }
            boolean goesOn = text.endsWith("\\");
            begun.append(goesOn ? text.substring(0, text.length() - 1) : text);
            if (!goesOn) {
                lines.add(new Document.Text(first, begun.toString()));
                begun.setLength(0);
            }
        }
        return lines;
    }

    private static void check(Document document, Document.Text line, boolean complete, List<Problem> problems) {
        for (List<String> arguments : MemdumpLine.commands(line.text())) {
            if (arguments.isEmpty()) {
                continue;
            }
            List<String> mistakes = TypedCommand.mistakes(arguments, complete);
            if (!mistakes.isEmpty()) {
                // A placeholder is no number where one is wanted.
                List<String> filled = arguments.stream().map(Commands::filledIn).collect(Collectors.toList());
                mistakes = TypedCommand.mistakes(filled, complete).isEmpty() ? List.of() : mistakes;
            }
            for (String mistake : mistakes) {
                problems.add(new Problem(document.path(), line.line(), "'" + line.text() + "': " + mistake));
            }
            for (int i = 0; i + 1 < arguments.size(); i++) {
                if (!MemdumpLine.isPlaceholder(arguments.get(i + 1))) {
                    checkText(document, line, arguments.get(i), arguments.get(i + 1), problems);
                }
            }
        }
    }

    /** Returns an argument with something that could stand in the place of a placeholder. */
    private static String filledIn(String argument) {
        String value = argument.substring(argument.indexOf('=') + 1);
        if (!MemdumpLine.isPlaceholder(value)) {
            return argument;
        }
        return argument.substring(0, argument.indexOf('=') + 1) + (value.equals("SUBJECT") ? "border" : "1");
    }

    private static void checkText(Document document, Document.Text line, String language, String text,
        List<Problem> problems) {
        LANGUAGES.getOrDefault(language, any -> Optional.empty()).apply(text).ifPresent(mistake -> problems.add(
            new Problem(document.path(), line.line(), "'" + text + "': " + mistake)));
    }
}
