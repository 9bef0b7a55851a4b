package io.github.memdump.answer;

import java.util.List;

/** Sentences that belong together: what leads, and details of it. Immutable. */
public final class Paragraph {
    private final String lead;
    private final List<Detail> details;

    Paragraph(String lead, List<Detail> details) {
        this.lead = lead;
        this.details = List.copyOf(details);
    }

    /** Returns the first sentence, empty if there are details alone. */
    public String lead() {
        return lead;
    }

    /** Returns the details, each a line of its own. */
    public List<Detail> details() {
        return details;
    }

    /** Returns whether details have labels: those without one then belong to the one above. */
    public boolean isLabelled() {
        return details.stream().anyMatch(detail -> !detail.label().isEmpty());
    }

    /** A line that belongs to a sentence, perhaps with a label in front. Immutable. */
    public static final class Detail {
        private final String label;
        private final String words;

        Detail(String label, String words) {
            this.label = label;
            this.words = words;
        }

        /** Returns what it says something about, empty if there is no label. */
        public String label() {
            return label;
        }

        /** Returns what it says. */
        public String words() {
            return words;
        }
    }
}
