package io.github.memdump.gephi.importer;

import io.github.memdump.gephi.heap.DumpSample;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.gephi.swing.Typing;
import io.github.memdump.view.Recipe;
import java.awt.EventQueue;
import java.awt.event.HierarchyEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.prefs.Preferences;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.Timer;
import org.netbeans.validation.api.Problems;
import org.netbeans.validation.api.Severity;
import org.netbeans.validation.api.ui.ValidationListener;
import org.netbeans.validation.api.ui.ValidationUI;
import org.netbeans.validation.api.ui.swing.ValidationPanel;
import org.openide.util.NbBundle;
import org.openide.util.NbPreferences;
import org.openide.util.RequestProcessor;

/**
 * The import dialog: keeps a form and its fields in step, looks at dumps in the background, and tells the dialog
 * around it, live, whether it may be closed with OK. For the event thread.
 */
final class ImportDialog {
    private static final RequestProcessor SAMPLING = new RequestProcessor("Memdump import", 2, true, false);

    private static final int PAUSE_MILLIS = 300;

    private final Preferences preferences = NbPreferences.forModule(ImportDialog.class);
    private final ImportForm form = new ImportForm(preferences);
    private final ImportPanel panel = new ImportPanel();
    private final ValidationPanel validated = new ValidationPanel();
    private final Validity validity = new Validity();
    private final Timer pause = new Timer(PAUSE_MILLIS, event -> stoppedTyping());
    private final Function<Path, DumpSample> look;
    private boolean showing;

    ImportDialog() {
        this(DumpSample::of);
    }

