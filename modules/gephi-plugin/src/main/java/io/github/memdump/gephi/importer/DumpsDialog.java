package io.github.memdump.gephi.importer;

import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpFormat;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gephi.desktop.mrufiles.api.MostRecentFiles;
import org.netbeans.validation.api.Problem;
import org.netbeans.validation.api.ui.ValidationUI;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;

/**
 * Opens dumps without Gephi's File &gt; Open: the same questions, but archives are read as they are instead of being
 * unpacked first, and no report dialog stands in the way.
 */
public final class DumpsDialog {
    private DumpsDialog() {
    }

    /** Asks what to show of some dumps and opens it in a new workspace. For the event thread; returns early. */
    public static void open(List<Path> files) {
        if (files.stream().anyMatch(Archives::isPacked)) {
            Background.run(NbBundle.getMessage(DumpsDialog.class, "DumpImporter.work", files.get(0).getFileName()),
                task -> {
                    List<Path> unpacked = unpacked(files);
                    EventQueue.invokeLater(() -> ask(unpacked));
                });
        } else {
            ask(files);
        }
    }

    private static List<Path> unpacked(List<Path> files) throws DumpException {
        try {
            return Archives.unpacked(files);
        } catch (IOException unreadable) {
            throw new DumpException(unreadable.getMessage(), unreadable);
        }
    }

    private static void ask(List<Path> dumps) {
        for (Path dump : dumps) {
            if (!DumpFormat.recognises(dump)) {
                Messages.error(NbBundle.getMessage(DumpsDialog.class, "ImportForm.notADump", dump));
                return;
            }
        }
        ImportDialog dialog = new ImportDialog();
        DialogDescriptor descriptor = new DialogDescriptor(dialog.panel(),
            NbBundle.getMessage(DumpsDialog.class, "DumpImporterUI.name"));
        dialog.showValidity(new OkButton(descriptor));
        dialog.open(dumps);
        if (DialogDisplayer.getDefault().notify(descriptor) == NotifyDescriptor.OK_OPTION) {
            ImportChoices choices = dialog.accepted();
            Background.run(NbBundle.getMessage(DumpsDialog.class, "DumpImporter.work",
                dumps.get(dumps.size() - 1).getFileName()), task -> show(choices, task));
        }
    }

    private static void show(ImportChoices choices, TicketTask task) throws DumpException {
        ViewWorkspace.open(choices.dumps(), choices::recipe, task);
        MostRecentFiles recent = Lookup.getDefault().lookup(MostRecentFiles.class);
        choices.dumps().forEach(dump -> recent.addFile(dump.toString()));
    }

    private static final class OkButton implements ValidationUI {
        private final DialogDescriptor descriptor;

        OkButton(DialogDescriptor descriptor) {
            this.descriptor = descriptor;
        }

        @Override
        public void showProblem(Problem problem) {
            descriptor.setValid(!problem.isFatal());
        }

        @Override
        public void clearProblem() {
            descriptor.setValid(true);
        }
    }
}
