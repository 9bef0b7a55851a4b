package io.github.memdump.answer.content;

import io.github.memdump.analysis.DumpSummary;
import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.Grouping;
import io.github.memdump.analysis.GrowthRow;
import io.github.memdump.analysis.SurvivorHolders;
import io.github.memdump.analysis.SurvivorSite;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.array.Saturating;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.HeldObjects;
import io.github.memdump.view.ObjectNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What came and stayed over several dumps, and what holds it. Immutable, thread-safe. */
public final class GrowthAnswer {
    private static final int SHOWN = 20;

    private final Growth growth;
    private final SurvivorHolders holders;
    private final HeldObjects held;
    private final Heap heap;
    private final int dumps;
    private final List<SurvivorSite> sites;
    private final Grouping by;

    /** Prepares to speak of growth, of what holds the survivors, and by what that is held itself. */
    public GrowthAnswer(Growth growth, SurvivorHolders holders, HeldObjects held) {
        this(growth, holders, held, Grouping.CLASS);
    }

    /** Prepares to speak of growth by one of the groupings that are kept of dumps. */
    public GrowthAnswer(Growth growth, SurvivorHolders holders, HeldObjects held, Grouping by) {
        this.by = by;
        this.held = held;
        this.growth = growth;
        this.holders = holders;
        this.heap = growth.heap();
        this.dumps = growth.dumps().size();
        this.sites = growth.bySite();
    }

    /** Begins an answer with dumps, classes, sites and holders. */
    public Answer.Builder begin() {
        boolean hasSurvivors = !growth.survivors().isEmpty();
        long memsize = sites.stream().mapToLong(SurvivorSite::memsize).reduce(0, Saturating::sum);
        Answer.Builder answer = Answer.builder().table(dumps())
            .say("Survivors: " + Figures.count(growth.survivors().size(), "object") + ", " + Figures.bytes(memsize)
                + ", came after dump 1 and before dump " + (dumps - 1) + " and are still there in dump " + dumps + ".")
            .detail(growth.byAddress() == 0 && growth.toldApartByClass() == 0
                ? "All objects were told apart by address and generation."
                : Figures.count(growth.byAddress(), "object") + " without a generation were taken for the same by"
                    + " address, type and class alone; " + Figures.count(growth.toldApartByClass())
                    + " for new because type or class differ.")
            .fact("survivors", growth.survivors().size()).fact("survivors_memsize", memsize)
            .fact("by_address", growth.byAddress()).fact("told_apart_by_class", growth.toldApartByClass())
            .fact("edges_across", holders.border().edgesAcross())
            .fact("survivors_held", holders.border().newBorder().size());
        if (!hasSurvivors) {
            return answer.say("Nothing that came after the first dump has stayed.")
                .table(classes().forMachinesAlone()).table(sites().forMachinesAlone())
                .table(holders().forMachinesAlone());
        }
        return answer.table(classes()).table(sites()).table(holders());
    }

