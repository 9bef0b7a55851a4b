package io.github.memdump.cli.interactive;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.memdump.dump.DumpInput;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;

/** Java code, run piece by piece. One thread runs it, another one may {@link #stop} it. */
final class Snippets implements AutoCloseable {
    private final StoppableTask task;
    private final SnippetEngine engine;
    private final JShell shell;
    private final Mistakes mistakes;

    /** Makes a shell, which takes a second or two. */
    Snippets(StoppableTask task) {
        this.task = task;
        SnippetEngine.Provider provider = new SnippetEngine.Provider(task);
        this.engine = provider.engine();
        this.shell = JShell.builder().executionEngine(provider, Map.of())
            .compilerOptions("-classpath", classPath(), "-proc:none").build();
        this.mistakes = new Mistakes(shell);
        begin(Bindings.IMPORTS);
    }

    /** Runs lines that do not fail. */
    void begin(List<String> lines) {
        for (String line : lines) {
            Answer answer = runOne(line);
            if (answer.isFailure()) {
                throw new IllegalStateException(line + ": " + answer.failure());
            }
        }
    }

    /** The compiler needs what the names of a session come from, and no more of what this process is made of. */
    private static String classPath() {
        return Stream.of(Dump.class, DumpInput.class, JsonFactory.class).map(Snippets::place).distinct()
            .collect(Collectors.joining(File.pathSeparator));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    /** Returns whether a text ends in the middle of something. */
    boolean isUnfinished(String text) {
        String rest = text;
        while (!rest.isBlank()) {
            CompletionInfo info = analysis().analyzeCompletion(rest);
            if (!info.completeness().isComplete()) {
                return info.completeness() != Completeness.EMPTY;
            }
            rest = info.remaining();
        }
        return false;
    }

    /** Returns whether there is anything to run in a text. */
    boolean isCode(String text) {
        return analysis().analyzeCompletion(text).completeness() != Completeness.EMPTY;
    }

    /** Runs all that a text consists of, to the first failure. */
    Answer run(String text) {
        StringBuilder told = new StringBuilder();
        String rest = text;
        while (!rest.isBlank()) {
            CompletionInfo info = analysis().analyzeCompletion(rest);
            int lines = lines(text.substring(0, text.length() - rest.length()));
            String source = info.source() == null ? rest : info.source();
            rest = info.source() == null ? "" : info.remaining();
            if (info.completeness() != Completeness.EMPTY) {
                Answer answer = info.completeness() == Completeness.DEFINITELY_INCOMPLETE
                    ? Answer.failure("What begins here is not finished: a bracket or a quote is missing.")
                    : runOne(source);
                if (answer.isFailure()) {
                    return answer.after(told.toString(), lines);
                }
                told.append(answer.text());
            }
        }
        return Answer.of(told.toString());
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private Answer runOne(String source) {
        task.begin();
        List<Answer> answers = new ArrayList<>();
        for (SnippetEvent event : evaluated(source)) {
            if (event.causeSnippet() == null) {
                answers.add(answer(event));
            }
        }
        if (engine.wasStopped()) {
            return Answer.failure("Stopped.");
        }
        return answers.stream().filter(Answer::isFailure).findFirst().orElseGet(() ->
            Answer.of(answers.stream().map(Answer::text).collect(Collectors.joining())));
    }

    /** JShell now and then fails to resolve names that are there; nothing has run then, so it may be asked again. */
    private List<SnippetEvent> evaluated(String source) {
        List<SnippetEvent> events = shell.eval(source);
        boolean isUnresolved = events.stream()
            .filter(event -> event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED)
            .anyMatch(event -> !(event.snippet() instanceof DeclarationSnippet));
        if (!isUnresolved) {
            return events;
        }
        events.forEach(event -> shell.drop(event.snippet()));
        return shell.eval(source);
    }

    private Answer answer(SnippetEvent event) {
        if (event.status() == Snippet.Status.REJECTED) {
            return mistakes.rejected(event.snippet());
        }
        if (event.exception() != null) {
            return Answer.failure(engine.thrown().map(Mistakes::thrown)
                .orElseGet(() -> Mistakes.thrown(event.exception())));
        }
        if (event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
            shell.drop(event.snippet());
            return mistakes.unresolved(event.snippet());
        }
        if (event.status() == Snippet.Status.RECOVERABLE_DEFINED) {
            return Answer.of("It can be used once this is declared: " + mistakes.missing(event.snippet()) + "\n");
        }
        // A statement has the value "", a text has quotes.
        return Answer.of(event.value() == null || event.value().isEmpty() ? "" : value(event));
    }

    /** A value is printed in full, of what goes into a variable one line. */
    private static String value(SnippetEvent event) {
        String value = event.value();
        Snippet snippet = event.snippet();
        boolean isKept = snippet.subKind() == Snippet.SubKind.ASSIGNMENT_SUBKIND
            || snippet.subKind() == Snippet.SubKind.VAR_DECLARATION_WITH_INITIALIZER_SUBKIND;
        if (!isKept) {
            return snippet.subKind() == Snippet.SubKind.VAR_DECLARATION_SUBKIND ? ""
                : value.endsWith("\n") ? value : value + "\n";
        }
        String name = snippet instanceof VarSnippet ? ((VarSnippet) snippet).name()
            : ((ExpressionSnippet) snippet).name();
        return name + " = " + value.lines().findFirst().orElse("") + "\n";
    }

    /** Stops what runs. */
    void stop() {
        shell.stop();
    }

    @Override
    public void close() {
        shell.close();
    }
}
