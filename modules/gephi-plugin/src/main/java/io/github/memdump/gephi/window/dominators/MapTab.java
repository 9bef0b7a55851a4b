package io.github.memdump.gephi.window.dominators;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Retained;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.gephi.tab.ButtonRow;
import io.github.memdump.gephi.tab.FindingsTab;
import io.github.memdump.gephi.tab.Popup;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import org.openide.util.NbBundle;

/**
 * The tab "Map": the dominator tree of the whole heap as a treemap or an icicle, by bytes or by objects, coloured by
 * class or by what is new. One goes into it by a double click; what is chosen acts on the heap like a row of a table.
 */
public final class MapTab extends FindingsTab<DominatorContent> {
    private static final long serialVersionUID = 1L;
    private static final int GAP = 4;
    private static final Color NEW = new Color(0xE8590C);
    private static final Color OLD = new Color(0x8DA2B8);
    private static final float SATURATION = 0.32f;
    private static final float BRIGHTNESS = 0.88f;
    private static final int HUES = 360;
    private static final int OBJECTS = 1;
    /** Only of two dumps, and so the last of the choices. */
    private static final int NEW_BYTES = 2;

    private final MapPane map = new MapPane();
    private final JComboBox<String> shape = choice("map.treemap", "map.icicle");
    private final JComboBox<String> size = choice("map.bytes", "map.objects", "map.newBytes");
    private final JComboBox<String> colour = choice("map.byClass", "map.byAge");
    private final JLabel trail = new JLabel(" ");
    private final ButtonRow buttons = new ButtonRow();
    private transient DominatorContent content;
    private transient String leftOut = "";

    /** Makes the tab; it shows nothing yet. */
    public MapTab() {
        // As wide as what they say where there is room for it, equally narrow where not.
        JPanel choices = new JPanel(new GridBagLayout());
        for (JComboBox<String> box : List.of(shape, size, colour)) {
            box.addActionListener(event -> draw());
            box.setMinimumSize(new Dimension(0, box.getPreferredSize().height));
            choices.add(box, new GridBagConstraints(GridBagConstraints.RELATIVE, 0, 1, 1, 1, 0,
                GridBagConstraints.CENTER, GridBagConstraints.HORIZONTAL,
                new Insets(0, box == shape ? 0 : GAP, 0, 0), 0, 0));
        }
        JPanel above = new JPanel(new BorderLayout(0, GAP));
        above.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        above.add(choices, BorderLayout.NORTH);
        trail.setName("memdump.map.trail");
        above.add(trail, BorderLayout.SOUTH);
        buttons.add(text("map.up"), text("map.up.hint"), map::goBack);
        buttons.add(text("retains"), text("retains.hint"), () -> act(NodeActions::showRetained));
        buttons.add(text("holders"), text("holders.hint"), () -> act(NodeActions::showHolders));
        buttons.add(text("map.save"), text("map.save.hint"), this::save);
        map.setComponentPopupMenu(new Popup(this::fill));
        map.onChange(this::tellTrail);
        map.getAccessibleContext().setAccessibleName(title());
        JPanel panel = new JPanel(new BorderLayout());
        panel.add(above, BorderLayout.NORTH);
        panel.add(map, BorderLayout.CENTER);
        panel.add(buttons, BorderLayout.SOUTH);
        setContent(panel);
    }

    private static JComboBox<String> choice(String... keys) {
        JComboBox<String> box = new JComboBox<>();
        for (String key : keys) {
            box.addItem(text(key));
        }
        box.setName("memdump." + keys[0]);
        return box;
    }

    @Override
    public String title() {
        return text("MapTab");
    }

    @Override
    protected DominatorContent compute(WorkspaceHeap of, Findings findings, Task task) {
        return DominatorContent.wholeHeap(DominatorTab.tree(findings, task), true, text("wholeHeap"));
    }