    /** Makes a dialog that looks at dumps in this way. */
    ImportDialog(Function<Path, DumpSample> look) {
        this.look = look;
        pause.setRepeats(false);
        validated.setInnerComponent(panel);
        validated.getValidationGroup().addItem(validity, false);
        panel.browse.addActionListener(event -> browse());
        panel.nothing.addActionListener(event -> compareWithNothing());
        panel.swap.addActionListener(event -> swap());
        panel.onInput(event -> chosen(), new Typing(this::typed));
        panel.about.getDocument().addDocumentListener(new Typing(this::aboutTyped));
        panel.before.getDocument().addDocumentListener(new Typing(this::beforeTyped));
        panel.addHierarchyListener(event -> {
            if (panel.isShowing() && (event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
                // Else Enter would press the first button, which swaps the dumps.
                EventQueue.invokeLater(() -> panel.subjects.get(form.subject()).requestFocusInWindow());
            }
        });
        DroppedDump.on(panel, this::dropped);
        DroppedDump.on(panel.before, this::dropped);
    }

    /** Returns the panel, which says by itself whether what it holds is valid. */
    JPanel panel() {
        return validated;
    }

    /** Tells a dialog around the panel, from now on, whether what it holds is valid. */
    void showValidity(ValidationUI dialog) {
        validated.getValidationGroup().addUI(dialog);
    }

    /** Shows dumps that were opened together. */
    void open(List<Path> dumps) {
        form.open(dumps);
        dumps.forEach(this::sample);
        show();
    }

    /** Returns what was chosen, and keeps it for the next time. */
    ImportChoices accepted() {
        form.remember(preferences);
        return form.choices();
    }

    private void sample(Path dump) {
        if (form.sample(dump).isPresent()) {
            return;
        }
        SAMPLING.post(() -> {
            DumpSample sample = look.apply(dump);
            EventQueue.invokeLater(() -> {
                form.sampled(dump, sample);
                show();
            });
        });
    }

    /** One dump is compared with; several are put in order with the one that is there. */
    private void dropped(List<Path> dumps) {
        if (dumps.size() == 1) {
            compareWith(dumps.get(0));
        } else {
            List<Path> all = new ArrayList<>(dumps);
            all.remove(form.after());
            all.add(form.after());
            open(all);
        }
    }

    private void compareWith(Path dump) {
        form.compareWith(dump);
        sample(dump);
        show();
    }

    private void compareWithNothing() {
        form.compareWithNothing();
        show();
    }

    private void swap() {
        form.swap();
        show();
    }

    private void browse() {
        Path folder = form.before().orElse(form.after()).toAbsolutePath().getParent();
        DumpChooser.one(NbBundle.getMessage(ImportDialog.class, "ImportDialog.browse"), folder)
            .forEach(this::compareWith);
    }

    private void chosen() {
        for (Map.Entry<Recipe.Subject, JRadioButton> choice : panel.subjects.entrySet()) {
            if (choice.getValue().isSelected()) {
                if (choice.getKey() == form.subject()) {
                    form.cleanUp(panel.cleanup.isSelected());
                }
                form.show(choice.getKey());
            }
        }
        form.showClasses(panel.classReferences.isSelected());
        form.goByPlainReferences(panel.plainReferences.isSelected());
        show();
    }

    private void typed() {
        if (!showing) {
            form.about(panel.about.getText());
            form.budget(panel.nodes.getText(), panel.edges.getText());
            validity.performValidation();
        }
    }

    private void aboutTyped() {
        if (!showing) {
            if (!form.subject().isAboutSomething()) {
                form.show(Recipe.Subject.SELECTION);
            }
            showState();
        }
    }

    private void beforeTyped() {
        if (showing) {
            return;
        }
        if (panel.before.getText().isBlank()) {
            // A text that is replaced is empty for a moment.
            EventQueue.invokeLater(() -> {
                if (panel.before.getText().isBlank()) {
                    takeBefore();
                }
            });
        } else {
            takeBefore();
        }
    }

    private void takeBefore() {
        form.typeBefore(panel.before.getText());
        showState();
        pause.restart();
    }

    /** Looking at a dump reads from disk: at the one that is meant, not at what stands there letter by letter. */
    private void stoppedTyping() {
        form.before().filter(dump -> form.isTyped(panel.before.getText(), dump)).ifPresent(this::sample);
    }

    private void show() {
        showing = true;
        panel.after.setText(form.after().getFileName().toString());
        panel.after.setToolTipText(form.after().toString());
        panel.before.setText(form.before().map(Path::toString).orElse(""));
        panel.about.setText(form.about());
        panel.nodes.setText(form.nodes());
        panel.edges.setText(form.edges());
        showing = false;
        showState();
    }

    private void showState() {
        panel.subjects.get(form.subject()).setSelected(true);
        panel.subjects.forEach((subject, choice) -> choice.setEnabled(form.dumps().size() >= subject.leastDumps()));
        panel.cleanup.setSelected(form.isCleanedUp());
        panel.classReferences.setSelected(form.showsClasses());
        panel.plainReferences.setSelected(form.goesByPlainReferences());
        panel.swap.setEnabled(form.before().isPresent());
        panel.nothing.setEnabled(form.before().isPresent());
        ImportPanel.say(panel.afterFacts, form.sample(form.after()).map(SampleSummary::of));
        Optional<String> hint = Optional.of(NbBundle.getMessage(ImportDialog.class, "ImportDialog.before.hint"));
        ImportPanel.say(panel.beforeFacts, form.before().isEmpty() ? hint
            : form.before().flatMap(form::sample).map(SampleSummary::of));
        ImportPanel.say(panel.memory, looking().or(() -> Optional.of(NbBundle.getMessage(ImportDialog.class,
            "ImportDialog.memory", Amounts.bytes(form.memory()), Amounts.bytes(Runtime.getRuntime().maxMemory())))));
        validity.performValidation();
    }

    /** Returns what is still being looked into, in the words of the form; nothing once every dump is known. */
    private Optional<String> looking() {
        return form.dumps().stream().filter(dump -> form.sample(dump).isEmpty()).findFirst()
            .map(dump -> NbBundle.getMessage(ImportForm.class, "ImportForm.looking", dump.getFileName()));
    }

    /** Says whether the form is valid. */
    private final class Validity extends ValidationListener<ImportForm> {
        Validity() {
            super(ImportForm.class, ValidationUI.NO_OP, form);
        }

        @Override
        protected void performValidation(Problems problems) {
            if (form.after() == null) {
                return;
            }
            Optional<String> problem = form.problem(Runtime.getRuntime().maxMemory());
            if (problem.isPresent() && problem.equals(looking())) {
                // It cannot be opened yet, but nothing is wrong: the panel says in its own colour what goes on.
                problems.add(" ", Severity.FATAL);
            } else if (problem.isPresent()) {
                problems.add(problem.get());
            } else {
                // A warning would be dark blue, whatever is behind it.
                form.remark().ifPresent(remark -> problems.add(remark, Severity.INFO));
            }
        }
    }
}
