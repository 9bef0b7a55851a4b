package io.github.memdump.answer.suspect;

import io.github.memdump.analysis.known.KnownLeak;
import io.github.memdump.analysis.known.KnownLeaks;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.heap.Heap;
import java.util.List;

/** Says which known leaks of Ruby and its libraries a suspect looks like. Immutable, thread-safe. */
public final class KnownWords {
    private final KnownLeaks leaks;

    /** Prepares to speak of suspects in a heap. */
    public KnownWords(Heap heap) {
        this.leaks = new KnownLeaks(heap);
    }

    /** Returns the known leaks that a suspect looks like. */
    public List<KnownLeak> of(Suspect suspect) {
        return leaks.of(suspect);
    }

    /** Returns what is known, and what shows that this is it: {@code timers …: 12 of 12 objects … are timers}. */
    public static String known(KnownLeak leak) {
        return leak.title() + ": " + Figures.count(leak.count()) + " of " + Figures.count(leak.of()) + " "
            + leak.evidence();
    }

    /** Adds lines to the story of a suspect. */
    void addTo(Answer.Builder story, Suspect suspect) {
        for (KnownLeak leak : leaks.of(suspect)) {
            story.detail("known", known(leak)).detail(leak.explanation()).detail("To mend it, " + leak.repair() + ".");
        }
    }

    /** Returns the table for machines. */
    AnswerTable<KnownLeak> table(Suspect suspect) {
        return AnswerTable.of("known", leaks.of(suspect))
            .column(TableColumn.text("id", KnownLeak::id))
            .column(TableColumn.text("title", KnownLeak::title))
            .column(TableColumn.count("count", KnownLeak::count))
            .column(TableColumn.count("of", KnownLeak::of))
            .column(TableColumn.text("evidence", KnownLeak::evidence))
            .column(TableColumn.text("explanation", KnownLeak::explanation))
            .column(TableColumn.text("repair", KnownLeak::repair)).build();
    }
}
