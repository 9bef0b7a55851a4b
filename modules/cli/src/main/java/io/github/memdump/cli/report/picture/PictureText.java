package io.github.memdump.cli.report.picture;

import java.util.List;

/**
 * The words above and below a picture. Immutable.
 *
 * @param title what the picture tells, one line
 * @param subtitle of what, one line
 * @param sizeMeaning what the size of a node stands for
 * @param notes what is to be said below it
 */
public record PictureText(String title, String subtitle, String sizeMeaning, List<String> notes) {
    /** Copies what could change. */
    public PictureText {
        notes = List.copyOf(notes);
    }

    /** Returns these words for a page that has title and notes elsewhere. */
    PictureText legendOnly() {
        return new PictureText("", "", sizeMeaning, List.of());
    }
}
