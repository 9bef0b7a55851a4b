package io.github.memdump.cli.interactive;

import io.github.memdump.cli.command.Session;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Asks for lines at a terminal and prints what they come to, until the end of input. */
final class Prompt {
    private static final String FIRST = "memdump> ";
    private static final String NEXT = "    ...> ";

    private final Session session;
    private final Snippets snippets;

    Prompt(Session session, Snippets snippets) {
        this.session = session;
        this.snippets = snippets;
    }

    void run(Bindings bindings) throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().name("memdump").system(true).nativeSignals(true).build()) {
            LineReader reader = reader(terminal);
            terminal.handle(Terminal.Signal.INT, signal -> new Thread(snippets::stop, "stop").start());
            terminal.writer().println(Printable.lines(bindings.greeting()));
            terminal.flush();
            for (String line = next(reader); line != null && !Script.isEnd(line); line = next(reader)) {
                Answer answer = snippets.run(line.strip().matches("help|commands") ? line.strip() + "()" : line);
                session.clearProgress();
                terminal.writer().print(Printable.lines(answer.text()));
                if (answer.isFailure()) {
                    terminal.writer().println(Printable.lines(answer.failure()));
                }
                terminal.flush();
            }
        }
    }

    private LineReader reader(Terminal terminal) {
        LineReaderBuilder builder = LineReaderBuilder.builder().terminal(terminal).appName("memdump")
            .parser(new JavaLines(snippets)).completer(new JavaCompleter(snippets))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, NEXT)
            .variable(LineReader.LIST_MAX, 200)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
            .option(LineReader.Option.AUTO_FRESH_LINE, true);
        Optional<Path> history = HistoryFile.of(session::variable);
        history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        return builder.build();
    }

    /** Returns a line, empty if it was given up with Ctrl-C; null at the end of input. */
    private static String next(LineReader reader) {
        try {
            return reader.readLine(FIRST);
        } catch (UserInterruptException given) {
            return "";
        } catch (EndOfFileException end) {
            return null;
        }
    }
}
