package io.github.memdump.index;

import java.io.IOException;

/** An index that is damaged, or not of this dump or this program; the dump itself is to be read. */
final class UnusableIndexException extends IOException {
    private static final long serialVersionUID = 1L;

    UnusableIndexException(String why) {
        super(why);
    }
}
