package io.github.memdump.gephi.window.object;

import io.github.memdump.gephi.subject.Vocabularies;
import io.github.memdump.analysis.Column;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.gephi.swing.HeapTable;
import io.github.memdump.gephi.tab.ButtonRow;
import io.github.memdump.view.ObjectNames;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridLayout;
import java.awt.Insets;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.text.View;
import org.openide.util.NbBundle;

/** What the inspector looks like: where to go, the object, what can be done with it. */
final class ObjectPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int PATH_PAGE = 30;
    /** The columns that are read first: with them and the path one knows what it is about. */
    private static final List<String> LEADING = List.of(Column.MEMSIZE.id(), Column.RETAINED_SIZE.id(),
        Column.FILE.id(), Column.LINE.id(), Inspection.SOURCE);
    /** The columns by which the line that allocated the object is opened. */
    private static final Set<String> PLACES = Set.of(Column.FILE.id(), Column.LINE.id(), Inspection.SOURCE);

    private final JTextField address = new JTextField();
    private final JButton back = new JButton("\u2039");
    private final JButton forward = new JButton("\u203a");
    private final JLabel name = new JLabel(" ");
    private final JLabel hint = new Sentences();
    private final ColumnTable lead = new ColumnTable("memdump.object.lead", this::openPlace);
    private final ColumnTable columns = new ColumnTable("memdump.object.columns", () -> { });
    private final ValuePane value = new ValuePane();
    private final ObjectList path;
    private final ObjectList references;
    private final ObjectList referrers;
    private final WidthOfView parts = new WidthOfView();
    private final JScrollPane scroll = new JScrollPane(parts, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED,
        JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    private final ButtonRow actions = new ButtonRow();
    private transient Inspection inspection;

    ObjectPane(Consumer<String> inspect, Runnable goBack, Runnable goForward, Runnable turned) {
        super(new BorderLayout());
        path = new ObjectList(Inspection.Side.PATH, PATH_PAGE, inspect, turned);
        references = new ObjectList(Inspection.Side.REFERENCES, ObjectList.PAGE, inspect, turned);
        referrers = new ObjectList(Inspection.Side.REFERRERS, ObjectList.PAGE, inspect, turned);
        add(bar(inspect, goBack, goForward), BorderLayout.NORTH);
        Heading rest = new Heading();
        rest.setText(text("columns"));
        rest.setLabelFor(columns);
        for (JComponent part : new JComponent[] {lead, path, referrers, references, value, rest, columns}) {
            parts.add(part);
        }
        scroll.setBorder(BorderFactory.createEmptyBorder());
        scroll.getViewport().setOpaque(false);
        scroll.setOpaque(false);
        add(scroll, BorderLayout.CENTER);
        actions.add(text("show"), text("show.hint"), () -> act(ObjectActions::showInGraph));
        actions.add(text("holders"), text("holders.hint"), () -> act(ObjectActions::showHolders));
        actions.add(text("copy"), text("copy.hint"), () -> act(ObjectActions::copyAddress));
        add(actions, BorderLayout.SOUTH);
        invite();
    }

    private JPanel bar(Consumer<String> inspect, Runnable goBack, Runnable goForward) {
        button(back, "back", KeyEvent.VK_LEFT, goBack);
        button(forward, "forward", KeyEvent.VK_RIGHT, goForward);
        address.setName("memdump.object.address");
        address.setToolTipText(text("address.hint"));
        address.getAccessibleContext().setAccessibleName(text("address"));
        address.putClientProperty("JTextField.placeholderText", text("address"));
        address.addActionListener(event -> inspect.accept(address.getText()));
        Vocabularies.offer(address);
        JPanel buttons = new JPanel(new GridLayout(1, 2));
        buttons.add(back);
        buttons.add(forward);
        JPanel where = new JPanel(new BorderLayout(4, 0));
        where.add(buttons, BorderLayout.WEST);
        where.add(address, BorderLayout.CENTER);
        name.setFont(name.getFont().deriveFont(Font.BOLD, name.getFont().getSize2D() + 2));
        name.setName("memdump.object.name");
        hint.setForeground(HeapTable.faint());
        hint.setName("memdump.object.hint");
        JPanel bar = new JPanel(new BorderLayout(0, 4));
        bar.setBorder(BorderFactory.createEmptyBorder(4, 4, 4, 4));
        bar.add(where, BorderLayout.NORTH);
        bar.add(name, BorderLayout.CENTER);
        bar.add(hint, BorderLayout.SOUTH);
        return bar;
    }

    private void button(JButton button, String key, int arrow, Runnable work) {
        button.setMargin(new Insets(1, 7, 1, 7));
        button.setToolTipText(text(key));
        button.getAccessibleContext().setAccessibleName(text(key));
        button.setName("object." + key);
        button.setEnabled(false);
        button.addActionListener(event -> work.run());
        getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(
            KeyStroke.getKeyStroke(arrow, InputEvent.ALT_DOWN_MASK), key);
        getActionMap().put(key, new ChooseAction(work));
    }

    /** Says how an object is chosen, while there is none. */
    void invite() {
        nothing(" ", text("invite"));
    }

    /** Shows an object, or that there is none of that name. */
    void show(String wanted, Optional<Inspection> found, ObjectNames names) {
        if (found.isEmpty()) {
            nothing(text("unknown"), text("unknown.hint", wanted));
            address.setText(wanted);
            return;
        }
        inspection = found.get();
        address.setText(inspection.identity());
        name.setText(names.of(inspection.object()));
        name.setToolTipText(name.getText());
        List<String> said = new ArrayList<>();
        if (inspection.alternatives() > 1) {
            said.add(text("alternatives", Amounts.count(inspection.alternatives())));
        }
        inspection.finding().ifPresent(said::add);
        hint.setText(said.isEmpty() ? "" : "<html>" + String.join(" ", said) + "</html>");
        hint.setVisible(!hint.getText().isEmpty());
        show(inspection.columns());
        value.turnTo(inspection);
        for (ObjectList list : new ObjectList[] {path, references, referrers}) {
            list.show(inspection, names);
        }
        scroll.setVisible(true);
        actions.setEnabled(true);
        parts.scrollRectToVisible(new java.awt.Rectangle(0, 0, 1, 1));
        revalidate();
    }

    private void show(List<ColumnText> all) {
        Map<Boolean, List<ColumnText>> parts = all.stream()
            .collect(Collectors.partitioningBy(column -> LEADING.contains(column.name())));
        parts.get(true).sort(Comparator.comparingInt(column -> LEADING.indexOf(column.name())));
        lead.show(parts.get(true));
        columns.show(parts.get(false));
    }

    /** Adds what was read about the object that is shown, if it is still that. */
    void complete(Inspection of, Inspection.Reading reading) {
        if (of == inspection) {
            show(reading.columns());
            for (ObjectList list : new ObjectList[] {path, references, referrers}) {
                list.name(reading.names());
            }
        }
    }

    /** Returns what is shown, if that is an object. */
    Optional<Inspection> shown() {
        return Optional.ofNullable(inspection);
    }

    /** Returns the referrers on the page that is shown. */
    int[] referrers() {
        return referrers.page();
    }

    /** Lets one go back or forth. */
    void enableTrail(boolean canGoBack, boolean canGoForward) {
        back.setEnabled(canGoBack);
        forward.setEnabled(canGoForward);
    }

    /** Lets go of the heap. */
    void forget() {
        for (ObjectList list : new ObjectList[] {path, references, referrers}) {
            list.forget();
        }
        value.forget();
        enableTrail(false, false);
        address.setText("");
        invite();
    }

    private void nothing(String title, String sentence) {
        inspection = null;
        name.setText(title);
        hint.setText("<html>" + sentence + "</html>");
        hint.setVisible(true);
        scroll.setVisible(false);
        actions.setEnabled(false);
        revalidate();
    }

    private void openPlace() {
        if (lead.chosen().filter(PLACES::contains).isPresent()) {
            act(ObjectActions::openSource);
        }
    }

    private void act(Consumer<ObjectActions> action) {
        if (inspection != null) {
            action.accept(new ObjectActions(inspection.findings(), inspection.object()));
        }
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(ObjectPane.class, "ObjectPane." + key, values);
    }

    /** As high as its lines are where it stands: a label by itself has the height of one line. */
    private static final class Sentences extends JLabel {
        private static final long serialVersionUID = 1L;

        @Override
        public Dimension getPreferredSize() {
            View lines = (View) getClientProperty(BasicHTML.propertyKey);
            if (lines == null || getParent() == null) {
                return super.getPreferredSize();
            }
            Insets margins = getParent().getInsets();
            int width = getParent().getWidth() - margins.left - margins.right;
            if (width <= 0) {
                return super.getPreferredSize();
            }
            lines.setSize(width, 0);
            return new Dimension(width, (int) Math.ceil(lines.getPreferredSpan(View.Y_AXIS)));
        }
    }
}
