package io.github.memdump.gephi.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.GoldenDumps;
import java.awt.EventQueue;
import java.nio.file.Path;
import javax.swing.JPanel;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.spi.ImporterUI;
import org.junit.jupiter.api.Test;
import org.netbeans.validation.api.ui.swing.ValidationPanel;
import org.openide.util.Lookup;

final class DumpImporterUITest {
    private final ImporterUI ui = new DumpImporterUI();

    private static DumpImporter importer(Path dump) {
        DumpImporter importer = new DumpImporter();
        importer.setFile(dump.toFile());
        return importer;
    }

    private static boolean imports(DumpImporter importer) {
        Container container = Lookup.getDefault().lookup(Container.Factory.class).newContainer();
        return importer.execute(container.getLoader()) && container.getUnloader().getNodeCount() > 0;
    }

    /** Dumps are sampled in the background and their samples arrive on the event thread. */
    private static void valid(JPanel panel) throws Exception {
        boolean[] fatal = {true};
        for (int i = 0; i < 400 && fatal[0]; i++) {
            Thread.sleep(25);
            EventQueue.invokeAndWait(() -> fatal[0] = ((ValidationPanel) panel).isFatalProblem());
        }
        assertFalse(fatal[0]);
    }

    @Test
    void gephiFindsItForOurImporterAlone() {
        ImportController controller = Lookup.getDefault().lookup(ImportController.class);
        assertEquals(DumpImporterUI.class, controller.getUI(new DumpImporter()).getClass());
    }

    @Test
    void twoDumpsOpenedTogetherMakeOneImport() throws Exception {
        DumpImporter after = importer(GoldenDumps.RUBY_3_1.after());
        DumpImporter before = importer(GoldenDumps.RUBY_3_1.before());
        JPanel[] panel = new JPanel[1];
        EventQueue.invokeAndWait(() -> {
            panel[0] = ui.getPanel();
            ui.setup(new DumpImporter[] {after, before});
        });
        assertNotNull(panel[0]);
        valid(panel[0]);
        EventQueue.invokeAndWait(() -> ui.unsetup(true));
        assertTrue(imports(after) ^ imports(before));
    }

    @Test
    void withoutAnAnswerEveryImporterIsAsItWas() throws Exception {
        DumpImporter after = importer(GoldenDumps.RUBY_3_1.after());
        EventQueue.invokeAndWait(() -> {
            ui.getPanel();
            ui.setup(new DumpImporter[] {after});
            ui.unsetup(false);
        });
        assertTrue(imports(after));
    }
}
