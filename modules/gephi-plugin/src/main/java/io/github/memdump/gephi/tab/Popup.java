package io.github.memdump.gephi.tab;

import java.awt.Component;
import java.util.function.Consumer;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import org.openide.awt.Mnemonics;

/** A popup menu that is filled each time it shows; it does not show when there is nothing in it. */
public final class Popup extends JPopupMenu {
    private static final long serialVersionUID = 1L;

    private final transient Consumer<Popup> filling;

    /** Makes a menu that something fills. */
    public Popup(Consumer<Popup> filling) {
        this.filling = filling;
    }

    /** Adds an item whose letter after an ampersand is its mnemonic. */
    public void add(String label, Runnable action) {
        JMenuItem item = new JMenuItem();
        Mnemonics.setLocalizedText(item, label);
        item.addActionListener(event -> action.run());
        add(item);
    }

    @Override
    public void show(Component invoker, int x, int y) {
        removeAll();
        filling.accept(this);
        if (getComponentCount() > 0) {
            super.show(invoker, x, y);
        }
    }
}
