package io.github.memdump.gephi.style;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Colours that can be told apart with any kind of colour vision: ten for kinds (Paul Tol, "Colour schemes", technical
 * note, 2021), and a ramp for amounts that grows evenly darker (viridis, of van der Walt and Smith, turned round).
 */
final class Palette {
    /** For the most frequent kinds. */
    static final List<Color> KINDS = colours(
        0x88CCEE, 0xCC6677, 0xDDCC77, 0x117733, 0x332288, 0xAA4499, 0x44AA99, 0x999933, 0x882255, 0x661100);
    /** For all other kinds. */
    static final Color OTHERS = new Color(0xC4C8CC);
    /** From the smallest amount to the largest, at equal steps. */
    static final List<Color> RAMP = colours(0xFDE725, 0x5EC962, 0x21918C, 0x3B528B, 0x440154);

    private Palette() {
    }

    private static List<Color> colours(int... rgb) {
        return Arrays.stream(rgb).mapToObj(Color::new).collect(Collectors.toList());
    }

    /** Returns where in the ramp each of its colours stands, 0 to 1. */
    static float[] stops() {
        float[] stops = new float[RAMP.size()];
        for (int i = 0; i < stops.length; i++) {
            stops[i] = i / (float) (stops.length - 1);
        }
        return stops;
    }
}
