package io.github.memdump.gephi.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ShortTextTest {
    private static String in(int room, String text) {
        return ShortText.of(text, String::length, room);
    }

    @Test
    void keepsTheEndOfANameThatIsTooLong() {
        assertEquals("Shop::Cart", in(10, "Shop::Cart"));
        assertEquals("\u2026hop::Cart", in(10, "Big::Shop::Cart"));
        assertEquals("\u2026cart.rb:12", in(11, "/srv/app/models/cart.rb:12"));
        assertEquals("\u2026ession \u00d7240", in(12, "Shop::Session \u00d7240"));
    }

    @Test
    void keepsTheWordThatSaysWhatItIsTheNameOf() {
        assertEquals("class \u2026Cart", in(11, "class Shop::Cart"));
        assertEquals("class \u2026", in(3, "class Shop::Cart"));
    }
}
