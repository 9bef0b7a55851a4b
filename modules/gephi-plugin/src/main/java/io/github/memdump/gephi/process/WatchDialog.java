package io.github.memdump.gephi.process;

import io.github.memdump.gephi.swing.Typing;
import java.awt.Component;
import java.awt.GridLayout;
import java.nio.file.Path;
import java.util.Optional;
import java.util.prefs.Preferences;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.NotificationLineSupport;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;

/** Asks when a watch takes dumps. For the event thread. */
final class WatchDialog {
    private static final int GAP = 8;
    private static final int DAY = 86_400;
    private static final int MOST_DUMPS = 100;
    private static final int MOST_MEGABYTES = 1 << 24;

    private final JPanel panel = new JPanel(new GridLayout(0, 2, GAP, GAP));
    private final JTextField folder;
    private final JTextField growth;
    private final JSpinner warm;
    private final JSpinner dumps;
    private final JSpinner disk;

    private WatchDialog(WatchForm form) {
        folder = new JTextField(form.path().toString(), 24);
        growth = new JTextField(form.growth());
        warm = new JSpinner(new SpinnerNumberModel(form.warmSeconds(), 0, DAY, 1));
        dumps = new JSpinner(new SpinnerNumberModel(form.dumps(), 1, MOST_DUMPS, 1));
        disk = new JSpinner(new SpinnerNumberModel(form.diskMegabytes(), 1, MOST_MEGABYTES, 1));
        panel.setBorder(BorderFactory.createEmptyBorder(2 * GAP, 2 * GAP, GAP, 2 * GAP));
        add("folder", folder);
        add("growth", growth);
        add("warm", warm);
        add("dumps", dumps);
        add("disk", disk);
    }

    private void add(String key, JComponent field) {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, text("WatchDialog." + key));
        label.setLabelFor(field);
        field.setName("memdump.watch." + key);
        field.setToolTipText(text("WatchDialog." + key + ".hint"));
        panel.add(label);
        panel.add(field);
    }

    /** Asks about a process; nothing if the user thinks better of it. */
    static Optional<WatchForm> ask(Preferences preferences, ProcessRow process, Path folder, Component over) {
        WatchDialog asked = new WatchDialog(WatchForm.remembered(preferences, folder));
        DialogDescriptor descriptor = new DialogDescriptor(asked.panel, text("WatchDialog", process));
        NotificationLineSupport line = descriptor.createNotificationLineSupport();
        Typing check = new Typing(() -> {
            Optional<String> problem = asked.form().problem();
            descriptor.setValid(problem.isEmpty());
            problem.ifPresentOrElse(line::setErrorMessage, line::clearMessages);
        });
        asked.folder.getDocument().addDocumentListener(check);
        asked.growth.getDocument().addDocumentListener(check);
        if (DialogDisplayer.getDefault().notify(descriptor) != DialogDescriptor.OK_OPTION) {
            return Optional.empty();
        }
        WatchForm form = asked.form();
        form.remember(preferences);
        return Optional.of(form);
    }

    private WatchForm form() {
        return new WatchForm(folder.getText(), growth.getText(), (Integer) warm.getValue(), (Integer) dumps.getValue(),
            (Integer) disk.getValue());
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(WatchDialog.class, key, values);
    }
}
