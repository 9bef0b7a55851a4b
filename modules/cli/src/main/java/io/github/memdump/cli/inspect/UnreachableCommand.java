package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.analysis.Unreachable;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.content.HistogramTable;
import io.github.memdump.answer.content.ObjectColumns;
import io.github.memdump.array.Saturating;
import io.github.memdump.cli.command.AnalysingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.By;
import io.github.memdump.file.Target;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.ObjectNames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What no root reaches. */
@Command(name = "unreachable", header = {"Shows objects that no root reaches.", ""}, description = {
    "Objects in the dump to which no path of references leads from any ROOT record. They are one of these:", "",
    "  garbage        dead and not yet collected; many, if no GC ran before the dump (call GC.start first)",
    "  hidden roots   alive by something the dump does not list, such as a C extension that marks on its own; those"
        + " count as garbage here, and are still there in a later dump", "",
    "An object keeps its class alive, though a dump does not list that reference. What is alive only so, classes and"
        + " what they hold, is counted as held by class; it is unreachable with --plain-references alone.", "",
    "The heads of the garbage are the objects that no other garbage refers to, and cycles that nothing refers to: what"
        + " each holds is what goes with it.", ""},
    footer = {"", "Examples:", "  memdump unreachable after.json.gz",
        "  memdump unreachable --by site --top 20 -o garbage.csv before.json.gz", "",
        "Next: garbage that comes back in each dump is churn; where it is made: memdump unreachable --by site DUMP"})
public final class UnreachableCommand extends AnalysingCommand {
    private static final int SHOWN = 20;
    private static final List<Column> COLUMNS = List.of(Column.OBJECT, Column.ADDRESS, Column.TYPE, Column.CLASS,
        Column.NAME, Column.MEMSIZE, Column.GENERATION, Column.FILE, Column.LINE, Column.METHOD);

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Mixin
    private By by;

    @Mixin
    private Top top;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
        description = "Write the unreachable objects to this file: JSON if its name ends in .json, else CSV.")
    private Path output;

    public UnreachableCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        Optional<Target> to = target(output);
        Heap heap = load(dump);
        Unreachable unreachable = Unreachable.of(heap, task());
        Answer figures = figures(heap, unreachable);
        if (to.isPresent()) {
            output().save(Answer.builder().add(figures).table(AnswerTable.ofObjects("rows",
                unreachable.objects().toArray()).columns(ObjectColumns.of(Findings.of(heap).build(), COLUMNS))
                .whole().build()).build(), to.get());
        }
        NodeSet objects = unreachable.objects();
        Answer.Builder answer = Answer.builder().add(figures)
            .say(heap.facts().dumpName() + ": " + amount(heap, objects) + " reachable from no root, of "
                + Figures.count(heap.objectCount()))
            .detail("garbage", amount(heap, unreachable.garbage())
                + ", dead and not yet collected, or alive by a root that the dump does not list")
            .detail("held by class", amount(heap, unreachable.heldByClass()) + ", alive through their instances"
                + (heap.isOverPlainReferences() ? "" : "; they count as reachable"))
            .fact("by", by.id())
            .table(HistogramTable.of(Histogram.of(heap, by.grouping(), objects).rows(), by.grouping(), SHOWN))
            .table(heads(heap, unreachable.heads()));
        if (objects.isEmpty()) {
            return answer.say("No garbage is waiting to be collected.").build();
        }
        if (to.isPresent()) {
            answer.say(output + ": " + Figures.count(objects.size(), "row"));
        }
        return answer.next("", "what stays although it should go is reachable: memdump suspects DUMP").build();
    }

    private static Answer figures(Heap heap, Unreachable unreachable) {
        return Answer.builder().fact("unreachable", unreachable.objects().size())
            .fact("unreachable_memsize", memsize(heap, unreachable.objects()))
            .fact("held_by_class", unreachable.heldByClass().size())
            .fact("held_by_class_memsize", memsize(heap, unreachable.heldByClass()))
            .fact("garbage", unreachable.garbage().size())
            .fact("garbage_memsize", memsize(heap, unreachable.garbage()))
            .fact("garbage_heads", unreachable.heads().size()).build();
    }

    private static AnswerTable<Unreachable.Head> heads(Heap heap, List<Unreachable.Head> heads) {
        ObjectNames names = new ObjectNames(heap);
        return AnswerTable.of("heads", heads).showing(SHOWN)
            .titled("Heads of the garbage: nothing else refers to them")
            .column(TableColumn.<Unreachable.Head>bytes("held_size", Unreachable.Head::heldSize).titled("held_size"))
            .column(TableColumn.<Unreachable.Head>count("held_count", Unreachable.Head::heldCount).titled("objects"))
            .column(TableColumn.count("cycle", Unreachable.Head::cycle))
            .column(TableColumn.<Unreachable.Head>count(null, head -> head.cycle() == 1 ? TableColumn.ABSENT
                : head.cycle()).titled("cycle of"))
            .column(TableColumn.text("type", head -> heap.typeName(head.object())))
            .column(TableColumn.text(CellKind.CLASS, "class", head -> heap.className(head.object())))
            .column(TableColumn.text("name", head -> heap.name(head.object())))
            .column(TableColumn.<Unreachable.Head>text(CellKind.CLASS, null, head -> names.of(head.object()))
                .titled("what"))
            .column(TableColumn.<Unreachable.Head>text(CellKind.OBJECT, "object", head -> heap.identity(head.object()))
                .titled("object"))
            .column(TableColumn.<Unreachable.Head>text(CellKind.SITE, "site",
                head -> heap.sites().place(heap.site(head.object()))).titled("allocated at")).build();
    }

    private static String amount(Heap heap, NodeSet objects) {
        return Figures.count(objects.size(), "object") + " (" + Figures.bytes(memsize(heap, objects)) + ")";
    }

    private static long memsize(Heap heap, NodeSet objects) {
        long[] size = {0};
        objects.forEach(object -> size[0] = Saturating.sum(size[0], heap.memsize(object)));
        return size[0];
    }
}
