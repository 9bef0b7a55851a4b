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

final class TrunkRoomTest {
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
        TrunkRoom room = TrunkRoom.of(view);
        double width = 0;
        double height = 0;
        for (int i = 0; i < view.nodes().size(); i++) {
            width = Math.max(width, room.x(i));
            height = Math.max(height, -room.y(i));
        }
        double letter = Math.max(width / LETTERS_ACROSS, height / LETTERS_DOWN);
        int pairs = 0;
        for (int i = 0; i < view.nodes().size(); i++) {
            for (int j = 0; j < i; j++) {
                if (view.sketch().onTrunk(i) && view.sketch().onTrunk(j)) {
                    ViewNode one = view.nodes().get(i);
                    ViewNode other = view.nodes().get(j);
                    double names = (one.name().length() + other.name().length()) * LETTER_WIDTH * letter / 2;
                    assertTrue(Math.abs(room.y(i) - room.y(j)) > letter
                        || Math.abs(room.x(i) - room.x(j)) > names, one.name() + " lies over " + other.name());
                    pairs++;
                }
            }
        }
        assertTrue(pairs > 10, pairs + " pairs of names");
    }

    @Test
    void whatHangsOnAPathMovesWithIt() throws Exception {
        View view = border();
        TrunkRoom room = TrunkRoom.of(view);
        int moved = 0;
        for (int i = 0; i < view.nodes().size(); i++) {
            int parent = view.sketch().parent(i);
            if (!view.sketch().onTrunk(i) && parent >= 0) {
                assertEquals(room.x(parent) - view.nodes().get(parent).x(), room.x(i) - view.nodes().get(i).x(), 0.01);
                moved += room.x(i) > view.nodes().get(i).x() ? 1 : 0;
            }
        }
        assertTrue(moved > 100, moved + " moved");
    }
}
