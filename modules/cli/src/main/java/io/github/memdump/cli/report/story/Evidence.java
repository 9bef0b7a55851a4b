package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.answer.process.DumpMemoryAnswer;
import io.github.memdump.budget.Measured;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.LoadFacts;
import io.github.memdump.investigation.Investigation;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.source.EditorAddress;
import io.github.memdump.source.SourceLines;
import io.github.memdump.task.Task;
import io.github.memdump.view.area.Area;
import io.github.memdump.view.area.Areas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All that a report is made from. Immutable. */
public final class Evidence {
    /** More rectangles are neither seen nor drawn quickly. */
    private static final int MOST_AREAS = 3_000;

    private final Findings findings;
    private final List<LoadFacts> dumps;
    private final Histogram classesBefore;
    private final List<Measured> budgets;
    private final List<String> warnings;
    private final SourceLines source;
    private final EditorAddress editor;
    private final List<Area> areas;
    private final DumpMemoryAnswer memory;

    private Evidence(Findings findings, List<LoadFacts> dumps, Histogram classesBefore, List<Measured> budgets,
        List<String> warnings, SourceLines source, EditorAddress editor, List<Area> areas,
        DumpMemoryAnswer memory) {
        this.memory = memory;
        this.findings = findings;
        this.source = source;
        this.editor = editor;
        this.areas = List.copyOf(areas);
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
        return new Evidence(findings, List.of(findings.heap().facts()), null, List.of(), List.of(),
            SourceLines.NONE, EditorAddress.NONE, List.of(), memory);
    }

    /** Returns this evidence with earlier dumps, of the first of which a histogram by class is given. */
    public Evidence since(List<LoadFacts> earlier, Histogram classesOfFirst) {
        List<LoadFacts> all = new ArrayList<>(earlier);
        all.addAll(dumps);
        return new Evidence(findings, all, classesOfFirst, budgets, warnings, source, editor, areas, memory);
    }

    /** Returns this evidence with what became of budgets, and what was warned of. */
    public Evidence judged(List<Measured> measured, List<String> sentences) {
        return new Evidence(findings, dumps, classesBefore, measured, sentences, source, editor, areas, memory);
    }

    /** Returns this evidence with lines of the program's source, and what opens them. */
    public Evidence beside(SourceLines lines, EditorAddress address) {
        return new Evidence(findings, dumps, classesBefore, budgets, warnings, lines, address, areas, memory);
    }

    /**
     * Returns this evidence with the areas of what is retained, and the names by which all is held that is on the way
     * to a suspect or to some objects, or in an area.
     */
    public Evidence named(int[] objects, Task task) {
        Chains chains = new Chains(findings.fromRoots().orElseThrow(), heap().objectCount(), (holder, object) -> "");
        List<Area> retained = Areas.of(findings, MOST_AREAS, task);
        IntStream onPaths = Arrays.stream(objects).mapToObj(chains::ends).flatMap(List::stream)
            .flatMapToInt(Arrays::stream);
        int[] named = IntStream.concat(onPaths, retained.stream().mapToInt(Area::object)).toArray();
        return new Evidence(Investigation.named(findings, named, task), dumps, classesBefore, budgets, warnings, source,
            editor, retained, memory);
    }

    /** Returns areas of what is retained, the larger ones each by itself. */
    public List<Area> areas() {
        return areas;
    }

    /** Returns where the objects were allocated. */
    public SourcePlaces places() {
        return new SourcePlaces(heap(), source, editor);
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

    /**
     * Returns by what the suspects, and what else was asked about, are held; names of nothing where the dump could not
     * be read again.
     */
    public ReferenceNames names() {
        return findings.found(ReferenceNames.class).orElseGet(() -> ReferenceNames.none(heap()));
    }

    /** Returns the dumps, the earliest first. */
    public List<LoadFacts> dumps() {
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
