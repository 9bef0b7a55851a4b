package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.answer.process.DumpMemoryAnswer;
import io.github.memdump.budget.Measured;
import io.github.memdump.heap.Heap;
import io.github.memdump.investigation.ReadFacts;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.source.SourceLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that a report is made from. Immutable. */
public final class Evidence {
    private final Findings findings;
    private final List<ReadFacts> dumps;
    private final Histogram classesBefore;
    private final List<Measured> budgets;
    private final List<String> warnings;
    private final SourceLines source;
    private final DumpMemoryAnswer memory;

    private Evidence(Findings findings, List<ReadFacts> dumps, Histogram classesBefore, List<Measured> budgets,
        List<String> warnings, SourceLines source, DumpMemoryAnswer memory) {
        this.source = source;
        this.memory = memory;
        this.findings = findings;
        this.dumps = List.copyOf(dumps);
        this.classesBefore = classesBefore;
        this.budgets = List.copyOf(budgets);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Returns the evidence of one dump, whose findings have suspects, distances and what is retained, and what it tells
     * of the memory of its process.
     */
    public static Evidence of(Findings findings, DumpMemoryAnswer memory) {
        return new Evidence(findings, List.of(ReadFacts.of(findings.heap())), null, List.of(), List.of(),
            SourceLines.NONE, memory);
    }

    /** Returns this evidence with earlier dumps, of the first of which a histogram by class is given. */
    public Evidence since(List<ReadFacts> earlier, Histogram classesOfFirst) {
        List<ReadFacts> all = new ArrayList<>(earlier);
        all.addAll(dumps);
        return new Evidence(findings, all, classesOfFirst, budgets, warnings, source, memory);
    }

    /** Returns this evidence with what became of budgets, and what was warned of. */
    public Evidence judged(List<Measured> measured, List<String> sentences) {
        return new Evidence(findings, dumps, classesBefore, measured, sentences, source, memory);
    }

    /** Returns this evidence with lines of the program's source. */
    public Evidence beside(SourceLines lines) {
        return new Evidence(findings, dumps, classesBefore, budgets, warnings, lines, memory);
    }

    /** Returns the lines of the program's source. */
    public SourceLines source() {
        return source;
    }

    /** Returns what the last dump tells of the memory of its process. */
    public DumpMemoryAnswer memory() {
        return memory;
    }

    /** Returns what was found out about the heap of the last dump. */
    public Findings findings() {
        return findings;
    }

    /** Returns the heap of the last dump. */
    public Heap heap() {
        return findings.heap();
    }

    /** Returns by what the suspects are held; names of nothing where the dump could not be read again. */
    public ReferenceNames names() {
        return findings.found(ReferenceNames.class).orElseGet(() -> ReferenceNames.none(heap()));
    }

    /** Returns the dumps, the earliest first. */
    public List<ReadFacts> dumps() {
        return dumps;
    }

    /** Returns whether there is an earlier dump. */
    public boolean isCompared() {
        return classesBefore != null;
    }

    /** Returns the classes of the first dump, if there is an earlier one. */
    public Optional<Histogram> classesBefore() {
        return Optional.ofNullable(classesBefore);
    }

    /** Returns the budgets that were asked for. */
    public List<Measured> budgets() {
        return budgets;
    }

    /** Returns what was warned of. */
    public List<String> warnings() {
        return warnings;
    }
}
