package io.github.memdump.branding.open;

import java.awt.EventQueue;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.swing.JPanel;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.spi.Importer;
import org.gephi.io.importer.spi.ImporterUI;
import org.gephi.lib.validation.DialogDescriptorWithValidation;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.WizardDescriptor;

/** What importers want to know before they run. Importers of one kind are asked about together, in one dialog. */
final class Questions {
    private final ImportController controller;

    Questions(ImportController controller) {
        this.controller = controller;
    }

    /** True when every question was answered; false when the user cancelled. Shows its dialogs on the event thread. */
    boolean ask(List<Source> sources) throws InterruptedException, InvocationTargetException {
        Map<ImporterUI, List<Importer>> asked = new LinkedHashMap<>();
        for (Source source : sources) {
            ImporterUI ui = controller.getUI(source.importer());
            if (ui != null) {
                asked.computeIfAbsent(ui, any -> new ArrayList<>()).add(source.importer());
            }
        }
        for (Map.Entry<ImporterUI, List<Importer>> one : asked.entrySet()) {
            boolean[] accepted = new boolean[1];
            onEventThread(() -> accepted[0] = ask(one.getKey(), one.getValue()));
            if (!accepted[0]) {
                return false;
            }
        }
        return true;
    }

    /** The order of these calls is ImporterUI's contract, getPanel before setup included. */
    private static boolean ask(ImporterUI ui, List<Importer> importers) {
        JPanel panel = ui.getPanel();
        ui.setup(typedArray(importers));
        boolean accepted = (panel == null || dialog(ui, panel)) && wizard(ui);
        ui.unsetup(accepted);
        return accepted;
    }

    private static boolean dialog(ImporterUI ui, JPanel panel) {
        return DialogDisplayer.getDefault().notify(DialogDescriptorWithValidation.dialog(panel, ui.getDisplayName()))
            == NotifyDescriptor.OK_OPTION;
    }

    private static boolean wizard(ImporterUI ui) {
        if (!(ui instanceof ImporterUI.WithWizard)) {
            return true;
        }
        WizardDescriptor wizard = ((ImporterUI.WithWizard) ui).getWizardDescriptor();
        if (wizard == null) {
            return true;
        }
        wizard.setTitleFormat(new MessageFormat("{0} ({1})"));
        wizard.setTitle(ui.getDisplayName());
        return DialogDisplayer.getDefault().notify(wizard) == WizardDescriptor.FINISH_OPTION;
    }

    /** Panels cast what they get to an array of their importer's class. */
    private static Importer[] typedArray(List<Importer> importers) {
        Class<?> type = importers.get(0).getClass();
        for (Importer importer : importers) {
            if (importer.getClass() != type) {
                type = Importer.class;
            }
        }
        return importers.toArray((Importer[]) Array.newInstance(type, importers.size()));
    }

    private static void onEventThread(Runnable step) throws InterruptedException, InvocationTargetException {
        if (EventQueue.isDispatchThread()) {
            step.run();
        } else {
            EventQueue.invokeAndWait(step);
        }
    }
}
