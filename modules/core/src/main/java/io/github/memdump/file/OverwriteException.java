package io.github.memdump.file;

import java.io.IOException;

/** Says that a file would be written over one that is read. The message is meant for people. */
public final class OverwriteException extends IOException {
    private static final long serialVersionUID = 1;

    OverwriteException(String message) {
        super(message);
    }
}
