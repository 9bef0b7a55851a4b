package io.github.memdump.answer.content;

import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.suspect.border.BorderGroups;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.content.site.SiteWords;
import io.github.memdump.graph.BreadthFirst;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.source.SourceLines;
import io.github.memdump.view.ObjectNames;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where the old part of the heap holds on to the new one. */
public final class BorderAnswer {
    /** So many rows people see unless they ask for more. */
    public static final int SHOWN = 40;
    /** The lines of source of so many rows stand below the table. */
    private static final int SOURCES = 10;
    private static final List<Column> COLUMNS = List.of(Column.OBJECT, Column.ADDRESS, Column.TYPE, Column.CLASS,
        Column.MEMSIZE, Column.ROOT_DISTANCE, Column.KEEPALIVE_COUNT, Column.KEEPALIVE_NEW_COUNT,
        Column.RETAINED_COUNT, Column.RETAINED_SIZE, Column.GENERATION, Column.FILE, Column.LINE, Column.METHOD);
    private static final Map<Column, String> TITLES = Map.of(Column.KEEPALIVE_NEW_COUNT, "keepalive_new",
        Column.RETAINED_COUNT, "retained", Column.KEEPALIVE_COUNT, "keepalive", Column.ROOT_DISTANCE, "distance");

    private BorderAnswer() {
    }

    /**
     * Begins an answer about findings with a border, of whose objects some are listed: for people in groups, unless
     * they want each.
     */
    public static Answer.Builder begin(Findings findings, int[] rows, BorderGroups groups, boolean isEach,
            ReferenceNames via, SourceLines lines) {
        SiteWords sites = new SiteWords(findings.heap(), lines);
        HeapDiff diff = findings.diff().orElseThrow();
        Border border = findings.border().orElseThrow();
        Answer.Builder answer = PairAnswer.begin(diff).fact("new_objects", diff.newObjects().size())
            .fact("old_border", border.oldBorder().size()).fact("new_border", border.newBorder().size())
            .fact("edges_across", border.edgesAcross());
        if (diff.isSame()) {
            BarrierWords.list(answer, findings.stops());
            return answer.detail("The two dumps are the same: nothing is new, so there is no border.")
                .table(table(findings, rows, via, sites));
        }
        answer.detail("border: " + headline(border.oldBorder().size(), border.newBorder().size(),
            border.edgesAcross()));
        BarrierWords.say(answer, findings.stops());
        PairAnswer.identity(answer, diff);
        AnswerTable<Integer> each = table(findings, rows, via, sites);
        AnswerTable<BorderGroups.Row> grouped = groups(findings.heap(), groups, via, sites);
        if (isEach) {
            answer.table(each).table(grouped.forMachinesAlone());
        } else {
            answer.table(each.forMachinesAlone()).table(grouped);
        }
        addSource(answer, sites, isEach ? Arrays.stream(rows).map(findings.heap()::site)
            : groups.rows().stream().mapToInt(BorderGroups.Row::site));
        return answer;
    }

    /** Adds the lines of source of the first rows, below the table: there they would make it too wide to read. */
    private static void addSource(Answer.Builder answer, SiteWords sites, IntStream ofRows) {
        List<String> shown = ofRows.limit(SOURCES).filter(site -> !sites.source(site).isEmpty())
            .mapToObj(sites::beside).distinct().collect(Collectors.toList());
        if (!shown.isEmpty()) {
            answer.say("In the source:");
            shown.forEach(answer::detail);
        }
    }

    /** Returns in words how many objects hold how many over the border. */
    public static String headline(long old, long held, long references) {
        return Figures.count(old, "old object") + (old == 1 ? " holds " : " hold ") + Figures.count(held, "new object")
            + " by " + Figures.count(references, "reference");
    }

