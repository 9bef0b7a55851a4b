package io.github.memdump.gephi.window.object;

import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.heap.Heap;
import io.github.memdump.value.Value;
import io.github.memdump.value.Values;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import org.openide.awt.Mnemonics;
import org.openide.util.NbBundle;

/** The value of an object: read from the dump again, and shown, only when someone asks for it. */
final class ValuePane extends JPanel {
    /** The most characters that are shown. */
    static final int LONGEST = 2_000;
    private static final long serialVersionUID = 1L;

    private final JButton show = new JButton();
    private final JTextArea value = new JTextArea();
    private transient Inspection inspection;

    ValuePane() {
        super(new BorderLayout());
        setBorder(BorderFactory.createEmptyBorder(4, 4, 0, 4));
        Mnemonics.setLocalizedText(show, text("show"));
        show.setToolTipText(text("show.hint"));
        show.setName("object.value");
        show.addActionListener(event -> read());
        JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
        row.add(show);
        add(row, BorderLayout.NORTH);
        value.setName("memdump.object.value");
        value.setLineWrap(true);
        value.setEditable(false);
        value.getAccessibleContext().setAccessibleName(text("name"));
        value.setVisible(false);
        add(value, BorderLayout.CENTER);
    }

    /** Turns to an object, without its value. */
    void turnTo(Inspection to) {
        inspection = to;
        value.setText("");
        value.setVisible(false);
        show.setEnabled(true);
    }

    /** Lets go of the heap and of what it showed. */
    void forget() {
        turnTo(null);
        show.setEnabled(false);
    }

    private void read() {
        Inspection of = inspection;
        if (of == null) {
            return;
        }
        show.setEnabled(false);
        Background.run(text("reading"), task -> {
            String[] words = {null};
            try {
                Heap heap = of.findings().heap();
                words[0] = words(Values.of(heap).withCharacters(LONGEST).of(of.object(), task));
            } finally {
                EventQueue.invokeLater(() -> present(of, words[0]));
            }
        });
    }

    private void present(Inspection of, String words) {
        if (of != inspection) {
            return;
        }
        show.setEnabled(words == null);
        value.setText(words);
        value.setVisible(words != null);
        revalidate();
    }

    /** Returns a value for people, safe to be shown; that there is none is said in words. */
    static String words(Value value) {
        switch (value.kind()) {
            case GIVEN:
                return value.isCut() ? text("cut", value.printed(), Amounts.exactBytes(value.bytes()))
                    : value.printed().isEmpty() ? text("empty") : value.printed();
            case OMITTED:
                return text("omitted");
            case SHARED:
                return text("shared");
            case UNREADABLE:
                return text("unreadable");
            default:
                return text("none");
        }
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(ValuePane.class, "ValuePane." + key, values);
    }
}
