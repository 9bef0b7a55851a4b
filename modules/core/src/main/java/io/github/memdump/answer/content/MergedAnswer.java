package io.github.memdump.answer.content;

import io.github.memdump.analysis.MergedPaths;
import io.github.memdump.analysis.MergedReferrers;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.array.Saturating;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.view.ObjectNames;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Trees of objects merged by class: the paths to many objects, and who refers to them. Immutable, thread-safe. */
public final class MergedAnswer {
    private final Heap heap;
    private final ObjectNames names;
    private final int most;
    private final ReferenceNames via;

    /** Prepares to speak of objects of a heap in trees of which the heaviest nodes are shown, {@code most} of them. */
    public MergedAnswer(Heap heap, int most, ReferenceNames via) {
        this.heap = heap;
        this.via = via;
        this.names = new ObjectNames(heap);
        this.most = most;
    }

    /** Returns the paths to some objects. */
    public Answer paths(MergedPaths paths, NodeSet chosen) {
        long bytes = 0;
        for (int object = chosen.nextMember(0); object >= 0; object = chosen.nextMember(object + 1)) {
            bytes = Saturating.sum(bytes, heap.memsize(object));
        }
        TreeRows rows = TreeRows.of(paths.size(), paths::parent, paths::selected, most);
        Answer.Builder answer = Answer.builder()
            .say(heap.facts().dumpName() + ": " + Figures.count(chosen.size(), "object") + " chosen, "
                + Figures.bytes(bytes) + (paths.unreached() == 0 ? ""
                : "; no path leads to " + Figures.count(paths.unreached()) + " of them"))
            .fact("objects", chosen.size()).fact("unreachable", paths.unreached()).fact("nodes", paths.size())
            .table(AnswerTable.<Integer>of("rows", rows.size(), rows::node)
                .firstOf(paths.size()).indented(rows::indent).columns(node(paths::parent))
                .column(TableColumn.count("root_distance", paths::depth))
                .column(TableColumn.<Integer>count("paths", paths::selected).titled("paths"))
                .column(TableColumn.<Integer>bytes("memsize", paths::selectedMemsize).titled("bytes"))
                .column(TableColumn.<Integer>count("count", paths::objects).titled("objects"))
                .columns(example(paths::example)).columns(NameWords.columns(via, paths::holder, paths::example))
                .note("paths: the number of chosen objects at or below this point; bytes: their size; objects: the"
                    + " number of objects at this point.").build());
        if (paths.size() == 0) {
            return answer.say(chosen.isEmpty() ? "The selection is true of no object."
                : "No path leads to any of them from a root: they are garbage.").build();
        }
        return answer.next("memdump paths DUMP ADDRESS", "shows all ways to one of them").build();
    }

    /** Returns who refers to some objects, of which node 0 consists, and who to these. */
    public Answer referrers(MergedReferrers referrers) {
        int groups = referrers.size() - 1;
        int objects = referrers.objects(0);
        TreeRows rows = TreeRows.of(referrers.size(), referrers::parent,
            node -> node == 0 ? Integer.MAX_VALUE : referrers.held(node), most == Integer.MAX_VALUE ? most : most + 1);
        Answer.Builder answer = Answer.builder()
            .say(heap.facts().dumpName() + ": " + (objects == 0 ? "the selection is true of no object."
                : (objects == 1 ? named(referrers.example(0)) : Figures.count(objects, "object") + " chosen")
                    + ", " + Figures.bytes(referrers.memsize(0))))
            .fact("objects", objects).fact("memsize", referrers.memsize(0)).fact("nodes", referrers.size())
            // Node 0 stands above all others, so in the first row.
            .table(AnswerTable.<Integer>of("rows", rows.size() - 1, row -> rows.node(row + 1))
                .firstOf(groups).indented(row -> rows.indent(row + 1).replace('→', '←'))
                .columns(node(referrers::parent))
                .column(TableColumn.count("depth", referrers::depth))
                .column(TableColumn.<Integer>count("held", referrers::held).titled("held"))
                .column(TableColumn.<Integer>count("references", referrers::references).titled("references"))
                .column(TableColumn.<Integer>count("count", referrers::objects).titled("objects"))
                .column(TableColumn.<Integer>bytes("memsize", referrers::memsize).titled("bytes"))
                .columns(example(referrers::example))
                .columns(NameWords.columns(via, referrers::example, referrers::heldExample))
                .column(TableColumn.flag("expanded", referrers::isExpanded))
                .note("held: how many objects of the line above are referred to, by how many references of how many"
                    + " objects.").build());
        if (objects > 0 && groups == 0) {
            return answer.say("Nothing refers to " + (objects == 1 ? "it" : "them") + " from outside.").build();
        }
        return objects == 0 ? answer.build()
            : answer.next("memdump paths DUMP ADDRESS", "shows the ways from the roots to one of them").build();
    }

    private static List<TableColumn<Integer>> node(IntUnaryOperator parent) {
        return List.of(TableColumn.numbers(CellKind.NUMBER, "node", node -> node),
            TableColumn.numbers(CellKind.NUMBER, "parent", node -> {
                int above = parent.applyAsInt(node);
                return above == MergedPaths.NO_PARENT ? TableColumn.ABSENT : above;
            }));
    }

    private List<TableColumn<Integer>> example(IntUnaryOperator example) {
        return List.of(
            TableColumn.<Integer>text(CellKind.CLASS, "key", node -> names.of(example.applyAsInt(node)))
                .titled("class"),
            TableColumn.text(CellKind.OBJECT, "example", node -> heap.identity(example.applyAsInt(node))),
            TableColumn.<Integer>text(CellKind.OBJECT, null, node -> heap.isRoot(example.applyAsInt(node)) ? ""
                : heap.identity(example.applyAsInt(node))).titled("one of them"));
    }

    private String named(int object) {
        return names.of(object) + " " + heap.identity(object);
    }
}
