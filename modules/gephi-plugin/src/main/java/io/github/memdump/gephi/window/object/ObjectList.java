package io.github.memdump.gephi.window.object;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.window.Amounts;
import io.github.memdump.view.ObjectNames;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.awt.Insets;
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

    private final String key;
    private final Heading heading = new Heading();
    private final ObjectListModel rows = new ObjectListModel();
    private final JLabel place = new JLabel();
    private final JButton previous = new JButton("\u2039");
    private final JButton next = new JButton("\u203a");
    private final JPanel pager = new JPanel(new FlowLayout(FlowLayout.LEADING, 4, 0));
    private final transient Pages pages;
    private transient Findings findings;
    private transient ObjectNames names;
    private int[] objects = {};

    /** Makes an empty list. */
    ObjectList(String key, int pageSize, Consumer<String> chosen) {
        super(new BorderLayout());
        this.key = key;
        this.pages = new Pages(pageSize);
        ObjectTable table = new ObjectTable(rows, "memdump.object." + key, chosen);
        table.getAccessibleContext().setAccessibleName(text(key, ""));
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
        });
    }

    /** Shows the first page of some objects. */
    void show(Findings of, ObjectNames called, int[] listed) {
        findings = of;
        names = called;
        objects = listed;
        pages.of(listed.length);
        showPage();
    }

    /** Lets go of the heap. */
    void forget() {
        findings = null;
        names = null;
        objects = new int[0];
        pages.of(0);
        rows.show(List.of());
    }

    private void showPage() {
        heading.setText(text(key, Amounts.count(pages.count())));
        rows.show(ObjectListModel.written(findings, names, objects, pages.first(), pages.shown()));
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
