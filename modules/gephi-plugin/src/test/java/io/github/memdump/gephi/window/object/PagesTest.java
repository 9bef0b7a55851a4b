package io.github.memdump.gephi.window.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class PagesTest {
    @Test
    void turnsThroughAllOfAListOnce() {
        Pages pages = new Pages(10);
        pages.of(25);
        int seen = pages.shown();
        while (pages.hasNext()) {
            pages.next();
            seen += pages.shown();
        }
        assertEquals(25, seen);
        assertEquals(20, pages.first());
        pages.next();
        assertEquals(20, pages.first());
        pages.previous();
        assertEquals(10, pages.first());
    }

    @Test
    void aFullPageIsNotMany() {
        Pages pages = new Pages(10);
        pages.of(10);
        assertFalse(pages.areMany());
        assertFalse(pages.hasNext());
        pages.of(11);
        assertTrue(pages.areMany());
        pages.of(0);
        assertEquals(0, pages.shown());
    }
}
