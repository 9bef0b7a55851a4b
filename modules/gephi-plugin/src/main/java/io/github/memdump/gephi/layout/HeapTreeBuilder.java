package io.github.memdump.gephi.layout;

import javax.swing.Icon;
import javax.swing.JPanel;
import org.gephi.layout.spi.Layout;
import org.gephi.layout.spi.LayoutBuilder;
import org.gephi.layout.spi.LayoutUI;
import org.openide.util.ImageUtilities;
import org.openide.util.NbBundle;
import org.openide.util.lookup.ServiceProvider;

/** Offers "Heap tree" in Gephi's Layout panel. */
@ServiceProvider(service = LayoutBuilder.class)
public final class HeapTreeBuilder implements LayoutBuilder {
    private static final int BEST = 5;

    private final LayoutUI words = new Words();

    @Override
    public String getName() {
        return NbBundle.getMessage(HeapTreeBuilder.class, "HeapTreeBuilder");
    }

    @Override
    public LayoutUI getUI() {
        return words;
    }

    @Override
    public Layout buildLayout() {
        return new HeapTreeLayout(this);
    }

    private static final class Words implements LayoutUI {
        @Override
        public String getDescription() {
            return NbBundle.getMessage(HeapTreeBuilder.class, "HeapTreeBuilder.description");
        }

        @Override
        public Icon getIcon() {
            return ImageUtilities.loadImageIcon("io/github/memdump/gephi/layout/tree.png", false);
        }

        @Override
        public JPanel getSimplePanel(Layout layout) {
            return null;
        }

        @Override
        public int getQualityRank() {
            return BEST;
        }

        @Override
        public int getSpeedRank() {
            return BEST;
        }
    }
}
