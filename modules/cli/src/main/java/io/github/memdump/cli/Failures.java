package io.github.memdump.cli;

import io.github.memdump.cli.command.FailureWords;
import io.github.memdump.cli.command.ReportedFailure;
import io.github.memdump.cli.command.SelectionMistake;
import io.github.memdump.cli.command.Session;
import io.github.memdump.live.attach.LiveException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in words what went wrong, and which exit code that is. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private static final Pattern CHOICES = Pattern.compile(
        "expected one of \\[([A-Z_, ]+)] \\(case-insensitive\\) but was ");

    private final Session session;

    Failures(Session session) {
        this.session = session;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        if (wrong instanceof UnmatchedArgumentException && command.getParent() == null) {
            session.tell(CommandNames.unknown(((UnmatchedArgumentException) wrong).getUnmatched().get(0), command));
            return MISUSED;
        }
        List<String> similar = wrong instanceof UnmatchedArgumentException
            ? ((UnmatchedArgumentException) wrong).getSuggestions() : List.of();
        String name = command.getCommandSpec().qualifiedName();
        session.tell(FailureWords.sentence(plain(wrong.getMessage()))
            + (similar.isEmpty() ? "" : " Did you mean " + String.join(" or ", similar) + "?")
            + " See: " + name + " --help");
        if (wrong instanceof SelectionMistake) {
            ((SelectionMistake) wrong).pointer().lines().forEach(line -> session.err().println("  " + line));
        }
        trace(wrong);
        return MISUSED;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        return failure instanceof ParameterException
            ? handleParseException((ParameterException) failure, new String[0]) : failed(failure);
    }

    /** Tells a failure and returns the exit code. */
    int failed(Throwable failure) {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        if (isClosedPipe(cause)) {
            return DONE;
        }
        trace(cause);
        session.tell(FailureWords.of(cause));
        if (cause instanceof LiveException) {
            ((LiveException) cause).advice().lines().forEach(session.err()::println);
        }
        if (cause instanceof ReportedFailure) {
            ((ReportedFailure) cause).below().forEach(session.err()::println);
        }
        return FAILED;
    }

    /** Whoever read standard output, such as {@code head}, has seen enough. */
    private static boolean isClosedPipe(Throwable cause) {
        return cause instanceof IOException && "Broken pipe".equals(cause.getMessage());
    }

    /** Returns what picocli says of a wrong value, in words for people who do not write Java. */
    private static String plain(String message) {
        Matcher choices = CHOICES.matcher(message);
        String text = choices.find() ? choices.replaceFirst(Matcher.quoteReplacement("expected one of "
            + choices.group(1).toLowerCase(Locale.ROOT) + " but was ")) : message;
        return text.replaceFirst("' is not an? (int|long|short|byte)$", "' is not a whole number")
            .replaceFirst("' is not a (double|float)$", "' is not a number")
            .replaceFirst("^Unmatched arguments? (at|from) index \\d+: ", "More arguments than it takes: ")
            .replaceFirst("^Value for option option ", "Value for option ");
    }

    private void trace(Throwable failure) {
        if (session.variable("MEMDUMP_DEBUG").isPresent()) {
            failure.printStackTrace(session.err());
        }
    }
}
