package io.github.memdump.gephi.filter;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.Icon;
import javax.swing.JPanel;
import org.gephi.filters.spi.Category;
import org.gephi.filters.spi.Filter;
import org.gephi.filters.spi.FilterBuilder;
import org.gephi.project.api.Workspace;
import org.openide.util.ImageUtilities;

/** Puts a filter into the category "Ruby heap" of the Filters panel. */
abstract class HeapFilterBuilder<F extends HeapFilter> implements FilterBuilder {
    private static final String ICON = "io/github/memdump/gephi/window/memdump.png";
    /** The same object for all, so that Gephi shows one folder. */
    private static final Category CATEGORY =
        new Category(HeapFilter.text("HeapFilterBuilder.category"), ImageUtilities.loadImageIcon(ICON, false));

    private final Class<F> type;
    private final Supplier<F> filters;
    private final Function<F, JPanel> panels;

    HeapFilterBuilder(Class<F> type, Supplier<F> filters, Function<F, JPanel> panels) {
        this.type = type;
        this.filters = filters;
        this.panels = panels;
    }

    @Override
    public final Category getCategory() {
        return CATEGORY;
    }

    @Override
    public final String getName() {
        return HeapFilter.text(type.getSimpleName());
    }

    /** Gephi shows its funnel. */
    @Override
    public final Icon getIcon() {
        return null;
    }

    @Override
    public final String getDescription() {
        return HeapFilter.text(type.getSimpleName() + ".hint");
    }

    @Override
    public final Filter getFilter(Workspace workspace) {
        return filters.get();
    }

    @Override
    public final JPanel getPanel(Filter filter) {
        return panels.apply(type.cast(filter));
    }

    @Override
    public final void destroy(Filter filter) {
        // A filter holds nothing that has to be given back.
    }
}
