package io.github.memdump.gephi.importer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import org.gephi.io.importer.spi.Importer;
import org.gephi.io.importer.spi.ImporterUI;
import org.openide.util.NbBundle;
import org.openide.util.lookup.ServiceProvider;

/**
 * Asks what to show of the dumps that are being opened. Of dumps opened together one importer imports a single view;
 * the others import nothing.
 */
@ServiceProvider(service = ImporterUI.class)
public final class DumpImporterUI implements ImporterUI {
    private ImportDialog dialog;
    private List<DumpImporter> importers = List.of();

    @Override
    public JPanel getPanel() {
        dialog = new ImportDialog();
        return dialog.panel();
    }

    @Override
    public void setup(Importer[] opened) {
        importers = new ArrayList<>();
        List<Path> dumps = new ArrayList<>();
        for (Importer importer : opened) {
            importers.add((DumpImporter) importer);
            dumps.add(((DumpImporter) importer).file());
        }
        if (dialog != null) {
            dialog.open(dumps);
        }
    }

    @Override
    public void unsetup(boolean accepted) {
        if (accepted && dialog != null) {
            choose(importers, dialog.accepted());
        }
        dialog = null;
        importers = List.of();
    }

    /** Gives one importer everything to do and the others nothing. */
    static void choose(List<DumpImporter> importers, ImportChoices choices) {
        importers.forEach(DumpImporter::leaveToAnother);
        importers.get(importers.size() - 1).choose(choices);
    }

    @Override
    public String getDisplayName() {
        return NbBundle.getMessage(DumpImporterUI.class, "DumpImporterUI.name");
    }

    @Override
    public boolean isUIForImporter(Importer importer) {
        return importer instanceof DumpImporter;
    }
}
