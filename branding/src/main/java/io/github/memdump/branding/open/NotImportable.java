package io.github.memdump.branding.open;

/** A file cannot be imported; the message is for the user. */
final class NotImportable extends Exception {
    private static final long serialVersionUID = 1L;

    NotImportable(String message) {
        super(message);
    }
}
