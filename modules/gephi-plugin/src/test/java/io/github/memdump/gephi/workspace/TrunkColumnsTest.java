package io.github.memdump.gephi.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Heaps;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewBudget;
import io.github.memdump.view.ViewNode;
import io.github.memdump.view.assembly.Views;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TrunkColumnsTest {
    /** What letters of the Graph window are on a screen of 1280 × 800, as parts of what is to be seen. */
    private static final double LETTERS_ACROSS = 80;
    private static final double LETTERS_DOWN = 54;
    private static final double LETTER_WIDTH = 0.62;

    private static View border() throws Exception {
        GoldenDumps golden = GoldenDumps.RUBY_3_4;
        List<DumpFile> dumps = List.of(DumpFile.of(golden.before()), DumpFile.of(golden.after()));
        Recipe recipe = Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.DEFAULT);
        return Views.of(recipe, Heaps.shared().findings(recipe, dumps, Task.UNWATCHED), Task.UNWATCHED);
    }

    @Test
    void namesOnPathsStandClearOfEachOtherInAWindow() throws Exception {
        View view = border();
        double[] shifts = TrunkColumns.shifts(view);
        double width = 0;
        double height = 0;
        for (int i = 0; i < shifts.length; i++) {
            width = Math.max(width, view.nodes().get(i).x() + shifts[i]);
            height = Math.max(height, -view.nodes().get(i).y());
        }
        double letter = Math.max(width / LETTERS_ACROSS, height / LETTERS_DOWN);
        int pairs = 0;
        for (int i = 0; i < shifts.length; i++) {
            for (int j = 0; j < i; j++) {
                ViewNode one = view.nodes().get(i);
                ViewNode other = view.nodes().get(j);
                if (view.sketch().onTrunk(i) && view.sketch().onTrunk(j) && Math.abs(one.y() - other.y()) < letter) {
                    double apart = Math.abs(one.x() + shifts[i] - other.x() - shifts[j]);
                    double names = (one.name().length() + other.name().length()) * LETTER_WIDTH * letter / 2;
                    assertTrue(apart > names, one.name() + " lies over " + other.name());
                    pairs++;
                }
            }
        }
        assertTrue(pairs > 10, pairs + " pairs of names in a row");
    }

    @Test
    void whatHangsOnAPathMovesWithIt() throws Exception {
        View view = border();
        double[] shifts = TrunkColumns.shifts(view);
        int moved = 0;
        for (int i = 0; i < shifts.length; i++) {
            if (!view.sketch().onTrunk(i) && view.sketch().parent(i) >= 0) {
                assertEquals(shifts[view.sketch().parent(i)], shifts[i], 1e-6);
                moved += shifts[i] > 0 ? 1 : 0;
            }
        }
        assertTrue(moved > 100, moved + " moved");
    }
}
