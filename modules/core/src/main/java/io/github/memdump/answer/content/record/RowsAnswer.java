package io.github.memdump.answer.content.record;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;

/** What is said of the objects of a dump, with rows that can be written to a file by themselves. */
public interface RowsAnswer {
    /** Returns what there is to say. */
    Answer answer();

    /** Returns the rows. */
    AnswerTable<?> rows();

    /** Returns what is said of a file to which the rows were written. */
    default Answer saved(String file) {
        int rows = rows().total();
        return Answer.builder().fact("output", file).fact("rows", rows)
            .say(file + ": " + Figures.count(rows, "row")).build();
    }
}
