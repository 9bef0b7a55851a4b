package io.github.memdump.gephi.style;

import io.github.memdump.analysis.Column;
import io.github.memdump.gephi.heap.HeapTies;
import org.gephi.appearance.api.AppearanceController;
import org.gephi.appearance.api.AppearanceModel;
import org.gephi.appearance.api.Function;
import org.gephi.appearance.spi.Transformer;
import org.gephi.graph.api.GraphModel;
import org.openide.util.Lookup;

/** What Gephi's Appearance panel shows and does when Apply is pressed there. */
final class GephiLook {
    private GephiLook() {
    }

    /** Returns Gephi's function of a column, null where Gephi offers none for what the column holds now. */
    static Function function(GraphModel model, Column column, Class<? extends Transformer> transformer) {
        AppearanceController appearance = Lookup.getDefault().lookup(AppearanceController.class);
        org.gephi.graph.api.Column values = model.getNodeTable().getColumn(column.id());
        return values == null || appearance == null ? null : HeapTies.workspace(model).map(appearance::getModel)
            .map((AppearanceModel known) -> known.getNodeFunction(values, transformer)).orElse(null);
    }
}
