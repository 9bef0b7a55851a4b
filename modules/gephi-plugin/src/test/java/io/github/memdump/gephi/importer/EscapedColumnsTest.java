package io.github.memdump.gephi.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Column;
import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.text.Printable;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that move a cursor, hide text or turn it around, in the tables of the Data Laboratory. */
final class EscapedColumnsTest {
    private static final String HOSTILE = "Evil\u001B[31m\u202Eeman\u200B\u2028";

    @TempDir
    private Path folder;

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    @Test
    void columnsOfNodesAreEscapedAsLabelsAre() throws Exception {
        Path dump = HeapDsl.heap().root("vm", "a").klass("K").with("name", HOSTILE)
            .object("a").ofClass("K").refers("K").allocatedAt(HOSTILE, 12, HOSTILE).generation(3)
            .writeTo(folder.resolve("hostile.json"));
        List<DumpFile> dumps = List.of(DumpFile.of(dump));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.HEAP, dumps, "", ViewBudget.of(20, 30)), dumps, new TicketTask());
        Set<String> escaped = new TreeSet<>();
        Table columns = Gephi.graph().getNodeTable();
        for (Node node : Gephi.graph().getGraph().getNodes().toArray()) {
            requirePrintable(node.getLabel(), "label");
            for (org.gephi.graph.api.Column column : columns.toArray()) {
                Object value = node.getAttribute(column);
                if (value instanceof String) {
                    requirePrintable((String) value, column.getId());
                    if (value.equals(Printable.of(HOSTILE))) {
                        escaped.add(column.getId());
                    }
                }
            }
        }
        assertEquals(Set.of(Column.CLASS.id(), Column.NAME.id(), Column.FILE.id(), Column.METHOD.id(), "label"),
            escaped);
    }

    private static void requirePrintable(String text, String where) {
        assertTrue(text == null || text.codePoints().allMatch(Printable::isPrintable), where + ": " + text);
    }
}
