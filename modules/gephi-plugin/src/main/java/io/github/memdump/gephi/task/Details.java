package io.github.memdump.gephi.task;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;

/** A dialog with lines of text to read and to copy. It blocks nothing behind it. */
final class Details {
    private static final int GAP = 10;
    private static final int ROWS = 16;
    private static final int COLUMNS = 76;

    private Details() {
    }

    static void show(String title, String text) {
        if (GraphicsEnvironment.isHeadless()) {
            return;
        }
        JTextArea area = new JTextArea(text, ROWS, COLUMNS);
        area.setEditable(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setFont(new Font(Font.MONOSPACED, Font.PLAIN, area.getFont().getSize()));
        area.setCaretPosition(0);
        JPanel panel = new JPanel(new BorderLayout());
        panel.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        panel.add(new JScrollPane(area));
        JButton copy = new JButton();
        Mnemonics.setLocalizedText(copy, NbBundle.getMessage(Details.class, "Details.copy"));
        copy.addActionListener(event -> copy(text));
        DialogDescriptor dialog = new DialogDescriptor(panel, title);
        dialog.setModal(false);
        dialog.setOptions(new Object[] {copy, DialogDescriptor.OK_OPTION});
        dialog.setClosingOptions(new Object[] {DialogDescriptor.OK_OPTION});
        dialog.setValue(DialogDescriptor.OK_OPTION);
        DialogDisplayer.getDefault().createDialog(dialog).setVisible(true);
    }

    private static void copy(String text) {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
        Messages.status(NbBundle.getMessage(Details.class, "Details.copied"));
    }
}
