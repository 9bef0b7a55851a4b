package io.github.memdump.docs;

import io.github.memdump.cli.TypedCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Runs the commands of a document. In a block {@code console} each line behind {@code $ } is run, and what follows must
 * be its output; a line {@code …} stands for any number of lines, and … in a line for any text. In a block {@code sh}
 * those commands are run that name files of the checkout. What is written goes to a folder of the document's own.
 */
final class Consoles {
    private static final Pattern WRITTEN = Pattern.compile("[\\w./-]+\\.(json|gz|csv|gml|gexf|gephi|png|svg|pdf)");
    private static final Pattern CODE = Pattern.compile("exit code (\\d+)");
    /** What opens windows or needs a process. */
    private static final Set<String> NOT_RUN = Set.of("gephi", "dump", "enable-allocation-trace");

    private final Path home;
    private final Path folder;
    private final Document document;
    private final List<Problem> problems = new ArrayList<>();

    private Consoles(Path home, Path folder, Document document) {
        this.home = home;
        this.folder = folder;
        this.document = document;
    }

    static List<Problem> problems(Path home, Path folder, Document document) throws IOException {
        Consoles consoles = new Consoles(home, folder, document);
        for (Document.Block block : document.blocks()) {
            if (block.language().equals("console")) {
                consoles.runConsole(block);
            } else if (block.language().equals("sh")) {
                consoles.runScript(block);
            }
        }
        return consoles.problems;
    }

    private void runConsole(Document.Block block) throws IOException {
        List<Document.Text> commands = Commands.lines(block);
        for (int i = 0; i < commands.size(); i++) {
            Document.Text command = commands.get(i);
            int end = i + 1 < commands.size() ? commands.get(i + 1).line() : Integer.MAX_VALUE;
            List<String> shown = new ArrayList<>();
            boolean isContinued = false;
            for (Document.Text line : block.lines()) {
                boolean isCommand = line.text().startsWith("$ ") || isContinued;
                isContinued = isCommand && line.text().endsWith("\\");
                if (line.line() >= command.line() && line.line() < end && !isCommand) {
                    shown.add(line.text());
                }
            }
            String output = run(command);
            if (output != null) {
                compare(command, shown, output);
            }
        }
    }

    private void runScript(Document.Block block) throws IOException {
        for (Document.Text line : Commands.lines(block)) {
            List<List<String>> commands = MemdumpLine.commands(line.text());
            boolean isComplete = commands.stream().flatMap(List::stream).noneMatch(MemdumpLine::isPlaceholder);
            boolean canRun = commands.stream().noneMatch(words -> words.isEmpty() || NOT_RUN.contains(words.get(0)));
            boolean usesFiles = commands.stream().flatMap(List::stream)
                .anyMatch(word -> word.contains("/") && Files.isRegularFile(home.resolve(word)));
            if (isComplete && canRun && usesFiles) {
                run(line);
            }
        }
    }

    /** Runs the commands of a line, each with the output of the one before it, and returns what a terminal shows. */
    private String run(Document.Text line) throws IOException {
        ShellWords words = ShellWords.of(line.text());
        Matcher code = CODE.matcher(words.comment());
        int expected = code.find() ? Integer.parseInt(code.group(1)) : 0;
        StringBuilder shown = new StringBuilder();
        byte[] input = new byte[0];
        TypedCommand.Outcome outcome = null;
        for (List<String> command : words.commands()) {
            if (!command.get(0).matches("(\\./)?memdump")) {
                add(line, "'" + command.get(0) + "' is not run here; put it into a block with another language");
                return null;
            }
            List<String> arguments = new ArrayList<>();
            Path redirection = null;
            for (int i = 1; i < command.size(); i++) {
                if (command.get(i).equals(">")) {
                    redirection = folder.resolve(command.get(++i));
                } else {
                    arguments.add(real(command.get(i), command.get(i - 1)));
                }
            }
            outcome = TypedCommand.run(Map.of("MEMDUMP_CACHE", folder.resolve("cache").toString()), input, arguments);
            input = outcome.out().getBytes(StandardCharsets.UTF_8);
            shown.append(outcome.err());
            if (redirection != null) {
                Files.write(redirection, input);
                input = new byte[0];
            }
        }
        if (outcome == null || outcome.code() != expected) {
            add(line, "'" + line.text() + "' ends with " + outcome);
            return null;
        }
        return shown.append(new String(input, StandardCharsets.UTF_8)).toString()
            .replace(folder + "/", "").replace(home + "/", "");
    }

    /** Returns a word as it is understood at the top of the checkout, what is written in the document's own folder. */
    private String real(String word, String before) {
        boolean isOutput = before.equals("-o") || before.equals("--output");
        if (word.startsWith("-") || word.startsWith("/")) {
            return word;
        }
        if (isOutput || word.matches("[\\w./-]+") && Files.exists(folder.resolve(word))) {
            return folder.resolve(word).toString();
        }
        if (word.matches("[\\w./-]+") && word.contains("/") && Files.exists(home.resolve(word))) {
            return home.resolve(word).toString();
        }
        return WRITTEN.matcher(word).matches() ? folder.resolve(word).toString() : word;
    }

    private void compare(Document.Text command, List<String> shown, String output) {
        List<String> lines = output.lines().map(String::stripTrailing).filter(line -> !line.isEmpty())
            .collect(Collectors.toList());
        int at = 0;
        boolean skips = false;
        for (String line : shown) {
            String expected = line.stripTrailing();
            if (expected.isEmpty()) {
                continue;
            }
            if (expected.equals("…")) {
                skips = true;
                continue;
            }
            int found = at;
            while (skips && found < lines.size() && !matches(expected, lines.get(found))) {
                found++;
            }
            if (found == lines.size() || !matches(expected, lines.get(found))) {
                add(command, "'" + command.text() + "' shows no line '" + expected + "' here, but:\n" + output);
                return;
            }
            at = found + 1;
            skips = false;
        }
        if (!skips && at < lines.size()) {
            add(command, "'" + command.text() + "' goes on with '" + lines.get(at)
                + "'; put … where lines are left out");
        }
    }

    private static boolean matches(String expected, String line) {
        if (expected.equals(line)) {
            return true;
        }
        return expected.contains("…") && Pattern.matches(
            List.of(expected.split("…", -1)).stream().map(Pattern::quote).collect(Collectors.joining(".*")), line);
    }

    private void add(Document.Text line, String what) {
        problems.add(new Problem(document.path(), line.line(), what));
    }
}
