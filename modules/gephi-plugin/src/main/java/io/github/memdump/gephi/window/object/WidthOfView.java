package io.github.memdump.gephi.window.object;

import java.awt.Dimension;
import java.awt.Rectangle;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** Parts below each other, as wide as the window and as high as they are. */
final class WidthOfView extends JPanel implements Scrollable {
    private static final long serialVersionUID = 1L;
    private static final int LINE = 20;

    WidthOfView() {
        setLayout(new BoxLayout(this, BoxLayout.PAGE_AXIS));
    }

    /** Adds a part below the others. */
    void add(JComponent part) {
        part.setAlignmentX(LEFT_ALIGNMENT);
        super.add(part);
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return LINE;
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return Math.max(LINE, visible.height - LINE);
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return true;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
