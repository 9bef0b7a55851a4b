package io.github.memdump.answer;

import java.io.IOException;
import java.util.List;

/**
 * Shows an answer in one form. {@link Answer#show} calls it once for each part, in order; a renderer ignores what its
 * form has no place for, such as JSON the sentences and text the facts.
 */
public interface AnswerRenderer {
    /** Shows a figure: what {@link TableColumn#cell} returns, or {@link RawJson}. */
    void fact(String field, Object value) throws IOException;

    /** Shows sentences. */
    void paragraph(Paragraph paragraph) throws IOException;

    /** Shows a table. */
    void table(AnswerTable<?> table) throws IOException;

    /**
     * Shows an answer inside the answer.
     *
     * @param field what machines call it; empty if it adds to the answer around it
     * @param title its heading, may be empty
     */
    void section(String field, String title, Answer inner) throws IOException;

    /** Shows several answers of one kind inside the answer. */
    void sections(String field, List<Answer> inner) throws IOException;

    /** Shows what to do next: a command, and what it does; either may be empty. */
    void next(String command, String purpose) throws IOException;
}
