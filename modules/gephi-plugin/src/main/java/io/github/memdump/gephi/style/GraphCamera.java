package io.github.memdump.gephi.style;

import io.github.memdump.gephi.canvas.GraphCanvas;
import io.github.memdump.gephi.canvas.Sight;
import io.github.memdump.gephi.heap.HeapTies;
import java.awt.GraphicsEnvironment;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.GraphView;
import org.openide.util.Lookup;
import org.openide.util.RequestProcessor;

/**
 * What the Graph window shows of the plane, and labels that follow it: whenever the window was zoomed, moved or
 * resized and has come to rest, or a filter lets other nodes be seen, labels are chosen anew. Where Gephi has no such
 * window, they are chosen for the whole graph.
 */
public final class GraphCamera {
    private static final RequestProcessor CHOOSING = new RequestProcessor("Memdump labels", 1);
    private static final int PAUSE_MILLIS = 500;
    private static GraphCamera watching;

    private Scene before;
    private Scene chosenFor;

    /** Makes one that has not looked yet. */
    GraphCamera() {
    }

    /** Begins to follow the window, if nothing does. For the event thread. */
    public static void follow() {
        if (watching == null && !GraphicsEnvironment.isHeadless()) {
            watching = new GraphCamera();
            watching.lookAgain();
        }
    }

    /** Not on the event thread: Gephi does not say which workspace is current while it opens or saves one. */
    private void lookAgain() {
        CHOOSING.schedule(() -> {
            try {
                look();
            } finally {
                lookAgain();
            }
        }, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        GraphModel model = HeapTies.current().isPresent()
            ? Lookup.getDefault().lookup(GraphController.class).getGraphModel() : null;
        look(model, model == null ? null : room(model).orElse(null));
    }

    /** Chooses labels anew if this is what was seen the last time too, and they were chosen for something else. */
    void look(GraphModel model, LabelRoom room) {
        Scene now = room == null ? null : new Scene(model, room);
        boolean atRest = now != null && now.isLike(before);
        before = now;
        if (atRest && !now.isLike(chosenFor)) {
            chosenFor = now;
            NodeLabels.draw(model);
        }
    }

    /** What is seen: which nodes, and where. Each filter makes a view of its own; by hand nodes come and go in one. */
    private static final class Scene {
        private final LabelRoom room;
        private final GraphView view;
        private final int nodes;

        Scene(GraphModel model, LabelRoom room) {
            this.room = room;
            this.view = model.getVisibleView();
            this.nodes = model.getGraphVisible().getNodeCount();
        }

        boolean isLike(Scene other) {
            return other != null && room.isLike(other.room) && view == other.view && nodes == other.nodes;
        }
    }

    /** Returns what is seen of a graph, if the Graph window shows it. */
    static Optional<LabelRoom> room(GraphModel model) {
        return Lookup.getDefault().lookup(GraphController.class).getGraphModel() != model ? Optional.empty()
            : GraphCanvas.ask(canvas -> {
                Sight sight = canvas.sight().orElse(null);
                return sight == null ? Optional.empty() : Optional.of(new LabelRoom(canvas.font(),
                    canvas.letterPixels() * sight.perPixel(), sight.middleX(), sight.middleY(), sight.width() / 2,
                    sight.height() / 2));
            });
    }
}
