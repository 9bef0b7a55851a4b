package io.github.memdump.gephi.heap;

import io.github.memdump.analysis.Findings;
import io.github.memdump.dump.DumpException;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.View;
import io.github.memdump.view.assembly.Views;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openide.util.NbBundle;

/**
 * What a workspace knows of the heap that it shows: its dumps, the recipe of its view, what the view left out, and,
 * while it is in memory, the heap. Thread-safe.
 */
public final class WorkspaceHeap {
    private final Recipe recipe;
    private final List<DumpFile> dumps;
    private final List<String> omissions;
    private final NodePlaces places;
    private final List<Step> undone;
    private Findings findings;
    private View view;

    private WorkspaceHeap(Recipe recipe, List<DumpFile> dumps, List<String> omissions, NodePlaces places,
        List<Step> undone) {
        this.undone = List.copyOf(undone);
        this.recipe = recipe;
        this.dumps = List.copyOf(dumps);
        this.omissions = List.copyOf(omissions);
        this.places = places;
    }

    /** Returns the heap behind a view that was just made from these dumps. */
    public static WorkspaceHeap of(View view, List<DumpFile> dumps) {
        return made(view, dumps, new NodePlaces(), List.of());
    }

    private static WorkspaceHeap made(View view, List<DumpFile> dumps, NodePlaces places, List<Step> undone) {
        WorkspaceHeap heap = new WorkspaceHeap(view.recipe(), dumps, inGephi(view.omissions()), places, undone);
        heap.findings = view.findings();
        heap.view = view;
        return heap;
    }

    /** Returns the same heap with the view that is shown now and the steps that were taken back, the last one first. */
    public WorkspaceHeap showing(View now, List<Step> takenBack) {
        return made(now, dumps, places, takenBack);
    }

    /** Returns the same heap for another graph that shows a part of what this one shows. */
    public WorkspaceHeap again() {
        WorkspaceHeap heap = new WorkspaceHeap(recipe, dumps, omissions, new NodePlaces(), List.of());
        heap.findings = loaded().orElse(null);
        return heap;
    }

    /** Returns the steps that were taken back and can be done again, the one that comes next first. */
    public List<Step> undone() {
        return undone;
    }

    /** Returns what a view left out, with the budget called what the import panel calls it. */
    public static List<String> inGephi(List<String> omissions) {
        return omissions.stream()
            .map(sentence -> sentence.replace("raise --nodes", NbBundle.getMessage(WorkspaceHeap.class,
                "WorkspaceHeap.nodes")).replace("raise --edges", NbBundle.getMessage(WorkspaceHeap.class,
                "WorkspaceHeap.edges")))
            .collect(Collectors.toList());
    }

    /** Returns a heap that is not in memory. */
    public static WorkspaceHeap remembered(Recipe recipe, List<DumpFile> dumps, List<String> omissions) {
        return new WorkspaceHeap(recipe, dumps, omissions, new NodePlaces(), List.of());
    }

    /** Returns the same view over dumps that were moved; not in memory. */
    public WorkspaceHeap located(List<DumpFile> found) {
        return remembered(Recipes.over(recipe, found), found, omissions);
    }

    /** Returns how the view was made. */
    public Recipe recipe() {
        return recipe;
    }

    /** Returns the dumps: one, or the one before and the one after. */
    public List<DumpFile> dumps() {
        return dumps;
    }

    /** Returns the dump whose objects are shown: the only one or the one after. */
    public DumpFile shown() {
        return dumps.get(dumps.size() - 1);
    }

    /** Returns what the view left out, in sentences. */
    public List<String> omissions() {
        return omissions;
    }

    /** Returns what was found about the heap, if it is in memory. */
    public synchronized Optional<Findings> loaded() {
        return Optional.ofNullable(findings);
    }

    /**
     * Returns what was found about the heap, and loads it if it is not in memory.
     *
     * @throws DumpException if a dump is gone, is no longer the same or cannot be read
     */
    public Findings findings(Task task) throws DumpException {
        Optional<Findings> known = loaded();
        if (known.isPresent()) {
            return known.get();
        }
        for (DumpFile dump : dumps) {
            if (dump.state() != DumpFile.State.SAME) {
                throw new MissingDumpException(NbBundle.getMessage(WorkspaceHeap.class,
                    dump.state() == DumpFile.State.GONE ? "WorkspaceHeap.gone" : "WorkspaceHeap.changed", dump));
            }
        }
        Findings found = Heaps.shared().findings(recipe, dumps, task);
        synchronized (this) {
            findings = found;
        }
        HeapTies.changed();
        return found;
    }

    /**
     * Returns the view as its recipe describes it, made anew if it is not in memory.
     *
     * @throws DumpException if the heap has to be loaded and cannot be
     */
    public View view(Task task) throws DumpException {
        Findings found = findings(task);
        synchronized (this) {
            if (view != null) {
                return view;
            }
        }
        View made = Views.of(recipe, found, task);
        synchronized (this) {
            view = made;
        }
        return made;
    }

    /** Returns how the nodes looked that steps have taken away. */
    public NodePlaces places() {
        return places;
    }

    /** Returns the dumps that are gone or no longer the same. */
    public List<DumpFile> missing() {
        return dumps.stream().filter(dump -> dump.state() != DumpFile.State.SAME).collect(Collectors.toList());
    }

    /** Lets go of the heap; it is loaded again when it is needed. */
    public synchronized void release() {
        findings = null;
        view = null;
    }
}
