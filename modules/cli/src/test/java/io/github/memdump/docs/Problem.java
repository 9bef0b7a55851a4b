package io.github.memdump.docs;

import java.nio.file.Path;

/** Something in a document that is not so. */
record Problem(Path document, int line, String what) {
    @Override
    public String toString() {
        return document + ":" + line + ": " + what;
    }
}
