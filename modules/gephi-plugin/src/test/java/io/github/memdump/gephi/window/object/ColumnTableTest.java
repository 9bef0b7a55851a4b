package io.github.memdump.gephi.window.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;

final class ColumnTableTest {
    private final ColumnTable table = new ColumnTable("columns", () -> { });

    private String drawn(int row) {
        return ((JLabel) table.prepareRenderer(table.getCellRenderer(row, 1), row, 1)).getText();
    }

    @Test
    void ofTheFileTheEndIsSeenInANarrowWindow() {
        String file = "/home/shop/app/models/a_folder_within/session_store.rb";
        table.show(List.of(new ColumnText("file", file), new ColumnText("name", file)));
        table.setSize(200, 60);
        table.doLayout();
        assertTrue(drawn(0).startsWith("\u2026") && drawn(0).endsWith("store.rb"), drawn(0));
        assertEquals(file, drawn(1), "a name is cut by the table, at its end");
        table.setSize(1_000, 60);
        table.doLayout();
        assertEquals(file, drawn(0));
    }
}