    /** Returns how many rows each table has, but the one of the dumps. */
    public Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        for (AnswerTable<?> table : List.of(classes(), sites(), holders())) {
            sizes.put(table.field(), table.size());
        }
        return sizes;
    }

    /** Returns the dumps in their order: what each has, and how much came before it and stayed. */
    public AnswerTable<Integer> dumps() {
        List<DumpSummary> all = growth.dumps();
        return AnswerTable.<Integer>of("dumps", dumps, dump -> dump).whole()
            .column(TableColumn.<Integer>numbers(CellKind.NUMBER, null, dump -> dump + 1).titled("dump"))
            .column(TableColumn.<Integer>count("objects", dump -> all.get(dump).objectCount()).titled("objects"))
            .column(TableColumn.<Integer>bytes("memsize", dump -> all.get(dump).memsize()).titled("bytes"))
            .column(TableColumn.<Integer>count("cohort_count", dump -> growth.cohortMembers(dump).size())
                .titled("new and still there"))
            .column(TableColumn.<Integer>text("dump", dump -> all.get(dump).name()).titled("file")).build();
    }

    /** Returns the groups of which something stayed or that grow at every step, those that grow first; linear time. */
    public List<GrowthRow> rows() {
        return growth.by(by).stream().filter(row -> row.survivors() > 0 || row.growsAtEveryStep())
            .collect(Collectors.toList());
    }

    private AnswerTable<GrowthRow> classes() {
        AnswerTable.Builder<GrowthRow> table = AnswerTable.of("rows", rows()).showing(SHOWN).titled("By " + name())
            .column(TableColumn.<GrowthRow>fractions(CellKind.SLOPE, "slope", GrowthRow::slope).titled("per step"));
        for (int dump = 0; dump < dumps; dump++) {
            int at = dump;
            table.column(TableColumn.<GrowthRow>count(null, row -> row.count(at)).titled("in " + (dump + 1)));
        }
        return table.column(TableColumn.fractions(CellKind.SLOPE, "memsize_slope", GrowthRow::memsizeSlope))
            .column(TableColumn.numberList("counts", row -> numbers(0, dumps, row::count)))
            .column(TableColumn.numberList("memsizes", row -> numbers(0, dumps, row::memsize)))
            .column(TableColumn.<GrowthRow>count("survivors", GrowthRow::survivors).titled("survivors"))
            .column(TableColumn.<GrowthRow>bytes("survivors_memsize", GrowthRow::survivorMemsize).titled("bytes"))
            .column(TableColumn.<GrowthRow>text(by == Grouping.CLASS || by == Grouping.KIND ? CellKind.CLASS
                : CellKind.TEXT, "key", GrowthRow::key).titled(name()))
            .column(TableColumn.flag("grows_at_every_step", GrowthRow::growsAtEveryStep))
            .column(TableColumn.<GrowthRow>text(null, row -> row.growsAtEveryStep() ? "grows at every step" : "")
                .titled("")).build();
    }

    private String name() {
        return by.name().toLowerCase(Locale.ROOT);
    }

    private AnswerTable<SurvivorSite> sites() {
        return cohorts(AnswerTable.of("sites", sites), dumps - 1, SurvivorSite::count).showing(SHOWN)
            .titled("Survivors by class and line, by the dumps between which they came")
            .column(TableColumn.<SurvivorSite>bytes("memsize", SurvivorSite::memsize).titled("bytes"))
            .column(TableColumn.<SurvivorSite>text(CellKind.CLASS, "class", SurvivorSite::className).titled("class"))
            .column(TableColumn.<SurvivorSite>text(CellKind.SITE, "site", SurvivorSite::site).titled("allocated at")
                .orElse(HistogramTable.UNKNOWN))
            .column(TableColumn.text(CellKind.OBJECT, "example", row -> heap.identity(row.example())))
            .column(TableColumn.count("count", SurvivorSite::count))
            .column(TableColumn.numberList("by_cohort", row -> numbers(1, dumps - 1, row::count))).build();
    }

    private AnswerTable<SurvivorHolders.Row> holders() {
        ObjectNames names = new ObjectNames(heap);
        return cohorts(AnswerTable.of("holders", holders.rows())
            .column(TableColumn.<SurvivorHolders.Row>count("keepalive_survivors", SurvivorHolders.Row::keepAlive)
                .titled("largest")), dumps, SurvivorHolders.Row::held).showing(SHOWN)
            .titled("What holds survivors, how many objects it refers to by the dumps between which they came, and how"
                + " many survivors hang on the largest of them")
            .column(TableColumn.<SurvivorHolders.Row>text(CellKind.CLASS, null, row -> names.of(row.object()))
                .titled("holder")).columns(NameWords.columns(held, heap, SurvivorHolders.Row::object))
            .column(TableColumn.text(CellKind.OBJECT, "object", row -> heap.identity(row.object())))
            .column(TableColumn.<SurvivorHolders.Row>text(CellKind.OBJECT, null,
                row -> heap.isRoot(row.object()) ? "" : heap.identity(row.object())).titled("object"))
            .column(TableColumn.text("type", row -> heap.typeName(row.object())))
            .column(TableColumn.text(CellKind.CLASS, "class", row -> heap.className(row.object())))
            .column(TableColumn.text("name", row -> heap.name(row.object())))
            .column(TableColumn.numbers(CellKind.NUMBER, "cohort", row -> growth.cohort(row.object())))
            .column(TableColumn.<SurvivorHolders.Row>text(null, row -> came(growth.cohort(row.object())))
                .titled("came"))
            .column(TableColumn.count("held", SurvivorHolders.Row::held))
            .column(TableColumn.numberList("held_by_cohort", row -> numbers(1, dumps, row::held))).build();
    }

    private static String came(int cohort) {
        return cohort == Growth.NO_COHORT ? "" : cohort == 0 ? "before 1" : "after " + cohort;
    }

    /** A number of a row by cohort. */
    private interface ByCohort<R> {
        long count(R row, int cohort);
    }

    /** Adds a column for people for each cohort from 1 on. */
    private static <R> AnswerTable.Builder<R> cohorts(AnswerTable.Builder<R> table, int end, ByCohort<R> count) {
        for (int cohort = 1; cohort < end; cohort++) {
            int at = cohort;
            ToLongFunction<R> cells = row -> count.count(row, at);
            table.column(TableColumn.count(null, cells).titled(cohort + " to " + (cohort + 1)));
        }
        return table;
    }

    private static long[] numbers(int from, int to, IntToLongFunction number) {
        return IntStream.range(from, to).mapToLong(number).toArray();
    }
}
