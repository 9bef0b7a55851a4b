package io.github.memdump.answer.content.record;

import io.github.memdump.analysis.string.DuplicateStrings.WastefulSite;
import io.github.memdump.analysis.string.DuplicateStrings;
import io.github.memdump.analysis.string.Share;
import io.github.memdump.analysis.string.StringCopies;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.content.ValueWords;
import io.github.memdump.heap.Heap;
import io.github.memdump.value.StringDigests;
import io.github.memdump.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Duplicate strings; their values only if they are given. Immutable, thread-safe. */
public final class StringsAnswer {
    /** How many classes, sites and holders of a string machines see. */
    private static final int SHARES = 5;
    private static final int SITES_SHOWN = 15;
    private static final int WIDEST_VALUE = 60;

    private final Heap heap;
    private final DuplicateStrings duplicates;
    private final Value[] texts;
    private final boolean comparing;
    private final Map<StringDigests.Kind, Integer> strings;

    /** Prepares to speak of strings, of the first of which {@code texts} has the values unless it is empty. */
    public StringsAnswer(Heap heap, DuplicateStrings duplicates, Value[] texts, boolean comparing) {
        this.heap = heap;
        this.duplicates = duplicates;
        this.texts = texts;
        this.comparing = comparing;
        this.strings = duplicates.strings();
    }

    /** Returns what there is to say, with some of the strings. */
    public Answer of(int rows) {
        int total = strings.values().stream().mapToInt(Integer::intValue).sum();
        Answer.Builder answer = Answer.builder().fact("strings", total)
            .fact("compared", number(StringDigests.Kind.KNOWN))
            .fact("shared", number(StringDigests.Kind.SHARED))
            .fact("omitted", number(StringDigests.Kind.OMITTED))
            .fact("incomplete", number(StringDigests.Kind.INCOMPLETE))
            .fact("unreadable", number(StringDigests.Kind.UNREADABLE))
            .fact("distinct", duplicates.distinct()).fact("duplicated", duplicates.size())
            .fact("copies", duplicates.copies()).fact("wasted", duplicates.wasted())
            .say(heap.facts().dumpName() + ": " + Figures.count(total, "string") + ", "
                + Figures.count(number(StringDigests.Kind.KNOWN)) + " compared, "
                + Figures.count(duplicates.distinct()) + " different");
        String notCompared = notCompared();
        answer.detailIf(!notCompared.isEmpty(), "Not compared: " + notCompared);
        boolean isAny = duplicates.size() > 0;
        answer.detail(!isAny ? "No string is there more than once" + (comparing ? " because of a new copy." : ".")
            : Figures.count(duplicates.size(), "string") + (duplicates.size() == 1 ? " is" : " are")
                + " there more than once, in " + Figures.count(duplicates.copies())
                + (comparing ? " new copies" : " copies") + ", which waste " + Figures.bytes(duplicates.wasted()));
        answer.table(groups(rows)).table(sites());
        return (isAny ? answer.next("memdump show DUMP ADDRESS", "shows who holds one of them"
            + (texts.length == 0 ? "; --values shows the strings" : ""))
            : answer.next("memdump dominators DUMP", "shows what retains most")).build();
    }

    private int number(StringDigests.Kind kind) {
        return strings.getOrDefault(kind, 0);
    }

    private String notCompared() {
        List<String> parts = new ArrayList<>();
        part(parts, StringDigests.Kind.SHARED, "use the buffer of another");
        // Ruby leaves out some values, never all: hardly a string of a process is binary.
        part(parts, StringDigests.Kind.OMITTED, number(StringDigests.Kind.KNOWN) > 0
            ? "left out by Ruby (binary, not valid or not ASCII)"
            : "without a value: the dump has none. memdump leaves values out of the dumps that it writes (select, diff"
                + " and others copy them with --values; redact never); compare strings in the dump that Ruby wrote");
        part(parts, StringDigests.Kind.INCOMPLETE, "shorter or longer in the dump than they were");
        part(parts, StringDigests.Kind.UNREADABLE, "in damaged records");
        return String.join("; ", parts);
    }

    private void part(List<String> parts, StringDigests.Kind kind, String meaning) {
        if (number(kind) > 0) {
            parts.add(Figures.count(number(kind)) + " " + meaning);
        }
    }

