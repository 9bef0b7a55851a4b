package io.github.memdump.branding.open;

import java.util.Collection;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.NotificationDisplayer;
import org.openide.awt.StatusDisplayer;
import org.openide.util.ImageUtilities;
import org.openide.util.NbBundle;

/** Everything that File &gt; Open tells the user. Errors are dialogs, remarks are notifications; all are logged. */
final class Messages {
    private static final Logger LOG = Logger.getLogger(Messages.class.getName());
    private static final int ISSUES_SHOWN = 20;

    private Messages() {
    }

    static String text(String key, Object... values) {
        return NbBundle.getMessage(Messages.class, key, values);
    }

    static void status(String text) {
        StatusDisplayer.getDefault().setStatusText(text);
    }

    static void error(String text) {
        LOG.warning(text);
        DialogDisplayer.getDefault().notifyLater(
            new NotifyDescriptor.Message(text, NotifyDescriptor.ERROR_MESSAGE));
    }

    /** Says why an import failed, in the words of the error that caused it; the log has the rest. */
    static void failure(String source, Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof OutOfMemoryError) {
            error(text("outOfMemory", source, Runtime.getRuntime().maxMemory() >> 20));
            return;
        }
        LOG.log(Level.INFO, source, error);
        String reason = cause.getLocalizedMessage();
        error(text("failed", source, reason == null ? cause.getClass().getSimpleName() : reason));
    }

    /** Shows what a report holds, severe issues as an error. Nothing when it holds none. */
    static void issues(String source, Report report) {
        Collection<Issue> issues = report.getIssuesList(ISSUES_SHOWN);
        if (issues.isEmpty()) {
            return;
        }
        String lines = issues.stream().map(Issue::getMessage).collect(Collectors.joining("\n"));
        if (issues.stream().anyMatch(Messages::isSevere)) {
            error(text("severe", source, lines));
            return;
        }
        LOG.info(text("remarks", source, lines));
        String title = text("remarks.title", source, issues.size());
        NotificationDisplayer.getDefault().notify(title, ImageUtilities.loadImageIcon(
            "org/openide/awt/resources/unknown.gif", true), issues.iterator().next().getMessage(),
            event -> DialogDisplayer.getDefault().notifyLater(
                new NotifyDescriptor.Message(lines, NotifyDescriptor.INFORMATION_MESSAGE)));
    }

    /** Returns whether a report, which may be missing, has an issue that ended the import. */
    static boolean hasSevere(Report report) {
        return report != null && report.getIssuesList(ISSUES_SHOWN).stream().anyMatch(Messages::isSevere);
    }

    private static boolean isSevere(Issue issue) {
        return issue.getLevel() == Issue.Level.SEVERE || issue.getLevel() == Issue.Level.CRITICAL;
    }
}
