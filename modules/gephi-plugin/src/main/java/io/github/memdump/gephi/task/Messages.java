package io.github.memdump.gephi.task;

import io.github.memdump.dump.DumpException;
import io.github.memdump.graph.TooManyEdgesException;
import io.github.memdump.task.CancelledException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.StatusDisplayer;
import org.openide.util.NbBundle;

/** What the user is told, in words; stack traces go to the log. Safe to call from any thread; never blocks. */
public final class Messages {
    private static final Logger LOG = Logger.getLogger(Messages.class.getName());

    private Messages() {
    }

    /** Shows a line in the status bar. */
    public static void status(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
    }

    /** Shows something that the user should know but need not act on. */
    public static void information(String text) {
        show(text, NotifyDescriptor.INFORMATION_MESSAGE);
    }

    /** Shows why something could not be done. */
    public static void error(String text) {
        LOG.warning(text);
        show(text, NotifyDescriptor.ERROR_MESSAGE);
    }

    /** Says why a piece of work failed; one that the user cancelled is a line in the status bar only. */
    public static void failure(String work, Throwable cause) {
        if (cause instanceof CancelledException) {
            status(NbBundle.getMessage(Messages.class, "Messages.cancelled", work));
            return;
        }
        LOG.log(expected(cause) ? Level.FINE : Level.WARNING, work, cause);
        error(words(work, cause));
    }

    /** Returns what a failure means, in words. */
    public static String words(String work, Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return NbBundle.getMessage(Messages.class, "Messages.memory", work,
                Runtime.getRuntime().maxMemory() >> 20);
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
