package io.github.memdump.gephi.process;

import io.github.memdump.gephi.swing.Typing;
import io.github.memdump.live.Way;
import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.event.ActionListener;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import javax.swing.JButton;
import javax.swing.JFileChooser;
import javax.swing.Timer;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.NotificationLineSupport;
import org.openide.NotifyDescriptor;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;
import org.openide.util.NbPreferences;
import org.openide.util.RequestProcessor;

/** Asks which running Ruby process to dump, and how. For the event thread. */
final class ProcessDialog {
    private static final RequestProcessor LOOKING = new RequestProcessor("Memdump looks for processes", 1);
    private static final int REFRESH_MILLIS = 5000;

    private final Preferences preferences = NbPreferences.forModule(ProcessDialog.class);
    private final ProcessList processes = new ProcessList();
    private final DumpForm form = new DumpForm(preferences);
    private final ProcessTableModel rows = new ProcessTableModel();
    private final ProcessTable table = new ProcessTable(rows, this::take);
    private final ProcessPanel panel = new ProcessPanel(table);
    private final JButton take = new JButton();
    private final JButton watch = new JButton();
    private final DialogDescriptor descriptor = new DialogDescriptor(panel, text("ProcessDialog"));
    private final NotificationLineSupport line = descriptor.createNotificationLineSupport();
    private final RubyProcesses rubies;
    private final ProcessQuery asking;
    private final long wanted;
    private ProcessState standing = ProcessState.NOTHING;
    private Dialog dialog;
    private boolean hasLooked;
    private boolean isClosed;
    private boolean showing;

    private ProcessDialog(RubyProcesses rubies, long wanted) {
        this.rubies = rubies;
        this.wanted = wanted;
        this.asking = new ProcessQuery(rubies, this::stands);
        Mnemonics.setLocalizedText(take, text("ProcessDialog.take"));
        take.addActionListener(event -> take());
        Mnemonics.setLocalizedText(watch, text("ProcessDialog.watch"));
        watch.setToolTipText(text("ProcessDialog.watch.hint"));
        watch.addActionListener(event -> watch());
        panel.via.setSelectedIndex(form.via().map(way -> way.ordinal() + 1).orElse(0));
        panel.via.addActionListener(event -> askBy(panel.via.getSelectedIndex()));
        asking.by(form.approach());
        panel.refresh.addActionListener(event -> {
            asking.forget();
            look();
            choose(processes.chosen());
        });
        panel.trace.addActionListener(event -> trace());
        panel.browse.addActionListener(event -> browse());
        ActionListener ticked = event -> ticked();
        panel.garbage.addActionListener(ticked);
        panel.full.addActionListener(ticked);
        panel.fork.addActionListener(ticked);
        panel.gzip.addActionListener(ticked);
        panel.search.getDocument().addDocumentListener(new Typing(() -> {
            processes.search(panel.search.getText());
            showRows();
            if (processes.chosen().isEmpty()) {
                processes.proposed(wanted).ifPresent(table::select);
            }
        }));
        panel.target.getDocument().addDocumentListener(new Typing(this::typed));
        table.getSelectionModel().addListSelectionListener(event -> {
            if (!event.getValueIsAdjusting() && !showing) {
                choose(table.selected());
            }
        });
    }

    /** Asks, with a process chosen already if one of that number runs; returns when the dialog is closed. */
    static void open(RubyProcesses rubies, long pid) {
        new ProcessDialog(rubies, pid).show();
    }

    private void show() {
        descriptor.setOptions(new Object[] {take, watch, DialogDescriptor.CANCEL_OPTION});
        descriptor.setClosingOptions(new Object[] {DialogDescriptor.CANCEL_OPTION});
        descriptor.setValue(take);
        showForm();
        look();
        Timer refresh = new Timer(REFRESH_MILLIS, event -> look());
        refresh.start();
        dialog = DialogDisplayer.getDefault().createDialog(descriptor);
        EventQueue.invokeLater(table::requestFocusInWindow);
        try {
            dialog.setVisible(true);
        } finally {
            isClosed = true;
            refresh.stop();
            asking.stop();
            dialog.dispose();
        }
    }

    private void look() {
        LOOKING.post(() -> {
            List<ProcessRow> running = rubies.running();
            EventQueue.invokeLater(() -> {
                if (!isClosed) {
                    arrive(running);
                }
            });
        });
    }

    private void arrive(List<ProcessRow> running) {
        boolean isFirst = !hasLooked;
        hasLooked = true;
        Optional<ProcessRow> before = processes.chosen();
        processes.update(running);
        showRows();
        if (isFirst) {
            processes.proposed(wanted).ifPresent(table::select);
        } else if (!processes.chosen().map(ProcessRow::tracing).equals(before.map(ProcessRow::tracing))) {
            choose(processes.chosen());
        }
    }

    private void showRows() {
        showing = true;
        Optional<ProcessRow> chosen = processes.chosen();
        rows.show(processes.shown());
        chosen.ifPresent(table::select);
        showing = false;
        if (chosen.isEmpty()) {
            choose(Optional.empty());
        }
        showForm();
    }

