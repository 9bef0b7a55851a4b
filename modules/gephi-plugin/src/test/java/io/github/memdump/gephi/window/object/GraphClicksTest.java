package io.github.memdump.gephi.window.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.gephi.graph.api.Node;
import org.junit.jupiter.api.Test;

/** The event source here is made as Gephi's is, whose classes are not published. */
final class GraphClicksTest {
    /** Kinds of events. */
    public enum Kind {
        MOUSE_MOVE, NODE_LEFT_CLICK
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
    }

    private final List<Node[]> heard = new ArrayList<>();
    private final GraphClicks clicks = new GraphClicks(heard::add);

    @Test
    void hearsOfClicksOnNodesAlone() throws Exception {
        Source source = new Source();
        clicks.listenTo(source);
        Listener listener = source.listeners.get(0);
        assertEquals(Kind.NODE_LEFT_CLICK, listener.getType());
        Node[] nodes = new Node[1];
        listener.handleEvent(new Event(nodes));
        listener.handleEvent(new Event(new float[2]));
        listener.handleEvent(new Event(new Node[0]));
        assertEquals(1, heard.size());
        assertSame(nodes, heard.get(0));
        assertTrue(source.listeners.contains(listener));
    }

    @Test
    void leavesAClickToOthersWhereGephiAsksForIt() throws Exception {
        AskingSource source = new AskingSource();
        clicks.listenTo(source);
        assertFalse(source.listener.handleEvent(new Event(new Node[1])));
        assertEquals(1, heard.size());
    }

    @Test
    void anotherGephiIsNotListenedTo() {
        assertThrows(NoSuchMethodException.class, () -> clicks.listenTo(new Object()));
        // No Graph window in this Gephi: nothing happens.
        clicks.listen();
    }
}
