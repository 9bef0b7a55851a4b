package io.github.memdump.gephi.window.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The objects that were looked at, in order, by their identities: one can go back and forth, as in a web browser. */
final class Trail {
    /** Older ones are forgotten. */
    static final int LONGEST = 200;

    private final List<String> visited = new ArrayList<>();
    private int place = -1;

    /** Goes to an object. What lay ahead is forgotten; to stay is no step. */
    void go(String identity) {
        if (current().filter(identity::equals).isPresent()) {
            return;
        }
        visited.subList(place + 1, visited.size()).clear();
        visited.add(identity);
        if (visited.size() > LONGEST) {
            visited.remove(0);
        }
        place = visited.size() - 1;
    }

    /** Returns the object that is looked at, if there is one. */
    Optional<String> current() {
        return place < 0 ? Optional.empty() : Optional.of(visited.get(place));
    }

    boolean canGoBack() {
        return place > 0;
    }

    boolean canGoForward() {
        return place < visited.size() - 1;
    }

    /** Goes one object back, or stays at the first one. */
    void back() {
        place = canGoBack() ? place - 1 : place;
    }

    /** Goes one object forward again, or stays at the last one. */
    void forward() {
        place = canGoForward() ? place + 1 : place;
    }

    /** Forgets all of them. */
    void clear() {
        visited.clear();
        place = -1;
    }
}