    @Override
    protected void present(WorkspaceHeap of, Findings findings, DominatorContent computed) {
        content = computed;
        boolean compared = findings.diff().isPresent();
        if (size.getItemCount() > NEW_BYTES && !compared) {
            size.removeItemAt(NEW_BYTES);
        } else if (size.getItemCount() == NEW_BYTES && compared) {
            size.addItem(text("map.newBytes"));
        }
        colour.setEnabled(compared);
        colour.setSelectedIndex(compared ? 1 : 0);
        draw();
    }

    @Override
    protected void forget() {
        content = null;
        map.clear();
        trail.setText(" ");
    }

    private void draw() {
        if (content != null) {
            Branches branches = content.branches();
            LongFunction<String> written = size.getSelectedIndex() == OBJECTS ? Amounts::count : Amounts::bytes;
            ToLongFunction<Integer> weights = weights(branches);
            long without = size.getSelectedIndex() > OBJECTS ? 0 : all(branches) - weights.applyAsLong(branches.root());
            leftOut = without == 0 ? "" : text(size.getSelectedIndex() == OBJECTS ? "map.withoutObjects"
                : "map.without", written.apply(without));
            map.show(branches, weights, written, colours(), MapCells.Shape.values()[shape.getSelectedIndex()]);
        }
    }

    private void tellTrail() {
        trail.setText(content == null ? " " : map.trail(text("wholeHeap")) + (map.showsWhole() ? leftOut : ""));
        trail.setToolTipText(trail.getText());
    }

    private long all(Branches branches) {
        return size.getSelectedIndex() == OBJECTS ? branches.retainedCount(branches.root())
            : branches.retainedSize(branches.root());
    }

    private ToLongFunction<Integer> weights(Branches branches) {
        Heap heap = content.tree().heap();
        Retained retained = findings().flatMap(Findings::retained).orElseThrow();
        if (size.getSelectedIndex() == NEW_BYTES) {
            return new NewWeights(branches, heap, retained,
                findings().flatMap(Findings::diff).map(HeapDiff::newObjects).orElseThrow());
        }
        return MapWeights.of(branches, heap, retained, size.getSelectedIndex() == 0);
    }

    private IntFunction<Color> colours() {
        DominatorContent of = content;
        NodeSet newObjects = findings().flatMap(Findings::diff).map(HeapDiff::newObjects).orElse(null);
        if (colour.getSelectedIndex() == 1 && newObjects != null) {
            return node -> newObjects.contains(of.objectOf(node)) ? NEW : OLD;
        }
        Heap heap = of.tree().heap();
        return node -> Color.getHSBColor(Math.floorMod(heap.className(of.objectOf(node)).hashCode(), HUES)
            / (float) HUES, SATURATION, BRIGHTNESS);
    }

    private void act(Consumer<NodeActions> action) {
        int node = map.chosenNode();
        if (content != null && node >= 0) {
            heap().ifPresent(heap -> action.accept(new NodeActions(heap, content, node)));
        }
    }

    private void fill(Popup popup) {
        int node = map.chosenNode();
        if (content == null || node < 0) {
            return;
        }
        popup.add(text("map.into"), () -> map.goInto(node));
        popup.add(text("popup.retains"), () -> act(NodeActions::showRetained));
        popup.add(text("popup.holders"), () -> act(NodeActions::showHolders));
        if (content.branches().isObject(node)) {
            popup.add(text("popup.references"), () -> act(NodeActions::showReferences));
            popup.add(text("popup.path"), () -> act(NodeActions::addPath));
        }
        popup.add(text("popup.select"), () -> act(NodeActions::select));
        popup.addSeparator();
        popup.add(text("popup.copy"), () -> act(NodeActions::copy));
    }

    private void save() {
        if (content != null && map.getWidth() > 0) {
            MapPicture.save(map, heap().map(heap -> heap.dumps().stream().map(DumpFile::path)
                .collect(Collectors.toList())).orElse(List.of()));
        }
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(MapTab.class, key, values);
    }
}
