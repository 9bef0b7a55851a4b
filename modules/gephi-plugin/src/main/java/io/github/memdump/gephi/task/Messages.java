package io.github.memdump.gephi.task;

import io.github.memdump.answer.Figures;
import io.github.memdump.dump.DumpException;
import io.github.memdump.graph.TooManyEdgesException;
import io.github.memdump.task.CancelledException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle;

/**
 * What the user is told, in words; stack traces go to the log. What was asked for just now is answered by a dialog,
 * what happens in the background by a notification with a way out. Safe to call from any thread; never blocks.
 */
public final class Messages {
    private static final Logger LOG = Logger.getLogger(Messages.class.getName());
    private static final int MOST_CAUSES = 8;

    private Messages() {
    }

    /** Shows a line in the status bar. */
    public static void status(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
    }

    /** Answers in a dialog what the user asked for just now. */
    public static void information(String text) {
        show(text, NotifyDescriptor.INFORMATION_MESSAGE);
    }

    /** Says in a dialog why what the user asked for just now cannot be done. */
    public static void error(String text) {
        LOG.warning(text);
        show(text, NotifyDescriptor.ERROR_MESSAGE);
    }

    /** Notifies of something that came up in the background, under the name of the work, with ways to go on. */
    public static void remark(String work, String text, Remedy... ways) {
        LOG.info(text);
        Notification.remark(work, text, List.of(ways));
    }

    /** Notifies of a failure in the background, with ways out; one that the user wished is a line in the status bar. */
    public static void failure(String work, Throwable cause, Remedy... ways) {
        if (cause instanceof CancelledException) {
            status(NbBundle.getMessage(Messages.class, "Messages.cancelled", work));
            return;
        }
        LOG.log(expected(cause) ? Level.FINE : Level.WARNING, work, cause);
        String text = words(work, cause);
        LOG.warning(text);
        Notification.error(NbBundle.getMessage(Messages.class, "Messages.failed", work), text,
            waysOut(cause, text, List.of(ways)));
    }

    /** Returns the ways out of a failure, the best first; at least one. */
    static List<Remedy> waysOut(Throwable cause, String text, List<Remedy> ways) {
        List<Remedy> all = new ArrayList<>();
        if (cause instanceof WithRemedies) {
            all.addAll(((WithRemedies) cause).waysOut());
        }
        all.addAll(ways);
        if (all.isEmpty() || !expected(cause)) {
            all.add(Remedy.details(NbBundle.getMessage(Messages.class, "Messages.details"),
                expected(cause) ? text : text + "\n\n" + chain(cause)));
        }
        return all;
    }

    /** What led to what, a line each, for whoever reports an unexpected failure. */
    private static String chain(Throwable cause) {
        StringBuilder lines = new StringBuilder();
        Throwable next = cause;
        for (int i = 0; next != null && i < MOST_CAUSES; i++) {
            lines.append(next).append('\n');
            next = next.getCause();
        }
        return lines.toString();
    }

    /** Returns what a failure means, in words. */
    public static String words(String work, Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return NbBundle.getMessage(Messages.class, "Messages.memory", work,
                Figures.bytes(Runtime.getRuntime().maxMemory()));
        }
        if (expected(cause) && cause.getMessage() != null) {
            return cause.getMessage();
        }
        String reason = cause.getLocalizedMessage() == null ? cause.getClass().getSimpleName()
            : cause.getLocalizedMessage();
        return NbBundle.getMessage(Messages.class, "Messages.unexpected", work, reason);
    }

    private static boolean expected(Throwable cause) {
        return cause instanceof DumpException || cause instanceof IOException || cause instanceof TooManyEdgesException
            || cause instanceof IllegalArgumentException;
    }

    private static void show(String text, int kind) {
        if (GraphicsEnvironment.isHeadless()) {
            LOG.info(text);
            return;
        }
        DialogDisplayer.getDefault().notifyLater(new NotifyDescriptor.Message(text, kind));
    }
}
