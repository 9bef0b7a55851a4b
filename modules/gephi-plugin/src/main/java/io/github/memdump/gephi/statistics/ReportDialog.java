package io.github.memdump.gephi.statistics;

import java.awt.Color;
import java.awt.Dimension;
import javax.swing.JEditorPane;
import javax.swing.JScrollPane;
import javax.swing.text.html.HTMLEditorKit;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;

/** Shows the HTML report of a statistic in a window of its own. For the event thread. */
public final class ReportDialog {
    private static final Dimension SIZE = new Dimension(760, 620);

    private ReportDialog() {
    }

    /** Shows a report; returns at once. */
    public static void show(String title, String html) {
        JEditorPane pane = new JEditorPane();
        pane.setEditorKit(new HTMLEditorKit());
        pane.setEditable(false);
        // Reports are pages: black on white in every look, as their charts are.
        pane.setBackground(Color.WHITE);
        pane.setForeground(Color.BLACK);
        pane.setText(html);
        pane.setCaretPosition(0);
        JScrollPane scroll = new JScrollPane(pane);
        scroll.setPreferredSize(SIZE);
        DialogDescriptor descriptor = new DialogDescriptor(scroll, title, false, null);
        descriptor.setOptions(new Object[] {NotifyDescriptor.CLOSED_OPTION});
        DialogDisplayer.getDefault().createDialog(descriptor).setVisible(true);
    }
}
