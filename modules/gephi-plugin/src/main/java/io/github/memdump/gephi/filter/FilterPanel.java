package io.github.memdump.gephi.filter;

import io.github.memdump.gephi.subject.SelectionField;
import java.awt.Component;
import java.awt.FlowLayout;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.gephi.filters.spi.FilterProperty;
import org.openide.awt.Mnemonics;

/** Asks for the properties of a filter, in the narrow room that the Filters panel has. For the event thread. */
final class FilterPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    FilterPanel() {
        super();
        setLayout(new BoxLayout(this, BoxLayout.PAGE_AXIS));
        setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
        setOpaque(false);
    }

    /** Adds a part over the whole width. */
    FilterPanel with(JComponent part) {
        part.setOpaque(false);
        part.setAlignmentX(Component.LEFT_ALIGNMENT);
        add(part);
        add(Box.createVerticalStrut(4));
        return this;
    }

    /** Adds a field for a text; what is typed there is taken with Enter or the button, if nothing is wrong with it. */
    FilterPanel text(FilterProperty property, Function<String, Optional<String>> check, String hint) {
        SelectionField field = new SelectionField(check, hint);
        field.field().setText(String.valueOf(property.getValue()));
        JButton apply = new JButton();
        Mnemonics.setLocalizedText(apply, HeapFilter.text("FilterPanel.apply"));
        Runnable take = () -> {
            if (field.text().isEmpty() || field.problem().isEmpty()) {
                property.setValue(FilterText.of(field.text()));
            }
        };
        apply.addActionListener(event -> take.run());
        field.field().addActionListener(event -> take.run());
        field.field().setName("memdump.filter." + property.getName());
        field.beside(apply);
        return with(field);
    }

    /** Adds a box to tick. */
    FilterPanel box(FilterProperty property, String text) {
        JCheckBox box = new JCheckBox();
        Mnemonics.setLocalizedText(box, text);
        box.setName("memdump.filter." + property.getName());
        box.setSelected((Boolean) property.getValue());
        box.addActionListener(event -> property.setValue(box.isSelected()));
        return with(box);
    }

    /** Adds a part with a label before it. */
    FilterPanel labelled(String text, JComponent part) {
        JLabel label = new JLabel();
        Mnemonics.setLocalizedText(label, text);
        label.setLabelFor(part);
        JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
        line.add(label);
        line.add(Box.createHorizontalStrut(6));
        line.add(part);
        return with(line);
    }
}
