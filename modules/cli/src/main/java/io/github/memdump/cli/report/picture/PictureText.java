package io.github.memdump.cli.report.picture;

import java.util.List;

/** The words above and below a picture. Immutable. */
public final class PictureText {
    private final String title;
    private final String subtitle;
    private final String sizeMeaning;
    private final List<String> notes;

    /**
     * Makes the words.
     *
     * @param title       what the picture tells, one line
     * @param subtitle    of what, one line
     * @param sizeMeaning what the size of a node stands for
     * @param notes       what is to be said below it
     */
    public PictureText(String title, String subtitle, String sizeMeaning, List<String> notes) {
        this.title = title;
        this.subtitle = subtitle;
        this.sizeMeaning = sizeMeaning;
        this.notes = List.copyOf(notes);
    }

    /** Returns these words for a page that has title and notes elsewhere. */
    PictureText legendOnly() {
        return new PictureText("", "", sizeMeaning, List.of());
    }

    String title() {
        return title;
    }

    String subtitle() {
        return subtitle;
    }

    String sizeMeaning() {
        return sizeMeaning;
    }

    List<String> notes() {
        return notes;
    }
}
