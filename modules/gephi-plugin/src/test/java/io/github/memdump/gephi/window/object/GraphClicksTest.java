package io.github.memdump.gephi.window.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.junit.jupiter.api.Test;

/** The event source here is made as Gephi's is, whose classes are not published. */
final class GraphClicksTest {
    /** Kinds of events. */
    public enum Kind {
        MOUSE_LEFT_CLICK, MOUSE_MOVE, NODE_LEFT_CLICK
    }

    /** An event. */
    public static final class Event {
        private final Object data;

        Event(Object data) {
            this.data = data;
        }

        /** Returns what was clicked. */
        public Object getData() {
            return data;
        }
    }

    /** What hears of events. */
    public interface Listener {
        void handleEvent(Event event);

        Kind getType();
    }

    /** What hears of events in Gephi 0.11. */
    public interface AnsweringListener {
        boolean handleEvent(Event event);

        Kind getType();
    }

    /** What tells of events in Gephi 0.11. */
    public static final class AskingSource {
        private AnsweringListener listener;

        /** Adds the only one. */
        public void addListener(AnsweringListener one) {
            listener = one;
        }
    }

    /** What tells of events. */
    public static final class Source {
        private final List<Listener> listeners = new ArrayList<>();

        /** Adds many. */
        public void addListener(Listener[] several) {
            throw new UnsupportedOperationException();
        }

        /** Adds one. */
        public void addListener(Listener one) {
            listeners.add(one);
        }

        /** Lets something listen, once. */
        void tell(GraphClicks clicks) {
            try {
                if (listeners.isEmpty()) {
                    clicks.listenTo(this);
                }
            } catch (ReflectiveOperationException unlike) {
                throw new AssertionError(unlike);
            }
        }

        /** Clicks. */
        void click(Kind kind, Object data) {
            listeners.stream().filter(listener -> listener.getType() == kind)
                .forEach(listener -> listener.handleEvent(new Event(data)));
        }
    }

    private final List<Node> heard = new ArrayList<>();
    private Node pointed;
    private final GraphClicks clicks = new GraphClicks(heard::add, () -> Optional.ofNullable(pointed));
    private final Source source = new Source();

    private void click(Kind kind, Object data) {
        source.click(kind, data);
    }

    private static Node node(String id) {
        return GraphModel.Factory.newInstance().factory().newNode(id);
    }

    @Test
    void tellsOfTheFirstNodeThatGephiFound() throws Exception {
        clicks.listenTo(source);
        Node first = node("first");
        click(Kind.NODE_LEFT_CLICK, new Node[] {first, node("second")});
        assertEquals(List.of(first), heard);
        assertTrue(source.listeners.contains(source.listeners.get(0)));
    }

    @Test
    void tellsOfTheNodeThatTheMousePointsAtWhereGephiFoundNoneOrThoseOfAnEarlierPlace() throws Exception {
        clicks.listenTo(source);
        pointed = node("pointed");
        click(Kind.MOUSE_LEFT_CLICK, new float[4]);
        click(Kind.NODE_LEFT_CLICK, new Node[] {node("earlier")});
        assertEquals(List.of(pointed, pointed), heard);
    }

    @Test
    void hearsNothingOfClicksBesideAllNodesAndOfTheMouseThatMoves() throws Exception {
        clicks.listenTo(source);
        click(Kind.MOUSE_LEFT_CLICK, new float[4]);
        click(Kind.NODE_LEFT_CLICK, new Node[0]);
        pointed = node("pointed");
        click(Kind.MOUSE_MOVE, null);
        assertEquals(List.of(), heard);
    }

    @Test
    void leavesAClickToOthersWhereGephiAsksForIt() throws Exception {
        AskingSource source = new AskingSource();
        clicks.listenTo(source);
        Node clicked = node("clicked");
        assertFalse(source.listener.handleEvent(new Event(new Node[] {clicked})));
        assertEquals(List.of(clicked), heard);
    }

    @Test
    void anotherGephiIsNotListenedTo() {
        assertThrows(NoSuchMethodException.class, () -> clicks.listenTo(new Object()));
        // No Graph window in this Gephi: nothing happens.
        clicks.listen();
    }
}
