package io.github.memdump.gephi.window.dominators;

import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.gephi.swing.HeapTable;
import io.github.memdump.gephi.swing.ShortText;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javax.swing.AbstractAction;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.ToolTipManager;
import org.openide.util.RequestProcessor;

/**
 * Draws a tree as a map: a double click goes into a cell, Backspace comes back, a click or an arrow key chooses.
 * Cells are laid out in the background whenever the size, the tree or the node on top changes. For the event thread.
 */
final class MapPane extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final RequestProcessor LAYING_OUT = new RequestProcessor("Memdump map", 1);
    private static final int TEXT = 11;
    private static final int LEAST_FOR_TEXT = 34;
    private static final Color CHOSEN = new Color(0xD6336C);

    private transient Branches branches;
    private transient ToLongFunction<Integer> weight;
    private transient LongFunction<String> amounts;
    private transient IntFunction<Color> colours;
    private transient MapCells.Shape shape = MapCells.Shape.TREEMAP;
    private transient MapCells cells;
    private transient Runnable chosenListener = () -> { };
    private final transient Deque<Integer> tops = new ArrayDeque<>();
    private int chosen = -1;

    MapPane() {
        super(null);
        setName("memdump.map");
        setFocusable(true);
        setPreferredSize(new Dimension(300, 300));
        ToolTipManager.sharedInstance().registerComponent(this);
        addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                layOut();
            }
        });
        addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                requestFocusInWindow();
                at(event).ifPresent(cell -> choose(cell.node));
                if (event.getClickCount() == 2) {
                    goInto(chosen);
                }
            }
        });
        key("LEFT", () -> chooseBeside(-1, 0));
        key("RIGHT", () -> chooseBeside(1, 0));
        key("UP", () -> chooseBeside(0, -1));
        key("DOWN", () -> chooseBeside(0, 1));
        key("ENTER", () -> goInto(chosen));
        key("BACK_SPACE", this::goBack);
        key("ESCAPE", this::goBack);
    }

    private void key(String stroke, Runnable work) {
        getInputMap(WHEN_FOCUSED).put(KeyStroke.getKeyStroke(stroke), stroke);
        getActionMap().put(stroke, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent event) {
                work.run();
            }
        });
    }

    /** Calls something whenever another cell is chosen or on top. */
    void onChange(Runnable listener) {
        chosenListener = listener;
    }

    /** Shows a tree from its root: what areas stand for, and how that is written. */
    void show(Branches tree, ToLongFunction<Integer> of, LongFunction<String> written, IntFunction<Color> colouring,
        MapCells.Shape as) {
        boolean same = tree == branches;
        branches = tree;
        weight = of;
        amounts = written;
        colours = colouring;
        shape = as;
        if (!same) {
            tops.clear();
            tops.push(tree.root());
            chosen = -1;
        }
        layOut();
    }

    void clear() {
        branches = null;
        cells = null;
        tops.clear();
        chosen = -1;
        repaint();
    }

    /** Returns the chosen node, -1 for none; the root of the tree cannot be chosen. */
    int chosenNode() {
        return branches != null && chosen == branches.root() ? -1 : chosen;
    }

    /** Returns whether the whole heap is on top. */
    boolean showsWhole() {
        return tops.size() == 1;
    }

    /** Returns what is on top and what that hangs on, as far as one went into it. */
    String trail(String wholeHeap) {
        StringBuilder trail = new StringBuilder();
        tops.descendingIterator().forEachRemaining(node -> trail.append(trail.length() > 0 ? " \u203a " : "")
            .append(node == branches.root() ? wholeHeap : branches.name(node)));
        return trail.toString();
    }

    private void choose(int node) {
        chosen = node;
        chosenListener.run();
        repaint();
    }

    private void chooseBeside(int right, int down) {
        if (cells != null) {
            cells.beside(chosen, right, down).ifPresent(cell -> choose(cell.node));
        }
    }

    /** Puts a node on top, if anything hangs on it. */
    void goInto(int node) {
        if (branches != null && node >= 0 && !tops.isEmpty() && node != tops.peek() && branches.childCount(node) > 0) {
            tops.push(node);
            layOut();
        }
    }

    /** Puts what was on top before on top again. */
    void goBack() {
        if (tops.size() > 1) {
            tops.pop();
            layOut();
        }
    }

    private void layOut() {
        Branches tree = branches;
        ToLongFunction<Integer> of = weight;
        int width = getWidth();
        int height = getHeight();
        if (tree == null || tops.isEmpty() || width < 1 || height < 1) {
            return;
        }
        int top = tops.peek();
        MapCells.Shape as = shape;
        LAYING_OUT.post(() -> {
            MapCells made = MapCells.of(tree, top, of, as, width, height);
            EventQueue.invokeLater(() -> {
                if (tree == branches && !tops.isEmpty() && top == tops.peek()) {
                    cells = made;
                    chosenListener.run();
                    repaint();
                }
            });
        });
    }

    private Optional<MapCells.Cell> at(MouseEvent event) {
        return cells == null ? Optional.empty() : cells.at(event.getX(), event.getY());
    }

    /** A menu is about the cell that it is asked for on, and is asked for before the pane hears of the mouse. */
    @Override
    public Point getPopupLocation(MouseEvent event) {
        if (event != null) {
            at(event).ifPresent(cell -> choose(cell.node));
        }
        return super.getPopupLocation(event);
    }

    @Override
    public String getToolTipText(MouseEvent event) {
        return at(event).filter(cell -> cell.node != branches.root()).map(cell -> {
            String name = branches.name(cell.node).replace("&", "&amp;").replace("<", "&lt;");
            return "<html><b>" + name + "</b><br>" + DominatorTab.text("map.retains",
                Amounts.bytes(branches.retainedSize(cell.node)), Amounts.count(branches.retainedCount(cell.node)),
                Amounts.share(branches.retainedSize(cell.node), branches.retainedSize(branches.root()))) + "</html>";
        }).orElse(null);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        Graphics2D canvas = (Graphics2D) graphics.create();
        paintMap(canvas);
        canvas.dispose();
    }

    /** Draws the map; also for pictures. */
    void paintMap(Graphics2D canvas) {
        if (cells == null) {
            return;
        }
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setFont(getFont() == null ? canvas.getFont() : getFont().deriveFont((float) TEXT));
        for (MapCells.Cell cell : cells.all()) {
            paint(canvas, cell);
        }
    }

    private void paint(Graphics2D canvas, MapCells.Cell cell) {
        Rectangle2D.Double area = cell.area;
        boolean isRoot = cell.node == branches.root();
        Color paper = isRoot ? HeapTable.faint() : colours.apply(cell.node);
        canvas.setColor(paper);
        canvas.fill(area);
        canvas.setColor(cell.node == chosen ? CHOSEN : paper.darker());
        canvas.draw(area);
        if (area.width >= LEAST_FOR_TEXT && area.height >= TEXT + 2) {
            canvas.setColor(light(paper) ? Color.BLACK : Color.WHITE);
            String name = isRoot ? DominatorTab.text("wholeHeap") : branches.name(cell.node);
            canvas.drawString(fitted(name, amounts.apply(weight.applyAsLong(cell.node)),
                canvas.getFontMetrics()::stringWidth, (int) area.width - 6), (float) area.x + 3,
                (float) area.y + TEXT + 1);
        }
    }

    private static boolean light(Color colour) {
        return colour.getRed() * 3 + colour.getGreen() * 6 + colour.getBlue() > 1300;
    }

    /** Returns what there is room for: name and amount, the name alone, the name without what it is the name of. */
    static String fitted(String name, String amount, ToIntFunction<String> width, int room) {
        String bare = name.startsWith("class ") || name.startsWith("module ") ? name.substring(name.indexOf(' ') + 1)
            : name;
        int count = bare.lastIndexOf(" \u00d7");
        String alone = count < 0 ? bare : bare.substring(0, count);
        return Stream.of(name + "  " + amount, name, bare).filter(text -> width.applyAsInt(text) <= room).findFirst()
            .orElseGet(() -> ShortText.of(alone, width, room));
    }
}
