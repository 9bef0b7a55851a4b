package io.github.memdump.answer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an investigation says: figures for machines, sentences and tables for both or for people, answers inside, the
 * next step. It says each thing once; a renderer gives it a form (see {@code answer.render}). Modelled on the results
 * of Eclipse MAT's queries. Immutable; rows of tables are made when they are shown, so it is as thread-safe as these.
 */
public final class Answer {
    /** An answer that says nothing. */
    public static final Answer EMPTY = new Builder().build();

    private final List<Part> parts;

    private Answer(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Begins an answer. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Shows all parts in order.
     *
     * @throws IOException if the renderer cannot write
     */
    public void show(AnswerRenderer renderer) throws IOException {
        for (Part part : parts) {
            part.show(renderer);
        }
    }

    private interface Part {
        void show(AnswerRenderer renderer) throws IOException;
    }

    /** Builds an answer part by part. Not thread-safe. */
    public static final class Builder {
        private final List<Part> parts = new ArrayList<>();
        private String lead = "";
        private final List<Paragraph.Detail> details = new ArrayList<>();

        private Builder() {
        }

        /** Adds a whole number for machines; {@link TableColumn#ABSENT} is null for them. */
        public Builder fact(String field, long number) {
            return number == TableColumn.ABSENT ? absent(field) : figure(renderer -> renderer.fact(field, number));
        }

        /** Adds a field that does not apply: null for machines. */
        public Builder absent(String field) {
            return figure(renderer -> renderer.fact(field, TableColumn.absentCell()));
        }

        /** Adds a piece of JSON as it stands, or a text if it is none, for machines. */
        public Builder json(String field, String json) {
            return figure(renderer -> renderer.fact(field, new RawJson(json)));
        }

        /** Adds, for machines, what columns say of a row. */
        public <R> Builder facts(List<TableColumn<R>> columns, R row) {
            for (TableColumn<R> column : columns) {
                Object cell = column.cell(row);
                figure(renderer -> renderer.fact(column.field(), cell));
            }
            return this;
        }

        /** Adds a fractional number for machines. */
        public Builder fact(String field, double number) {
            return figure(renderer -> renderer.fact(field, number));
        }

        /** Adds a text for machines. */
        public Builder fact(String field, String text) {
            return figure(renderer -> renderer.fact(field, text));
        }

        /** Adds yes or no for machines. */
        public Builder fact(String field, boolean yes) {
            return figure(renderer -> renderer.fact(field, yes));
        }

        /** Adds a whole number for machines if a condition holds. */
        public Builder factIf(boolean condition, String field, long number) {
            return condition ? fact(field, number) : this;
        }

        /** Adds a list of texts for machines. */
        public Builder list(String field, List<String> texts) {
            List<String> copy = List.copyOf(texts);
            return figure(renderer -> renderer.fact(field, copy));
        }

        /** Adds an object of whole numbers for machines. */
        public Builder facts(String field, Map<String, Long> numbers) {
            Builder inner = builder();
            numbers.forEach(inner::fact);
            Answer answer = inner.build();
            return figure(renderer -> renderer.section(field, "", answer));
        }

        /** Adds a sentence, which begins a paragraph. */
        public Builder say(String sentence) {
            endParagraph();
            lead = sentence;
            return this;
        }

        /** Adds a line that belongs to the sentence before it. */
        public Builder detail(String line) {
            return detail("", line);
        }

        /** Adds a line with a label that belongs to the sentence before it. */
        public Builder detail(String label, String line) {
            details.add(new Paragraph.Detail(label, line));
            return this;
        }

        /** Adds a line that belongs to the sentence before it, if a condition holds. */
        public Builder detailIf(boolean condition, String line) {
            return condition ? detail(line) : this;
        }

        /** Adds a table. */
        public Builder table(AnswerTable<?> table) {
            return part(renderer -> renderer.table(table));
        }

        /** Adds an answer, under a heading for people and a field for machines; either may be empty. */
        public Builder section(String field, String title, Answer inner) {
            return part(renderer -> renderer.section(field, title, inner));
        }

        /** Adds an answer of facts alone, which ends no paragraph. */
        public Builder facts(Answer other) {
            parts.addAll(other.parts);
            return this;
        }

        /** Adds all that another answer says. */
        public Builder add(Answer other) {
            endParagraph();
            parts.addAll(other.parts);
            return this;
        }

        /** Adds answers of one kind, a list for machines. */
        public Builder sections(String field, List<Answer> inner) {
            List<Answer> copy = List.copyOf(inner);
            return part(renderer -> renderer.sections(field, copy));
        }

        /** Adds what to do next: a command, and what it does, as a clause without a subject. */
        public Builder next(String command, String purpose) {
            return part(renderer -> renderer.next(command, purpose));
        }

        /** Returns the answer. */
        public Answer build() {
            endParagraph();
            return new Answer(parts);
        }

        /** Adds what no paragraph is ended by, since people do not see it. */
        private Builder figure(Part part) {
            parts.add(part);
            return this;
        }

        private Builder part(Part part) {
            endParagraph();
            parts.add(part);
            return this;
        }

        private void endParagraph() {
            if (!lead.isEmpty() || !details.isEmpty()) {
                Paragraph paragraph = new Paragraph(lead, details);
                parts.add(renderer -> renderer.paragraph(paragraph));
                lead = "";
                details.clear();
            }
        }
    }
}