    private static AnswerTable<BorderGroups.Row> groups(Heap heap, BorderGroups groups,
            ReferenceNames via, SiteWords sites) {
        ObjectNames names = new ObjectNames(heap);
        PlaceWords places = new PlaceWords(heap, names, via);
        boolean hasGrown = groups.rows().stream().limit(SHOWN).anyMatch(row -> row.grown() > 0);
        AnswerTable.Builder<BorderGroups.Row> table = AnswerTable.of("groups", groups.rows()).showing(SHOWN)
            .column(TableColumn.<BorderGroups.Row>count("keepalive_new_count", BorderGroups.Row::keptNew)
                .titled("keeps new"))
            .column(TableColumn.<BorderGroups.Row>bytes("retained_size", BorderGroups.Row::retained).titled("retained"))
            .column(TableColumn.<BorderGroups.Row>bytes("grown_memsize", BorderGroups.Row::grown));
        if (hasGrown) {
            table.column(TableColumn.<BorderGroups.Row>bytes(null, BorderGroups.Row::grown).titled("grew by"));
        }
        return table
            .column(TableColumn.<BorderGroups.Row>count("objects", BorderGroups.Row::objects).titled("objects"))
            .column(TableColumn.<BorderGroups.Row>count("suspect", BorderGroups.Row::suspect))
            .column(TableColumn.<BorderGroups.Row>text(CellKind.CLASS, "class", row -> names.of(row.example()))
                .titled("class"))
            .column(TableColumn.<BorderGroups.Row>text(CellKind.CLASS, "holder_name", row ->
                row.holder() == Heap.NO_OBJECT ? "nothing that a root reaches" : places.ofPath(
                    groups.path(row, PlaceWords.STEPS), 1)).titled("held by"))
            .column(TableColumn.<BorderGroups.Row>text(CellKind.OBJECT, "holder", row ->
                row.holder() == Heap.NO_OBJECT ? "" : heap.identity(row.holder())).titled("holder"))
            .column(TableColumn.text(CellKind.SITE, "site", row -> heap.sites().place(row.site())))
            .column(TableColumn.text("source", row -> sites.source(row.site())))
            .column(NameWords.via("via", via, BorderGroups.Row::holder, BorderGroups.Row::example))
            .column(TableColumn.<BorderGroups.Row>text(CellKind.SITE, null, row -> heap.sites().place(row.site()))
                .titled("allocated at")).build();
    }

    private static AnswerTable<Integer> table(Findings findings, int[] rows, ReferenceNames via,
            SiteWords sites) {
        return AnswerTable.ofObjects("rows", rows).showing(SHOWN)
            .columns(ObjectColumns.of(findings, COLUMNS))
            .columns(ObjectColumns.titled(findings, TITLES, Column.KEEPALIVE_NEW_COUNT, Column.RETAINED_COUNT,
                Column.RETAINED_SIZE, Column.KEEPALIVE_COUNT, Column.ROOT_DISTANCE))
            .column(TableColumn.<Integer>text(CellKind.CLASS, null, object -> className(findings, object))
                .titled("class"))
            .column(ObjectColumns.of(findings, Column.OBJECT).forPeople("object"))
            .column(TableColumn.text("source", object -> sites.source(findings.heap().site(object))))
            .column(TableColumn.<Integer>text(CellKind.SITE, null,
                object -> findings.heap().sites().place(findings.heap().site(object))).titled("allocated at"))
            .columns(NameWords.columns(via, object -> holder(findings, object), object -> object)).build();
    }

    /** Returns the object that holds another on a shortest path, if a root reaches it. */
    private static int holder(Findings findings, int object) {
        int parent = findings.fromRoots().orElseThrow().parent(object);
        return parent == BreadthFirst.NO_PARENT ? Heap.NO_OBJECT : parent;
    }

    /** Returns the objects whose references {@link #begin} names: on the paths of some groups, and holders of rows. */
    public static int[] holders(Findings findings, int[] rows, BorderGroups groups, int mostGroups) {
        IntStream onPaths = groups.rows().stream().limit(mostGroups)
            .filter(row -> row.holder() != Heap.NO_OBJECT).flatMapToInt(row -> Arrays.stream(groups.path(row,
                PlaceWords.STEPS)));
        return IntStream.concat(onPaths, Arrays.stream(rows).map(object -> holder(findings, object))).distinct()
            .toArray();
    }

    private static String className(Findings findings, int object) {
        return findings.text(Column.CLASS, object) + findings.diff().orElseThrow().own().kind(object)
            .map(kind -> " (the dump's own " + kind.word() + ")").orElse("");
    }
}
