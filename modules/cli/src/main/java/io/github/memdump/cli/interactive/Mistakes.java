package io.github.memdump.cli.interactive;

import io.github.memdump.cli.command.FailureWords;
import io.github.memdump.graph.TooManyEdgesException;
import io.github.memdump.select.Nearest;
import io.github.memdump.task.CancelledException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** Says in words why a snippet was not accepted, or what it threw. */
final class Mistakes {
    private static final Pattern SYMBOL = Pattern.compile("symbol: +(\\w+) ([\\w$]+)");
    private static final Pattern WITHOUT_LOCATION = Pattern.compile("(?s)\\s*location: .*");

    private final JShell shell;

    Mistakes(JShell shell) {
        this.shell = shell;
    }

    /** Tells why a snippet is no Java. */
    Answer rejected(Snippet snippet) {
        String source = snippet.source();
        List<Diag> errors = shell.diagnostics(snippet).filter(Diag::isError).collect(Collectors.toList());
        if (errors.isEmpty()) {
            return Answer.failure("This is not understood.");
        }
        String before = source.substring(0, position(errors.get(0), source));
        return Answer.failure(errors.stream().map(error -> told(error, source)).distinct()
            .collect(Collectors.joining("\n")), (int) before.chars().filter(c -> c == '\n').count());
    }

    /** Tells what a snippet uses that there is not. */
    Answer unresolved(Snippet snippet) {
        String missing = missing(snippet);
        return missing.isEmpty() ? rejected(snippet) : Answer.failure("There is no " + missing + " here.");
    }

    /** Returns the names of what a declaration uses that there is not, empty if it is none. */
    String missing(Snippet snippet) {
        return snippet instanceof DeclarationSnippet
            ? shell.unresolvedDependencies((DeclarationSnippet) snippet).collect(Collectors.joining(", ")) : "";
    }

    private static int position(Diag error, String source) {
        return (int) Math.max(0, Math.min(source.length(), error.getPosition()));
    }

    private String told(Diag diag, String source) {
        String message = WITHOUT_LOCATION.matcher(diag.getMessage(Locale.ROOT)).replaceFirst("");
        Matcher symbol = SYMBOL.matcher(message);
        String words = symbol.find() ? "There is no " + symbol.group(1) + " '" + symbol.group(2) + "' here."
            + meant(symbol.group(2)) : sentence(message.replaceAll("\\s*\\R\\s*", "; "));
        return words + pointer(diag, source);
    }

    private String meant(String symbol) {
        List<String> names = new ArrayList<>();
        Guide.names().forEach(names::add);
        shell.variables().map(VarSnippet::name).forEach(names::add);
        shell.methods().map(MethodSnippet::name).forEach(names::add);
        String nearest = Nearest.to(symbol, names);
        return nearest.isEmpty() ? " commands() lists what there is."
            : " Did you mean " + nearest + "?";
    }

    private static String pointer(Diag diag, String source) {
        int at = position(diag, source);
        int begin = source.lastIndexOf('\n', at - 1) + 1;
        int end = source.indexOf('\n', at);
        return "\n  " + source.substring(begin, end < 0 ? source.length() : end) + "\n  " + " ".repeat(at - begin)
            + "^";
    }

    /** Tells what a snippet threw. */
    static String thrown(Throwable cause) {
        if (cause instanceof ThreadDeath) {
            return "Stopped.";
        }
        if (cause instanceof CancelledException) {
            return "Stopped. Nothing was changed.";
        }
        if (cause instanceof Mistake) {
            return cause.getMessage();
        }
        if (cause instanceof IOException || cause instanceof UncheckedIOException
            || cause instanceof TooManyEdgesException || cause instanceof OutOfMemoryError) {
            return FailureWords.of(cause instanceof UncheckedIOException ? cause.getCause() : cause);
        }
        String what = cause.getClass().getSimpleName();
        return "The line threw " + what + (cause.getMessage() == null ? "" : ": " + cause.getMessage()) + advice(cause);
    }

    private static String advice(Throwable cause) {
        if (cause instanceof NullPointerException) {
            return "\n  Something in it is null, such as a variable whose line failed.";
        }
        if (cause instanceof StackOverflowError) {
            return "\n  It calls itself without an end.";
        }
        return "\n  That came from the Java code of the line, not from the dump; help() shows lines that work.";
    }

    /** Tells what a snippet threw where only the shell knows. */
    static String thrown(JShellException failure) {
        if (failure instanceof UnresolvedReferenceException) {
            return "This uses something that is not declared yet: "
                + ((UnresolvedReferenceException) failure).getSnippet().source();
        }
        return "The line threw " + (failure instanceof EvalException ? ((EvalException) failure).getExceptionClassName()
            + ": " : "") + failure.getMessage();
    }

    private static String sentence(String message) {
        String capital = message.isEmpty() ? message : message.substring(0, 1).toUpperCase(Locale.ROOT)
            + message.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }
}
