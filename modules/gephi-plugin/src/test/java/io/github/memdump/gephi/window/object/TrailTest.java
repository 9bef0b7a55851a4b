package io.github.memdump.gephi.window.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrailTest {
    private final Trail trail = new Trail();

    private void go(String... identities) {
        for (String identity : identities) {
            trail.go(identity);
        }
    }

    @Test
    void goesBackAndForthAndStaysAtTheEnds() {
        go("a", "b", "c");
        trail.back();
        assertEquals(Optional.of("b"), trail.current());
        trail.back();
        trail.back();
        assertEquals(Optional.of("a"), trail.current());
        assertFalse(trail.canGoBack());
        trail.forward();
        trail.forward();
        trail.forward();
        assertEquals(Optional.of("c"), trail.current());
        assertFalse(trail.canGoForward());
    }

    @Test
    void aNewWayForgetsWhatLayAhead() {
        go("a", "b");
        trail.back();
        go("c");
        assertFalse(trail.canGoForward());
        trail.back();
        assertEquals(Optional.of("a"), trail.current());
    }

    @Test
    void toStayIsNoStep() {
        go("a", "b", "b");
        trail.back();
        assertEquals(Optional.of("a"), trail.current());
    }

    @Test
    void forgetsTheOldest() {
        for (int i = 0; i < Trail.LONGEST + 5; i++) {
            trail.go("o" + i);
        }
        int steps = 0;
        while (trail.canGoBack()) {
            trail.back();
            steps++;
        }
        assertEquals(Trail.LONGEST - 1, steps);
        assertEquals(Optional.of("o5"), trail.current());
        assertTrue(trail.canGoForward());
    }
}
