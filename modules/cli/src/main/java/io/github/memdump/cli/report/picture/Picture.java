package io.github.memdump.cli.report.picture;

import io.github.memdump.view.Recipe;
import io.github.memdump.view.Sketch;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.ViewFan;
import io.github.memdump.view.ViewNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntFunction;

/** Draws a view: the trunk with its labels, discs with captions, a title and a legend. Deterministic. */
final class Picture {
    private static final double LINE = 15;
    private static final double NOTE = 10;
    private static final double NAME = 9;
    private static final Set<Recipe.Subject> PARTS = EnumSet.of(Recipe.Subject.SUBGRAPH, Recipe.Subject.REFERRERS,
        Recipe.Subject.DOMINATORS);
    private static final int MOST_LINES = 6;
    private static final double LEAST_WIDTH = 640;

    private final View view;
    private final Sketch sketch;
    private final PictureText words;
    private final Letters letters;
    private final IntFunction<String> hints;
    private final Legend legend;
    private final String[] labels;
    /** By what the node before holds each node of the trunk; empty where that is not known. */
    private final String[] names;
    private final Caption[] captions;
    private final Frame frame;

    /** Prepares the picture; {@code hints} gives for an object what may be shown of it on demand. */
    Picture(View view, PictureText words, Letters letters, IntFunction<String> hints) {
        this.view = view;
        this.sketch = view.sketch();
        this.words = words;
        this.letters = letters;
        this.hints = hints;
        this.legend = new Legend(view, words, letters);
        double scale = Frame.LETTERS / sketch.letterHeight();
        labels = new String[view.nodes().size()];
        names = new String[labels.length];
        Arrays.fill(names, "");
        for (ViewEdge edge : view.edges()) {
            if (sketch.onTrunk(edge.target()) && sketch.parent(edge.target()) == edge.source()) {
                names[edge.target()] = fitted(edge.name(), edge.target(), scale * Frame.LETTERS / NAME);
            }
        }
        double[] labelWidths = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = sketch.onTrunk(i) ? fitted(node(i).label(), i, scale) : "";
            labelWidths[i] = letters.width(labels[i]) * Frame.LETTERS + node(i).size() * scale / 2;
        }
        captions = new Caption[sketch.fans().size()];
        double[] captionWidths = new double[captions.length];
        for (int f = 0; f < captions.length; f++) {
            captions[f] = caption(sketch.fans().get(f), scale);
            for (Caption.Line line : captions[f].lines()) {
                double width = letters.width(line.text + " " + line.remark) * Frame.LETTERS + LINE;
                captionWidths[f] = Math.max(captionWidths[f], width);
            }
        }
        frame = new Frame(view, labelWidths, captionWidths, legend.height());
    }

    private ViewNode node(int position) {
        return view.nodes().get(position);
    }

    /** Returns a text that fits between a node and the one before it. */
    private String fitted(String text, int position, double scale) {
        int parent = sketch.parent(position);
        double room = parent < 0 ? 30
            : (node(position).x() - node(parent).x() - node(position).size() / 2) * scale / Frame.LETTERS - 1.7;
        return letters.fitted(letters.writable(text), Math.max(3, room));
    }

    private Caption caption(ViewFan fan, double scale) {
        int room = Math.max(2, (int) (2 * fan.radius() * scale / LINE));
        // A part of the heap shows what holds its objects only so far.
        boolean isPart = PARTS.contains(view.recipe().subject());
        return new Caption(fan, isPart ? "held by nothing shown:" : "reached from no root:",
            Math.min(MOST_LINES, room), letters);
    }

    double width() {
        return Math.max(frame.width(), 2 * Frame.MARGIN + Math.max(LEAST_WIDTH, legend.width()));
    }

    double height() {
        return frame.bottom() + Frame.MARGIN + words.notes().size() * NOTE * 1.5;
    }

    void draw(Canvas canvas) throws IOException {
        for (ViewFan fan : sketch.fans()) {
            if (fan.radius() > 0) {
                canvas.circle(Ink.DISC, frame.x(fan.x()), frame.y(fan.y()), frame.length(fan.radius()) + 2, "");
            }
        }
        new Lines(view, frame).draw(canvas);
        for (ViewNode node : view.nodes()) {
            String hint = node.isRest() || node.group().isPresent() ? node.label() : hints.apply(node.object());
            canvas.circle(Ink.ofColour(node.rgb()), frame.x(node.x()), frame.y(node.y()),
                Math.max(0.8, frame.length(node.size()) / 2), hint);
        }
        drawWords(canvas);
        legend.draw(canvas);
        double y = frame.bottom() + NOTE * 1.5;
        for (String note : words.notes()) {
            canvas.text(Ink.FAINT, Frame.MARGIN, y, NOTE, letters.writable(note));
            y += NOTE * 1.5;
        }
    }

    private void drawWords(Canvas canvas) throws IOException {
        for (int i = 0; i < labels.length; i++) {
            if (!labels[i].isEmpty()) {
                double end = frame.x(node(i).x()) - 2 - frame.length(node(i).size() / 2);
                canvas.text(Ink.TEXT, end - letters.width(labels[i]) * Frame.LETTERS,
                    frame.y(node(i).y()) - Frame.LETTERS * 0.35, Frame.LETTERS, labels[i]);
            }
            if (!names[i].isEmpty()) {
                double end = frame.x(node(i).x()) - 2 - frame.length(node(i).size() / 2);
                canvas.text(Ink.FAINT, end - letters.width(names[i]) * NAME, frame.y(node(i).y()) + NAME, NAME,
                    names[i]);
            }
        }
        for (int f = 0; f < captions.length; f++) {
            ViewFan fan = sketch.fans().get(f);
            double x = frame.captionX(fan);
            double y = frame.y(fan.y()) - captions[f].lines().size() * LINE / 2 + LINE * 0.78;
            for (Caption.Line line : captions[f].lines()) {
                canvas.circle(line.dot, x + 3.5, y - 4, 3.5, "");
                canvas.text(Ink.TEXT, x + 11, y, Frame.LETTERS, line.text);
                if (!line.remark.isEmpty()) {
                    canvas.text(Ink.FAINT, x + 11 + letters.width(line.text + " ") * Frame.LETTERS, y, Frame.LETTERS,
                        line.remark);
                }
                y += LINE;
            }
        }
    }
}