    private AnswerTable<Integer> groups(int rows) {
        AnswerTable.Builder<Integer> table = AnswerTable.<Integer>of("rows", rows, row -> row)
            .firstOf(duplicates.size())
            .column(group(CellKind.BYTES, "wasted", StringCopies::wasted).titled("wasted"))
            .column(TableColumn.<Integer>text(CellKind.COUNT, null, row -> copies(duplicates.group(row)))
                .titled(comparing ? "new copies" : "copies"))
            .column(group(CellKind.COUNT, "bytes", StringCopies::bytes).titled("bytes each"))
            .column(TableColumn.text("encoding", row -> duplicates.group(row).encoding()))
            .column(TableColumn.text("hash", row -> duplicates.group(row).hash()))
            .column(group(CellKind.COUNT, "copies", StringCopies::size));
        if (comparing) {
            table.column(group(CellKind.COUNT, "new_copies", StringCopies::counted));
        }
        table.column(group(CellKind.BYTES, "memsize", StringCopies::memsize));
        if (texts.length > 0) {
            table.columns(ValueWords.columns(row -> texts[row]));
        }
        return table
            .column(TableColumn.<Integer>text(null, row -> texts.length == 0 ? duplicates.group(row).hash()
                : beginning(ValueWords.cell(texts[row]))).titled(texts.length == 0 ? "hash" : "value"))
            .column(TableColumn.<Integer>text(CellKind.CLASS, null, row -> className(duplicates.group(row).classes()))
                .titled("class"))
            .column(TableColumn.<Integer>text(CellKind.OBJECT, "object",
                row -> heap.identity(duplicates.group(row).example())).titled("one of them"))
            .column(TableColumn.<Integer>text(CellKind.SITE, null,
                row -> heap.sites().place(duplicates.group(row).sites().get(0).number()))
                .titled("mostly allocated at").orElse("(not traced)"))
            .column(TableColumn.<Integer>text(CellKind.CLASS, null, row -> className(duplicates.group(row).holders()))
                .titled("mostly held by"))
            .column(TableColumn.innerTable("classes", row -> classes("copies", duplicates.group(row).classes())))
            .column(TableColumn.innerTable("sites", row -> AnswerTable.of("sites", first(duplicates.group(row).sites()))
                .columns(site(Share::number)).column(TableColumn.count("copies", Share::count)).build()))
            .column(TableColumn.innerTable("holders", row -> classes("references", duplicates.group(row).holders())))
            .build();
    }

    private TableColumn<Integer> group(CellKind kind, String field, ToLongFunction<StringCopies> of) {
        return TableColumn.numbers(kind, field, row -> of.applyAsLong(duplicates.group(row)));
    }

    private static String copies(StringCopies group) {
        int old = group.size() - group.counted();
        return Figures.count(group.counted()) + (old == 0 ? "" : " (+" + Figures.count(old) + " old)");
    }

    /** Of a value the beginning says most, of what else stands in a table the end. */
    private static String beginning(String value) {
        return value.codePointCount(0, value.length()) <= WIDEST_VALUE ? value
            : value.substring(0, value.offsetByCodePoints(0, WIDEST_VALUE - 1)) + "…";
    }

    private String className(List<Share> shares) {
        return shares.isEmpty() ? "" : heap.classes().name(shares.get(0).number());
    }

    private AnswerTable<Share> classes(String counted, List<Share> shares) {
        return AnswerTable.of("classes", first(shares))
            .column(TableColumn.text(CellKind.CLASS, "class", share -> heap.classes().name(share.number())))
            .column(TableColumn.count(counted, Share::count)).build();
    }

    private AnswerTable<WastefulSite> sites() {
        return AnswerTable.of("sites", duplicates.sites()).showing(SITES_SHOWN).whole()
            .titled("Where the copies beyond the first were allocated")
            .column(TableColumn.<WastefulSite>bytes("wasted", WastefulSite::wasted).titled("wasted"))
            .column(TableColumn.<WastefulSite>count("copies", WastefulSite::copies).titled("copies"))
            .column(TableColumn.<WastefulSite>text(CellKind.SITE, null, row -> heap.sites().place(row.site()))
                .titled("allocated at").orElse("(not traced)"))
            .columns(site(WastefulSite::site))
            .column(TableColumn.<WastefulSite>text(null, row -> heap.sites().method(row.site())).titled("method"))
            .build();
    }

    private <R> List<TableColumn<R>> site(ToIntFunction<R> site) {
        return List.of(TableColumn.text("file", row -> heap.sites().file(site.applyAsInt(row))),
            TableColumn.numbers(CellKind.NUMBER, "line", row -> heap.sites().line(site.applyAsInt(row))),
            TableColumn.text("method", row -> heap.sites().method(site.applyAsInt(row))));
    }

    private static List<Share> first(List<Share> shares) {
        return shares.subList(0, Math.min(SHARES, shares.size()));
    }
}
