package io.github.memdump.gephi.window.select;

import io.github.memdump.gephi.subject.Depth;
import io.github.memdump.gephi.subject.Vocabulary;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.gephi.tab.Popup;
import io.github.memdump.gephi.window.object.ObjectListModel;
import io.github.memdump.gephi.window.object.ObjectTable;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.FlowLayout;
import java.awt.GridLayout;
import java.awt.Insets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;

/** What the tab "Select" looks like. */
final class SelectPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final Color WRONG = new Color(0xE03131);
    private static final int GAP = 4;

    private final SelectionInput field;
    private final JTextArea news = new JTextArea();
    private final ObjectListModel rows = new ObjectListModel();
    private final JPanel actions = new JPanel(new GridLayout(0, 2, GAP, GAP));
    private final JComboBox<Depth> depth = new JComboBox<>(Depth.offered());
    private final JPanel menus = new JPanel(new FlowLayout(FlowLayout.LEADING, GAP, 0));

    SelectPane(Runnable changed, Runnable used, Consumer<String> chosen) {
        super(new BorderLayout());
        field = new SelectionInput(changed, used);
        field.setToolTipText(text("hint"));
        field.getAccessibleContext().setAccessibleName(text("name"));
        field.putClientProperty("JTextField.placeholderText", text("hint"));
        news.setEditable(false);
        news.setFocusable(false);
        news.setLineWrap(true);
        news.setWrapStyleWord(true);
        news.setOpaque(false);
        news.setFont(UIManager.getFont("Label.font"));
        news.setName("memdump.select.news");
        news.setBorder(BorderFactory.createEmptyBorder(GAP, 0, GAP, 0));
        JPanel typed = new JPanel(new BorderLayout(0, GAP));
        typed.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, 0, GAP));
        typed.add(new JScrollPane(field), BorderLayout.NORTH);
        typed.add(menus, BorderLayout.CENTER);
        typed.add(news, BorderLayout.SOUTH);
        add(typed, BorderLayout.NORTH);
        ObjectTable table = new ObjectTable(rows, "memdump.select.rows", chosen);
        table.getAccessibleContext().setAccessibleName(text("rows"));
        table.setFillsViewportHeight(true);
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(BorderFactory.createEmptyBorder());
        add(scroll, BorderLayout.CENTER);
        add(below(), BorderLayout.SOUTH);
        clear();
    }

    private JPanel below() {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, text("depth"));
        label.setLabelFor(depth);
        label.setToolTipText(text("depth.hint"));
        depth.setToolTipText(text("depth.hint"));
        depth.setSelectedIndex(Depth.usual());
        depth.setName("memdump.select.depth");
        JPanel far = new JPanel(new BorderLayout(GAP, 0));
        far.setBorder(BorderFactory.createEmptyBorder(0, 0, GAP, 0));
        far.add(label, BorderLayout.WEST);
        far.add(depth, BorderLayout.CENTER);
        JPanel below = new JPanel(new BorderLayout());
        below.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        below.add(far, BorderLayout.NORTH);
        below.add(actions, BorderLayout.CENTER);
        return below;
    }

    /** Adds a button for something that is done with the selection. */
    void addAction(String key, Runnable work) {
        JButton button = button(key);
        button.addActionListener(event -> work.run());
        actions.add(button);
    }

    /** Adds the buttons that open menus. */
    void setMenus(Popup history, Popup more) {
        menu("history", history);
        menu("more", more);
    }

    private void menu(String key, Popup popup) {
        JButton button = button(key);
        button.addActionListener(event -> popup.show(button, 0, button.getHeight()));
        menus.add(button);
    }

    private static JButton button(String key) {
        JButton button = new JButton();
        Mnemonics.setLocalizedText(button, text(key));
        button.setToolTipText(text(key + ".hint"));
        button.setName("select." + key);
        button.setMargin(new Insets(2, GAP, 2, GAP));
        return button;
    }

    /** Returns what was typed. */
    String selection() {
        return field.getText();
    }

    /** Puts another text in its place. */
    void setSelection(String selection) {
        field.setText(selection);
        field.requestFocusInWindow();
    }

    /** Puts the caret where one types. */
    void requestText() {
        field.requestFocusInWindow();
    }

    /** Returns the depth that is chosen, for what goes from the objects. */
    int depth() {
        return ((Depth) depth.getSelectedItem()).steps();
    }

    /** Completes words with these, or none. */
    void setVocabulary(Optional<Vocabulary> words) {
        field.setVocabulary(words);
    }

    /** Marks a mistake and tells it, or none. */
    void mark(Optional<TypingMistake> mistake) {
        field.mark(mistake);
        mistake.ifPresent(wrong -> refuse(wrong.message()));
    }

    /** Says why there is no result. */
    void refuse(String message) {
        news.setForeground(WRONG);
        news.setText(message);
        rows.show(List.of());
    }

    /** Says that a result is on its way; what was found before stays until then. */
    void wait(String message) {
        news.setForeground(UIManager.getColor("Label.foreground"));
        news.setText(message);
    }

    /** Tells a result. */
    void tell(SelectionResult result) {
        wait(text("found", Amounts.count(result.count()), Amounts.bytes(result.bytes()),
            result.rows().size() < result.count() ? text("first", result.rows().size()) : "")
            + result.doubts().stream().map(doubt -> text("doubt", doubt)).collect(Collectors.joining()));
        rows.show(result.rows());
    }

    /** Tells nothing but what can be typed. */
    void clear() {
        wait(text("hint"));
        rows.show(List.of());
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(SelectPane.class, "SelectPane." + key, values);
    }
}
