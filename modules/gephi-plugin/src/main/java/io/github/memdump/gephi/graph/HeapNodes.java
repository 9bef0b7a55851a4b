package io.github.memdump.gephi.graph;

import io.github.memdump.view.View;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gephi.graph.api.Node;

/** The objects that chosen nodes stand for. */
final class HeapNodes {
    private HeapNodes() {
    }

    /** Returns the identities of the objects, each once; for a rest that of the object on which it hangs. */
    static List<String> identities(Node[] nodes) {
        Set<String> identities = new LinkedHashSet<>();
        for (Node node : nodes) {
            String id = String.valueOf(node.getId());
            identities.add(isRest(node) ? id.substring(0, id.length() - View.REST.length()) : id);
        }
        return new ArrayList<>(identities);
    }

    /** Returns whether all of these nodes stand for objects that are not shown. */
    static boolean areRests(Node[] nodes) {
        for (Node node : nodes) {
            if (!isRest(node)) {
                return false;
            }
        }
        return nodes.length > 0;
    }

    private static boolean isRest(Node node) {
        return String.valueOf(node.getId()).endsWith(View.REST);
    }
}
