package io.github.memdump.cli.command;

import io.github.memdump.answer.Figures;
import io.github.memdump.graph.TooManyEdgesException;
import io.github.memdump.task.CancelledException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Tells failures in sentences. */
public final class FailureWords {
    private FailureWords() {
    }

    /** Returns the sentence that tells a failure. */
    public static String of(Throwable cause) {
        if (cause instanceof IOException) {
            return toldOf((IOException) cause);
        }
        if (cause instanceof CancelledException) {
            return "cancelled.";
        }
        if (cause instanceof TooManyEdgesException) {
            return sentence(cause.getMessage());
        }
        if (cause instanceof OutOfMemoryError) {
            return "not enough memory: the " + Figures.bytes(Runtime.getRuntime().maxMemory()) + " that Java may use"
                + " are too few for this. Give it more, up to what the machine has: MEMDUMP_XMX=16g memdump …";
        }
        return "unexpected failure, a bug in memdump: " + cause
            + " (MEMDUMP_DEBUG=1 memdump … shows where; please report it)";
    }

    private static String toldOf(IOException failure) {
        String message = failure.getMessage();
        if (message == null) {
            return "failed: " + failure.getClass().getSimpleName();
        }
        if (failure instanceof FileSystemException && ((FileSystemException) failure).getReason() == null) {
            if (failure instanceof NoSuchFileException) {
                return message + " does not exist. Check the path.";
            }
            if (failure instanceof AccessDeniedException) {
                return message + ": permission denied.";
            }
        }
        return (message.startsWith("No space") ? "writing failed: " : "") + sentence(message);
    }

    /** Returns a message with a full stop. */
    public static String sentence(String message) {
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }
}
