package io.github.memdump.cli.report.page;

import io.github.memdump.cli.report.explorer.Explorer;
import java.util.List;

/** What a page is given ready-made. Immutable; see {@link Builder}. */
public final class PageParts {
    /** Rows that a table has in the page, seen or not. */
    private static final int MOST_ROWS = 200;

    private final Builder parts;

    private PageParts(Builder parts) {
        this.parts = parts;
    }

    /** Returns how many rows a table has in the page that shows so many at once. */
    public static int rows(int shown) {
        return Math.max(shown, MOST_ROWS);
    }

    String title() {
        return parts.title;
    }

    String headline() {
        return parts.headline;
    }

    String svg() {
        return parts.svg;
    }

    String pictureCaption() {
        return parts.pictureCaption;
    }

    List<String> omissions() {
        return parts.omissions;
    }

    List<String> caveats() {
        return parts.caveats;
    }

    List<String> commands() {
        return parts.commands;
    }

    List<String> files() {
        return parts.files;
    }

    Explorer explorer() {
        return parts.explorer;
    }

    /** Gathers the parts; used up by {@link #build}. Not thread-safe. */
    public static final class Builder {
        private String title = "";
        private String headline = "";
        private String svg = "";
        private String pictureCaption = "";
        private List<String> omissions = List.of();
        private List<String> caveats = List.of();
        private List<String> commands = List.of();
        private List<String> files = List.of();
        private Explorer explorer;

        /** Sets what the page is about and what it found. */
        public Builder headed(String about, String finding) {
            title = about;
            headline = finding;
            return this;
        }

        /** Sets the picture, an SVG element, and what stands below it. */
        public Builder picture(String element, String caption) {
            svg = element;
            pictureCaption = caption;
            return this;
        }

        /** Sets what the picture leaves out and what the reader must know. */
        public Builder warnings(List<String> leftOut, List<String> sentences) {
            omissions = List.copyOf(leftOut);
            caveats = List.copyOf(sentences);
            return this;
        }

        /** Sets the commands that repeat it and the files beside the page. */
        public Builder repeat(List<String> commandLines, List<String> fileNames) {
            commands = List.copyOf(commandLines);
            files = List.copyOf(fileNames);
            return this;
        }

        /** Sets the scripts and their data. */
        public Builder explored(Explorer scripts) {
            explorer = scripts;
            return this;
        }

        /** Returns the parts. */
        public PageParts build() {
            return new PageParts(this);
        }
    }
}
