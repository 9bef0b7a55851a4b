package io.github.memdump.answer.content;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.graph.path.DisjointPaths;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.view.ObjectNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The paths to one object that share nothing, and where all of them can be cut. Immutable, thread-safe. */
public final class PathsAnswer {
    private static final List<Column> COLUMNS = List.of(Column.OBJECT, Column.ADDRESS, Column.TYPE, Column.CLASS,
        Column.NAME, Column.MEMSIZE, Column.RETAINED_COUNT, Column.RETAINED_SIZE, Column.GENERATION, Column.FILE,
        Column.LINE, Column.METHOD);

    private final Findings findings;
    private final Heap heap;
    private final int object;
    private final int[] path;
    private final DisjointPaths paths;
    private final NodeSet cut;
    private final NodeSet farCut;
    private final ObjectNames names;
    private final ReferenceTable tables;
    private final PathLine line;

    /**
     * Prepares to speak of paths to an object of a heap whose retained sizes are known.
     *
     * @param path the path that is shown everywhere, empty if there is none; see {@code heap.RootPaths}
     */
    public PathsAnswer(Findings findings, int object, int[] path, DisjointPaths paths, ReferenceNames via) {
        this.findings = findings;
        this.heap = findings.heap();
        this.object = object;
        this.path = path.clone();
        this.paths = paths;
        this.cut = NodeSet.of(heap.objectCount(), paths.cut());
        this.farCut = NodeSet.of(heap.objectCount(), paths.cutNearStarts());
        this.names = new ObjectNames(heap);
        this.tables = new ReferenceTable(findings, names, COLUMNS, via);
        this.line = new PathLine(names, heap, via);
    }

    /** Returns what there is to say. */
    public Answer answer() {
        boolean isSpeaking = !heap.isRoot(object) && paths.size() > 0;
        List<Answer> listed = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            listed.add(path(paths.path(i), isSpeaking ? "Path " + (i + 1) + " of " + paths.size()
                + (paths.isComplete() ? "" : " or more") + ", "
                + Figures.count(paths.path(i).length - 1L, "reference") : ""));
        }
        Answer.Builder answer = Answer.builder()
            .say(heap.facts().dumpName() + ": " + named(object) + ", " + Figures.bytes(heap.memsize(object))
                + site(object))
            .fact("object", heap.identity(object)).fact("class", heap.className(object))
            .fact("complete", paths.isComplete())
            .section("path", "", path(path, isSpeaking && !isListed(path)
                ? "The path from a named root, as reports show it; it shares objects with those below" : ""))
            .section("shortest", "", path(paths.shortest(), isSpeaking && !isListed(paths.shortest())
                && !Arrays.equals(path, paths.shortest())
                ? "The shortest path, which shares objects with those below" : ""))
            .sections("paths", listed)
            .section("cut", "", cutAt(paths.cut())).section("cut_near_roots", "", cutAt(paths.cutNearStarts()));
        if (isSpeaking) {
            verdict(answer);
            answer.next("memdump referrers DUMP ADDRESS", "shows who refers to it, step by step, merged by class");
        } else if (heap.isRoot(object)) {
            answer.say("It is a root: nothing needs to hold it.");
        } else {
            answer.say("No path leads to it from a root: it is garbage, or held in a way that this does not look at.")
                .next("memdump referrers DUMP ADDRESS", "shows whether anything refers to it");
        }
        return answer.build();
    }

    private boolean isListed(int[] one) {
        for (int i = 0; i < paths.size(); i++) {
            if (Arrays.equals(paths.path(i), one)) {
                return true;
            }
        }
        return false;
    }

    /** Returns a path, for machines alone if it has no title. */
    private Answer path(int[] nodes, String title) {
        AnswerTable.Builder<ReferenceTable.Reference> table = tables.path(nodes);
        Answer.Builder answer = Answer.builder().fact("references", Math.max(0, nodes.length - 1));
        if (!title.isEmpty()) {
            answer.say(title).detail(line.of(nodes));
            table.column(tables.figure(Column.RETAINED_SIZE))
                .column(TableColumn.<ReferenceTable.Reference>text(null, row -> mark(row.to())).titled(""))
                .columns(tables.forPeople());
        }
        return answer.table(table.build()).build();
    }

    private Answer cutAt(int[] objects) {
        return Answer.builder()
            .list("roots", Arrays.stream(paths.cutStarts()).mapToObj(heap::name).collect(Collectors.toList()))
            .table(AnswerTable.ofObjects("rows", objects).columns(ObjectColumns.of(findings, COLUMNS))
                .whole().build()).build();
    }

    private void verdict(Answer.Builder answer) {
        if (!paths.isComplete()) {
            answer.say("There are more paths that share nothing with these (--count " + 2 * paths.size()
                + " looks for more).");
            return;
        }
        boolean isOne = paths.size() == 1;
        answer.say(isOne ? "Every path goes through"
            : "There is no further path that shares nothing with these. Every path goes through one of");
        for (int on : paths.cut()) {
            answer.detail("* " + named(on) + site(on));
        }
        for (int root : paths.cutStarts()) {
            answer.detail("- the reference from " + named(root) + " itself");
        }
        if (!cut.equals(farCut)) {
            answer.detail(isOne ? "and, nearer to the roots, through" : "and, nearer to the roots, through one of");
            for (int on : paths.cutNearStarts()) {
                answer.detail("+ " + named(on) + site(on));
            }
        }
        answer.say(isOne ? "Once it lets go, the object can be freed."
            : "Once all of these let go, the object can be freed.");
    }

    private String mark(int on) {
        return (cut.contains(on) ? "*" : "") + (farCut.contains(on) ? "+" : "");
    }

    private String named(int on) {
        return heap.isRoot(on) ? names.of(on) : names.of(on) + " " + heap.identity(on);
    }

    private String site(int on) {
        String site = heap.sites().place(heap.site(on));
        return site.isEmpty() ? "" : ", allocated at " + site;
    }
}
