package io.github.memdump.gephi.style;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.util.List;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.DependantOriginalColor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openide.util.Lookup;

final class PreviewLookTest {
    @BeforeEach
    void openABorder() throws Exception {
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        List<DumpFile> dumps = List.of(DumpFile.of(golden.before()), DumpFile.of(golden.after()));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.DEFAULT), dumps, new TicketTask());
    }

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    @Test
    void aViewIsMadeForPreview() {
        PreviewProperties look = Lookup.getDefault().lookup(PreviewController.class).getModel(Gephi.workspace())
            .getProperties();
        // Gephi's renderer of labels casts to this type.
        assertInstanceOf(DependantOriginalColor.class, (Object) look.getValue(PreviewProperty.NODE_LABEL_COLOR));
        assertEquals(0, look.getFloatValue(PreviewProperty.NODE_BORDER_WIDTH));
        assertFalse(look.getBooleanValue(PreviewProperty.EDGE_CURVED));
        assertTrue(look.getBooleanValue(PreviewProperty.SHOW_NODE_LABELS));
        assertTrue(look.getFontValue(PreviewProperty.NODE_LABEL_FONT).getSize() >= 4);
    }

    @Test
    void whatPreviewMultipliesIsDividedBefore() {
        PreviewProperties look = Lookup.getDefault().lookup(PreviewController.class).getModel(Gephi.workspace())
            .getProperties();
        float thickness = look.getFloatValue(PreviewProperty.EDGE_THICKNESS);
        int letters = look.getFontValue(PreviewProperty.NODE_LABEL_FONT).getSize();
        PreviewLook.divide(Gephi.workspace(), 4, 0.5f);
        assertEquals(thickness, 4 * look.getFloatValue(PreviewProperty.EDGE_THICKNESS), 1e-4);
        assertEquals(letters, 0.5 * look.getFontValue(PreviewProperty.NODE_LABEL_FONT).getSize(), 0.75);
        PreviewLook.divide(Gephi.workspace(), 2, 1);
        assertEquals(thickness, 2 * look.getFloatValue(PreviewProperty.EDGE_THICKNESS), 1e-4);
    }

    @Test
    void whatOnlyALaterGephiKnowsIsSetThereAlone() {
        PreviewController preview = Lookup.getDefault().lookup(PreviewController.class);
        PreviewProperties look = preview.getModel(Gephi.workspace()).getProperties();
        assertFalse(look.hasProperty("node.label.customFont"));
        look.putValue("node.label.customFont", false);
        PreviewLook.apply(Gephi.workspace());
        assertTrue(look.getBooleanValue("node.label.customFont"));
    }
}
