package io.github.memdump.gephi.window.dominators;

import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.XmlText;
import org.openide.util.NbBundle;

/** Puts the rows of a dominator tree into words. */
final class DominatorWords {
    private final Heap heap;
    private final Branches tree;
    private final DominatorRows rows;
    private final String top;

    /** Prepares the words of rows of which the first is called {@code top}. */
    DominatorWords(Heap heap, Branches tree, DominatorRows rows, String top) {
        this.heap = heap;
        this.tree = tree;
        this.rows = rows;
        this.top = top;
    }

    DominatorRows rows() {
        return rows;
    }

    /** Returns what stands in the first column. */
    String name(int row) {
        if (rows.isRest(row)) {
            return text("more", Amounts.count(rows.rest(row)));
        }
        return row == 0 ? top : tree.name(rows.node(row));
    }

    /** Returns what is retained, readable. */
    String retained(int row) {
        return rows.isRest(row) ? "" : Amounts.bytes(tree.retainedSize(rows.node(row)));
    }

    /** Returns how many objects are retained. */
    String count(int row) {
        return rows.isRest(row) ? "" : Amounts.count(tree.retainedCount(rows.node(row)));
    }

    /** Returns the object's own size, readable. */
    String own(int row) {
        return rows.isRest(row) || row == 0 ? "" : Amounts.bytes(tree.ownSize(rows.node(row)));
    }

    /** Returns the part of the whole heap that a row retains, from 0 to 1. */
    double shareOfAll(int row) {
        return rows.isRest(row) ? 0 : share(rows.node(row), tree.root());
    }

    /** Returns the part that a row has in what the row above it retains, from 0 to 1. */
    double shareOfParent(int row) {
        int parent = rows.isRest(row) ? -1 : rows.parent(row);
        return parent < 0 ? shareOfAll(row) : share(rows.node(row), rows.node(parent));
    }

    private double share(int part, int whole) {
        return (double) tree.retainedSize(part) / Math.max(1, tree.retainedSize(whole));
    }

    /** Returns all that is known of a row, as HTML. */
    String details(int row) {
        if (rows.isRest(row)) {
            return text("more.hint", Amounts.count(Math.min(DominatorRows.PAGE, rows.rest(row))));
        }
        int node = rows.node(row);
        long size = tree.retainedSize(node);
        StringBuilder html = new StringBuilder("<html><b>").append(XmlText.escaped(name(row))).append("</b>");
        if (tree.isObject(node)) {
            html.append("<br>").append(XmlText.escaped(heap.identity(node)));
            String place = heap.sites().place(heap.site(node));
            html.append(place.isEmpty() ? "" : "<br>" + XmlText.escaped(text("details.site", place)));
        }
        html.append("<br>").append(text("details.retained", Amounts.exactBytes(size),
            Amounts.count(tree.retainedCount(node)), Amounts.share(size, tree.retainedSize(tree.root()))));
        int parent = rows.parent(row);
        if (parent > 0) {
            html.append("<br>").append(XmlText.escaped(text("details.parent",
                Amounts.share(size, tree.retainedSize(rows.node(parent))), name(parent))));
        }
        if (node != tree.root()) {
            html.append("<br>").append(text("details.own", Amounts.exactBytes(tree.ownSize(node))));
        }
        return html.append("</html>").toString();
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(DominatorWords.class, key, values);
    }
}
