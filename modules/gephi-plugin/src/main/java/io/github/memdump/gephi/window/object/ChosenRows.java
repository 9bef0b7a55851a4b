package io.github.memdump.gephi.window.object;

import java.util.Optional;
import org.gephi.datalab.api.datatables.DataTablesController;
import org.gephi.graph.api.Node;
import org.openide.util.Lookup;

/** The row that is chosen in the node table of the Data Laboratory. Used on the event thread alone. */
final class ChosenRows {
    private Object seen;

    /** Returns the id of the node of the one row that is chosen, if it is another than at the last call. */
    Optional<String> chosenAnew() {
        DataTablesController tables = Lookup.getDefault().lookup(DataTablesController.class);
        if (tables == null || !tables.isDataTablesReady()) {
            return Optional.empty();
        }
        Node[] rows = tables.getNodeTableSelection();
        Object chosen = rows != null && rows.length == 1 && rows[0] != null ? rows[0].getId() : null;
        boolean isOther = chosen != null && !chosen.equals(seen);
        seen = chosen;
        return isOther ? Optional.of(chosen.toString()) : Optional.empty();
    }
}
