package io.github.memdump.gephi.heap;

import java.util.HashMap;
import java.util.Map;
import org.gephi.graph.api.Node;

/** How nodes looked when they were taken away, so that they look the same when they come back. Thread-safe. */
public final class NodePlaces {
    private final Map<String, float[]> places = new HashMap<>();
    private final Map<String, Integer> colours = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    /** Remembers a node that is about to go. */
    public synchronized void remember(Node node) {
        String id = String.valueOf(node.getId());
        places.put(id, new float[] {node.x(), node.y(), node.size()});
        colours.put(id, node.getRGBA());
        labels.put(id, node.getLabel());
    }

    /** Gives a node that is back the look it had; returns whether it had one. */
    public synchronized boolean restore(Node node) {
        String id = String.valueOf(node.getId());
        float[] place = places.remove(id);
        if (place == null) {
            return false;
        }
        node.setPosition(place[0], place[1]);
        node.setSize(place[2]);
        node.setLabel(labels.remove(id));
        int rgba = colours.remove(id);
        node.setR((rgba >> 16 & 0xFF) / 255f);
        node.setG((rgba >> 8 & 0xFF) / 255f);
        node.setB((rgba & 0xFF) / 255f);
        return true;
    }
}
