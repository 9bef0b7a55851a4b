package io.github.memdump.cli.report.picture;

import io.github.memdump.view.EdgeKind;
import io.github.memdump.view.Sketch;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.ViewFan;
import io.github.memdump.view.ViewNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the edges of a view, each by the part it plays: what the tree is made of stands out, all else is a shade. */
final class Lines {
    private final View view;
    private final Sketch sketch;
    private final Frame frame;
    private final Map<Integer, ViewFan> fans = new HashMap<>();
    private final Map<Ink, List<ViewEdge>> byInk = new EnumMap<>(Ink.class);

    Lines(View view, Frame frame) {
        this.view = view;
        this.sketch = view.sketch();
        this.frame = frame;
        for (ViewFan fan : sketch.fans()) {
            fans.put(fan.hub(), fan);
        }
        for (ViewEdge edge : view.edges()) {
            byInk.computeIfAbsent(ink(edge), any -> new ArrayList<>()).add(edge);
        }
    }

    private Ink ink(ViewEdge edge) {
        int target = edge.target();
        int source = edge.source();
        if (sketch.parent(target) != source) {
            return Ink.CROSS;
        }
        if (sketch.onTrunk(target)) {
            return edge.kind() == EdgeKind.COLLAPSED && edge.weight() > 1 ? Ink.PASSED_OVER : Ink.TRUNK;
        }
        return sketch.onTrunk(source) ? Ink.FAN : Ink.INNER;
    }

    void draw(Canvas canvas) throws IOException {
        for (Map.Entry<Ink, List<ViewEdge>> edges : byInk.entrySet()) {
            canvas.beginLines(edges.getKey());
            for (ViewEdge edge : edges.getValue()) {
                draw(canvas, edges.getKey(), edge);
            }
            canvas.endLines();
        }
        drawStems(canvas);
    }

    private void draw(Canvas canvas, Ink ink, ViewEdge edge) throws IOException {
        ViewNode source = node(edge.source());
        ViewNode target = node(edge.target());
        double fromX = frame.x(source.x());
        double fromY = frame.y(source.y());
        double toX = frame.x(target.x());
        double toY = frame.y(target.y());
        if (ink == Ink.FAN) {
            ViewFan fan = fans.get(edge.source());
            canvas.line(isInRow(source, fan) ? fromX : stemX(fan), frame.y(fan.y()), toX, toY);
        } else if (ink == Ink.TRUNK || ink == Ink.PASSED_OVER) {
            connect(canvas, fromX, fromY, bendX(source), toX, toY);
        } else {
            canvas.line(fromX, fromY, toX, toY);
        }
    }

    /** Where the disc of a hub is in a row of its own, a stem leads down to it. */
    private void drawStems(Canvas canvas) throws IOException {
        canvas.beginLines(Ink.TRUNK);
        for (ViewFan fan : sketch.fans()) {
            if (fan.hub() != ViewFan.NO_HUB && fan.radius() > 0 && !isInRow(node(fan.hub()), fan)) {
                ViewNode hub = node(fan.hub());
                connect(canvas, frame.x(hub.x()), frame.y(hub.y()), bendX(hub), stemX(fan), frame.y(fan.y()));
            }
        }
        canvas.endLines();
    }

    private void connect(Canvas canvas, double fromX, double fromY, double bendX, double toX, double toY)
            throws IOException {
        if (Math.abs(fromY - toY) < 0.05) {
            canvas.line(fromX, fromY, toX, toY);
        } else {
            canvas.elbow(fromX, fromY, Math.min(bendX, toX), toX, toY);
        }
    }

    private boolean isInRow(ViewNode hub, ViewFan fan) {
        return Math.abs(hub.y() - fan.y()) < sketch.letterHeight() / 10;
    }

    private double bendX(ViewNode source) {
        return frame.x(source.x()) + frame.length(source.size() / 2) + Frame.LETTERS * 0.6;
    }

    private double stemX(ViewFan fan) {
        return frame.x(fan.x() - fan.radius()) - Frame.LETTERS * 0.2;
    }

    private ViewNode node(int position) {
        return view.nodes().get(position);
    }
}