    private void choose(Optional<ProcessRow> row) {
        processes.choose(row.orElse(null));
        row.ifPresent(process -> form.propose(process, LocalDateTime.now()));
        standing = row.map(asking::of).orElse(ProcessState.NOTHING);
        Optional<Path> before = row.flatMap(DumpRun.earlier()::of);
        panel.compare.setVisible(before.isPresent());
        panel.compare.setSelected(before.isPresent());
        before.ifPresent(dump -> Mnemonics.setLocalizedText(panel.compare,
            text("ProcessPanel.compareWith", dump.getFileName())));
        showForm();
    }

    private void stands(ProcessRow row, ProcessState now) {
        if (processes.chosen().filter(row::equals).isPresent()) {
            standing = now;
            showForm();
        }
    }

    private void trace() {
        processes.chosen().ifPresent(row -> {
            panel.trace.setEnabled(false);
            panel.standing.setText(text("ProcessState.turningOn", row));
            asking.traceAllocations(row);
        });
    }

    private void ticked() {
        form.collectGarbage(panel.garbage.isSelected());
        form.full(panel.full.isSelected());
        form.fork(panel.fork.isSelected());
        form.compress(panel.gzip.isSelected());
        showForm();
    }

    private void typed() {
        if (!showing) {
            form.write(panel.target.getText());
            panel.gzip.setSelected(form.compresses());
            showState();
        }
    }

    private void browse() {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(text("ProcessDialog.save"));
        if (form.problem().isEmpty()) {
            chooser.setSelectedFile(form.path().toFile());
        }
        if (chooser.showDialog(panel, text("ProcessDialog.choose")) == JFileChooser.APPROVE_OPTION) {
            form.write(chooser.getSelectedFile().getPath());
            showForm();
        }
    }

    private void showForm() {
        showing = true;
        if (!panel.target.getText().equals(form.target())) {
            panel.target.setText(form.target());
        }
        panel.garbage.setSelected(form.collectsGarbage());
        panel.full.setSelected(form.isFull());
        panel.gzip.setSelected(form.compresses());
        panel.fork.setSelected(form.forks());
        showing = false;
        showState();
    }

    private void showState() {
        boolean isChosen = processes.chosen().isPresent();
        Optional<String> problem = isChosen && standing.mayDump() ? form.problem() : Optional.empty();
        panel.standing.setText(isChosen ? standing.sentence() : nothing());
        panel.trace.setEnabled(standing.mayTrace());
        panel.showAdvice(standing.needsAdvice());
        take.setEnabled(isChosen && standing.mayDump() && problem.isEmpty());
        watch.setEnabled(isChosen && standing.mayDump());
        if (problem.isPresent()) {
            line.setErrorMessage(problem.get());
        } else {
            line.clearMessages();
        }
    }

    private String nothing() {
        if (!hasLooked) {
            return text("ProcessDialog.looking");
        }
        return processes.isEmpty() ? text("ProcessDialog.none")
            : processes.shown().isEmpty() ? text("ProcessDialog.noMatch") : ProcessState.NOTHING.sentence();
    }

    private void take() {
        Optional<ProcessRow> process = processes.chosen();
        if (!take.isEnabled() || process.isEmpty()) {
            return;
        }
        Path target = form.path();
        boolean replaces = form.replaces();
        if (replaces && !mayReplace(target)) {
            return;
        }
        form.remember(preferences);
        Optional<Path> before = panel.compare.isSelected() ? DumpRun.earlier().of(process.get()) : Optional.empty();
        dialog.setVisible(false);
        new DumpRun(rubies, process.get(), target, form.options(replaces), form.approach(),
            before).start();
    }

    private void askBy(int choice) {
        form.via(choice == 0 ? Optional.empty() : Optional.of(Way.values()[choice - 1]));
        asking.by(form.approach());
        choose(processes.chosen());
    }

    private void watch() {
        Optional<ProcessRow> process = processes.chosen();
        if (process.isPresent()) {
            Path folder = form.problem().isEmpty() ? form.path().getParent() : Path.of(form.folder());
            WatchDialog.ask(preferences, process.get(), folder, panel).ifPresent(form -> {
                dialog.setVisible(false);
                new WatchRun(rubies, process.get(), form, this.form.approach()).start();
            });
        }
    }

    private static boolean mayReplace(Path target) {
        // The first button has the focus, and Enter presses it.
        String replace = text("ProcessDialog.replaceIt");
        NotifyDescriptor question = new NotifyDescriptor(
            text("ProcessDialog.replace", target.getFileName(), target.getParent()), text("ProcessDialog.replaceTitle"),
            NotifyDescriptor.DEFAULT_OPTION, NotifyDescriptor.WARNING_MESSAGE,
            new Object[] {NotifyDescriptor.CANCEL_OPTION, replace}, NotifyDescriptor.CANCEL_OPTION);
        return replace.equals(DialogDisplayer.getDefault().notify(question));
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(ProcessDialog.class, key, values);
    }
}
