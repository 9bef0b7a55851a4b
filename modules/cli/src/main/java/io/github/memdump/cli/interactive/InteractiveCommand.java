package io.github.memdump.cli.interactive;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.answer.content.DoubtWords;
import io.github.memdump.cli.command.AnalysingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.file.Target;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.investigation.DumpOrder;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A conversation in Java with a dump at hand. */
@Command(name = "interactive", header = {"Opens a Java shell with the dump at hand, or runs a script in it.", ""},
    description = {
        "The variable dump is the loaded dump, before the earlier one if there is one. Each line is Java, as in"
            + " JShell; what it returns is printed, tables by their first rows. Operations have the names of memdump's"
            + " Ruby API, in Java's spelling, and return another dump: interface_with is interfaceWith. help() and"
            + " commands() say what there is, Tab completes, Ctrl-C stops what runs, Ctrl-D ends.", "",
        "With --script, or if standard input is not a terminal, the same lines are read from there, up to the first"
            + " one that fails; the message names its line. Lines that begin with # are comments.", "",
        "With --json the one document holds, for each line, what it would have printed; a script is needed for it.",
        ""},
    footer = {"", "Examples:", "  memdump interactive after.json.gz before.json.gz",
        "  memdump interactive after.json.gz before.json.gz --script leak.jsh",
        "  echo 'dump.stats(\"type\")' | memdump interactive after.json.gz", "",
        "A session that finds a leak:", "",
        "  var d = dump.diff(before)", "  var border = dump.interfaceWith(d)",
        "  dump.rootsOf(border.newBorder()).saveGml(\"leak.gml\")", "",
        "Next: see what it wrote: File > Open in Gephi, or memdump gephi BEFORE AFTER"})
public final class InteractiveCommand extends AnalysingCommand {
    @Parameters(index = "0", paramLabel = "DUMP", description = "The dump, the later one of two; plain or gzip; - for"
        + " standard input, with --script alone.")
    private String dump;

    @Parameters(index = "1", arity = "0..1", paramLabel = "BEFORE", description = "An earlier dump of the process.")
    private String before;

    @Option(names = "--script", paramLabel = "FILE", description = "Run the lines of this file instead of asking for"
        + " them.")
    private Path script;

    private final StoppableTask task;

    /** Makes the command for one run. */
    public InteractiveCommand(Session session) {
        super(session);
        this.task = new StoppableTask(session.task());
    }

    @Override
    protected Task task() {
        return task;
    }

    @Override
    protected void run() throws IOException {
        boolean isTyped = script == null && session().isTyped();
        check(isTyped);
        try (Reader lines = isTyped ? Reader.nullReader() : lines()) {
            keepStreams();
            // The compiler warms up while the dumps are read.
            CompletableFuture<Snippets> shell = CompletableFuture.supplyAsync(() -> new Snippets(task));
            Optional<Dump> earlier = before == null ? Optional.empty() : Optional.of(open(before));
            Dump later = open(dump);
            if (earlier.isPresent() && areSwapped(earlier.get(), later)) {
                Dump first = later;
                later = earlier.get();
                earlier = Optional.of(first);
            }
            try (Bindings bindings = Bindings.open(later, earlier, this::open); Snippets snippets = shell.join()) {
                snippets.begin(bindings.declarations());
                if (isTyped) {
                    new Prompt(session(), snippets).run(bindings);
                } else {
                    converse(new Script(script == null ? "standard input" : script.toString(), snippets), lines);
                }
            }
        }
    }

    private boolean areSwapped(Dump earlier, Dump later) {
        HeapIdentities first = earlier.heap().identities();
        HeapIdentities second = later.heap().identities();
        boolean areSwapped = DumpOrder.verdict(first, second) == DumpOrder.Verdict.SECOND_IS_EARLIER;
        if (areSwapped) {
            warnings().add(DoubtWords.reordered(List.of(second.dumpName(), first.dumpName())));
        }
        return areSwapped;
    }

    private void check(boolean isTyped) {
        if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
            throw misused("This Java, " + System.getProperty("java.home") + ", is without JShell (module jdk.jshell),"
                + " which a full JDK has: set MEMDUMP_JAVA_HOME to one, of version 17 or later.");
        }
        if (isTyped && json()) {
            throw misused("--json wants a script: name one with --script, or give it as standard input.");
        }
        if (script != null && Files.isDirectory(script)) {
            throw misused(script + " is a directory. --script takes a file with lines of Java.");
        }
        if (script == null && ("-".equals(dump) || "-".equals(before))) {
            throw misused("If the dump comes from standard input, the lines must come from a file: --script FILE.");
        }
    }

    private Reader lines() throws IOException {
        return script == null ? new InputStreamReader(session().in(), StandardCharsets.UTF_8)
            : Files.newBufferedReader(script);
    }

    private void converse(Script lines, Reader reader) throws IOException {
        if (!json()) {
            try (Printed printed = Printed.passedOn(session().textOut())) {
                lines.run(reader, (line, snippet, answer) -> session().print(answer));
            }
            return;
        }
        List<Line> answered = new ArrayList<>();
        try (Printed printed = Printed.kept()) {
            lines.run(reader, (line, snippet, answer) ->
                answered.add(new Line(line, snippet, printed.take() + answer)));
        }
        try (JsonGenerator json = jsonOut()) {
            json.writeStartObject();
            json.writeArrayFieldStart("lines");
            for (Line line : answered) {
                json.writeStartObject();
                json.writeNumberField("line", line.number);
                json.writeStringField("snippet", line.snippet);
                json.writeStringField("answer", line.answer);
                json.writeEndObject();
            }
            json.writeEndArray();
            warnings().writeTo(json);
            json.writeEndObject();
        }
    }

    private record Line(int number, String snippet, String answer) {
    }

    private Dump open(String file) throws IOException {
        return Dump.of(load(file), new Source(file, new CommandTerms()));
    }

    private final class CommandTerms implements Source.Terms {
        @Override
        public DumpInput input(String file) throws IOException {
            return InteractiveCommand.this.input(file);
        }

        @Override
        public Target target(String file) throws IOException {
            return Target.of(Path.of(file), inputs());
        }

        @Override
        public DumpLimits limits() {
            return InteractiveCommand.this.limits();
        }

        @Override
        public Task task() {
            return task;
        }

        @Override
        public void doubt(HeapDiff diff) {
            DoubtWords.of(diff).forEach(warnings()::add);
        }

        @Override
        public void warn(String sentence) {
            warnings().add(sentence);
        }
    }
}
