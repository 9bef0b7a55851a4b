package io.github.memdump.gephi.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import org.junit.jupiter.api.Test;

final class EdgeColourTest {
    @Test
    void aTranslucentColourIsMixedWithThePaper() {
        assertEquals(new Color(231, 233, 237), EdgeColour.on(Color.WHITE, new Color(0x80, 0x8C, 0xA0, 48)));
        assertEquals(new Color(100, 110, 120), EdgeColour.on(Color.BLACK, new Color(100, 110, 120)));
        assertEquals(Color.BLACK, EdgeColour.on(Color.BLACK, new Color(255, 255, 255, 0)));
    }

    @Test
    void onBlackFewEdgesAreBrighterThanMany() {
        assertEquals(110, EdgeColour.onBlack(0));
        assertEquals(80, EdgeColour.onBlack(5_000));
        assertEquals(36, EdgeColour.onBlack(20_000));
    }
}
