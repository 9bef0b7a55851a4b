package io.github.memdump.answer.content;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.heap.LoadFacts;
import java.util.LinkedHashMap;
import java.util.Map;

/** What reading a dump showed. */
public final class LoadAnswer {
    private LoadAnswer() {
    }

    /** Begins an answer with the figures of a dump and a paragraph about them, to which details can be added. */
    public static Answer.Builder begin(LoadFacts facts) {
        return Answer.builder().add(of(facts))
            .say(facts.dumpName() + ": " + Figures.count(facts.objects(), "object") + ", "
                + Figures.count(facts.references(), "reference") + ", " + Figures.bytes(facts.memsize()))
            .detail(Figures.count(facts.roots(), "root") + "; "
                + Figures.count(facts.danglingReferences(), "dangling reference") + "; "
                + Figures.count(facts.duplicateReferences(), "repeated reference") + "; "
                + (facts.issues().total() == 0 ? "no damaged line"
                    : Figures.count(facts.issues().total(), "damaged place")))
            .detail(facts.withGeneration() == 0
                ? "no object carries a generation: allocation tracing was off, file and line are not known"
                : Figures.share(facts.withGeneration(), facts.objects())
                    + " of the objects carry a generation: they were allocated under tracing");
    }

    /** Returns the figures of a dump, for machines. */
    public static Answer of(LoadFacts facts) {
        Map<String, Long> issues = new LinkedHashMap<>();
        for (Map.Entry<IssueKind, Long> issue : facts.issues().counts().entrySet()) {
            issues.put(issue.getKey().key(), issue.getValue());
        }
        return Answer.builder().fact("objects", facts.objects()).fact("references", facts.references())
            .fact("dangling_references", facts.danglingReferences())
            .fact("duplicate_references", facts.duplicateReferences()).fact("memsize", facts.memsize())
            .fact("without_memsize", facts.withoutMemsize()).fact("least_memsize", facts.leastMemsize())
            .fact("with_generation", facts.withGeneration()).fact("roots", facts.roots())
            .fact("slots", facts.slots().total()).fact("lines", facts.lines()).fact("bytes", facts.bytes())
            .facts("issues", issues).build();
    }
}
