package io.github.memdump.gephi.window.object;

import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.view.ObjectNames;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Insets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.openide.util.NbBundle;

/** A list of objects under a heading, page by page. */
final class ObjectList extends JPanel {
    /** The most objects on a page. */
    static final int PAGE = 12;
    private static final long serialVersionUID = 1L;

    private final transient Inspection.Side side;
    private final transient Runnable turned;
    private final Heading heading = new Heading();
    private final ObjectListModel rows = new ObjectListModel();
    private final JLabel place = new JLabel();
    private final JButton previous = new JButton("\u2039");
    private final JButton next = new JButton("\u203a");
    private final JPanel pager = new JPanel(new FlowLayout(FlowLayout.LEADING, 4, 0));
    private final transient Pages pages;
    private transient Inspection inspection;
    private transient ObjectNames names;
    private transient ReferenceNames via;

    /** Makes an empty list, which says when its page was turned. */
    ObjectList(Inspection.Side side, int pageSize, Consumer<String> chosen, Runnable turned) {
        super(new BorderLayout());
        this.side = side;
        this.turned = turned;
        this.pages = new Pages(pageSize);
        ObjectTable table = new ObjectTable(rows, "memdump.object." + side.id(), chosen);
        table.getAccessibleContext().setAccessibleName(text(side.id(), ""));
        heading.setLabelFor(table);
        add(heading, BorderLayout.NORTH);
        add(table, BorderLayout.CENTER);
        button(previous, "previous", pages::previous);
        button(next, "next", pages::next);
        pager.add(previous);
        pager.add(place);
        pager.add(next);
        pager.setVisible(false);
        add(pager, BorderLayout.SOUTH);
    }

    private void button(JButton button, String hint, Runnable turn) {
        button.setMargin(new Insets(0, 6, 0, 6));
        button.setToolTipText(text(hint));
        button.getAccessibleContext().setAccessibleName(text(hint));
        button.addActionListener(event -> {
            turn.run();
            showPage();
            turned.run();
        });
    }

    /** Shows the first page of the list around an object; what references are called comes later. */
    void show(Inspection of, ObjectNames called) {
        inspection = of;
        names = called;
        via = ReferenceNames.none(of.findings().heap());
        pages.of(of.objects(side).length);
        showPage();
    }

    /** Says what references are called. */
    void name(ReferenceNames known) {
        via = known;
        showPage();
    }

    /** Returns the objects of the page. */
    int[] page() {
        return inspection == null ? new int[0]
            : Arrays.copyOfRange(inspection.objects(side), pages.first(), pages.first() + pages.shown());
    }

    /** Lets go of the heap. */
    void forget() {
        inspection = null;
        names = null;
        via = null;
        pages.of(0);
        rows.show(List.of());
    }

    private void showPage() {
        heading.setText(text(side.id(), Amounts.count(pages.count())));
        rows.show(ObjectListModel.written(inspection.findings(), place -> inspection.row(side, place, names, via),
            inspection.objects(side), pages.first(), pages.shown()));
        place.setText(text("place", Amounts.count(pages.first() + 1L),
            Amounts.count((long) pages.first() + pages.shown()), Amounts.count(pages.count())));
        previous.setEnabled(pages.hasPrevious());
        next.setEnabled(pages.hasNext());
        pager.setVisible(pages.areMany());
        revalidate();
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(ObjectList.class, "ObjectList." + key, values);
    }
}
