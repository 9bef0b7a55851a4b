package io.github.memdump.gephi.statistics;

import io.github.memdump.analysis.StopType;
import java.awt.FlowLayout;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JCheckBox;
import javax.swing.JPanel;

/** A box to tick for each type of objects that walks can be made to stop at. Used on the event thread alone. */
final class StopBoxes extends JPanel {
    private static final long serialVersionUID = 1L;

    private final Map<StopType, JCheckBox> boxes = new EnumMap<>(StopType.class);

    StopBoxes(String hint) {
        super(new FlowLayout(FlowLayout.LEADING, 0, 0));
        for (StopType type : StopType.values()) {
            JCheckBox box = new JCheckBox(type.name());
            box.setName("memdump.stop." + type.name());
            box.setToolTipText(hint);
            boxes.put(type, box);
            add(box);
        }
    }

    void tick(Set<StopType> types) {
        boxes.forEach((type, box) -> box.setSelected(types.contains(type)));
    }

    Set<StopType> ticked() {
        Set<StopType> ticked = EnumSet.noneOf(StopType.class);
        boxes.forEach((type, box) -> {
            if (box.isSelected()) {
                ticked.add(type);
            }
        });
        return ticked;
    }

    /** Returns types as people read them. */
    static String words(Set<StopType> types) {
        return types.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
