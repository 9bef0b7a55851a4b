package io.github.memdump.cli.live;

import io.github.memdump.analysis.unused.HeapPages;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.content.NameWords;
import io.github.memdump.answer.process.PageWords;
import io.github.memdump.cli.command.AnalysingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.HeldObjects;
import io.github.memdump.value.RecordFact;
import io.github.memdump.value.RecordFacts;
import io.github.memdump.view.RecipeCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Draws how full the pages of a heap are. */
@Command(name = "pages", header = {"Draws how full the pages of a heap are, and what holds nearly empty ones.", ""},
    description = {
        "Ruby keeps its objects in pages (64 KiB since Ruby 3.2, 16 KiB before), and gives a page back only when"
            + " nothing is left in it: a few objects that live long, scattered over many pages, keep memory that is"
            + " free otherwise. The table shows pages by the size of their slots, the map one sign for each page or"
            + " for several side by side, from . (nearly empty) to @ (full), the second table what lies in pages of"
            + " which less than a quarter is in use.", "",
        "A dump knows no pages without objects, and the size of slots is told by the distances of objects. What the"
            + " process itself says, free pages included: memdump where PID.", "",
        "JSON: page_size, pages, objects, slots, sparse_pages, old, pinned; rows (slot_size, pages, sparse_pages,"
            + " objects, slots, old, pinned); holders (class, site, objects, pages, example,"
            + " via, held_by).", ""},
    footer = {"", "Examples:", "  memdump pages after.json.gz", "",
        "Next: look where what holds the pages hangs: memdump paths DUMP --where 'class = NAME'"})
public final class PagesCommand extends AnalysingCommand {
    private static final int SHOWN = 15;

    @Mixin
    private Top top;

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    /** Makes the command. */
    public PagesCommand(Session session) {
        super(session);
    }

    /** The pages of one size of slot. */
    private static final class Row {
        private final int slotSize;
        private final List<HeapPages.Page> pages;

        private Row(int slotSize, List<HeapPages.Page> pages) {
            this.slotSize = slotSize;
            this.pages = pages;
        }

        private long sparse() {
            return pages.stream().filter(page -> page.fill() < HeapPages.SPARSE).count();
        }

        private long objects() {
            return pages.stream().mapToLong(HeapPages.Page::objects).sum();
        }

        private long old() {
            return pages.stream().mapToLong(HeapPages.Page::old).sum();
        }

        private long pinned() {
            return pages.stream().mapToLong(HeapPages.Page::pinned).sum();
        }

        private long slots() {
            return pages.stream().mapToLong(HeapPages.Page::slots).sum();
        }
    }

    @Override
    protected void run() throws IOException {
        keepStreams();
        Heap loaded = load(dump);
        int[] objects = IntStream.range(0, loaded.objectCount()).toArray();
        HeapPages heap = HeapPages.of(loaded,
            RecordFacts.of(values(loaded, dump), objects, List.of(RecordFact.OLD, RecordFact.PINNED), task()), task());
        Row all = new Row(0, heap.pages());
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<Integer, List<HeapPages.Page>> size : heap.bySlotSize().entrySet()) {
            rows.add(new Row(size.getKey(), size.getValue()));
        }
        Answer.Builder answer = Answer.builder().facts(PageWords.facts(heap)).fact("old", all.old())
            .fact("pinned", all.pinned());
        answer.say(PageWords.fill(heap)).detail(PageWords.sparse(heap));
        answer.table(AnswerTable.of("rows", rows)
            .column(TableColumn.<Row>count("slot_size", row -> row.slotSize).titled("slot"))
            .column(TableColumn.<Row>count("pages", row -> row.pages.size()).titled("pages"))
            .column(TableColumn.count("sparse_pages", Row::sparse).titled("sparse"))
            .column(TableColumn.count("objects", Row::objects).titled("objects"))
            .column(TableColumn.count("slots", Row::slots).titled("room for"))
            .column(TableColumn.count("old", Row::old).titled("old"))
            .column(TableColumn.count("pinned", Row::pinned).titled("pinned")).build());
        if (!json()) {
            rows.forEach(row -> new PageMap(row.slotSize, row.pages).draw(answer));
        }
        HeldObjects held = held(loaded, dump, heap.holders().stream().limit(top.orElse(json() ? Integer.MAX_VALUE
            : SHOWN)).mapToInt(HeapPages.Holder::example).toArray());
        answer.table(PageWords.holders(heap.holders()).titled("What lies in the sparse pages:")
            .showing(top.orElse(SHOWN))
            .column(TableColumn.text(CellKind.OBJECT, "example", holder -> loaded.identity(holder.example())))
            .columns(NameWords.columns(held, loaded, HeapPages.Holder::example))
            .column(TableColumn.<HeapPages.Holder>text("site", HeapPages.Holder::site).titled("made at")
                .orElse("(not known)")).build());
        heap.holders().stream().findFirst().ifPresent(first -> answer.next(RecipeCommand.line(
            List.of("memdump", "paths", dump, "--where", "class = " + literal(first.className()))),
            "shows where what holds most of them hangs"));
        show(answer.build());
    }

    /** Returns the name of a class as a selection takes it, in quotes unless it is a plain one. */
    private static String literal(String className) {
        return className.matches("[A-Z]\\w*(::[A-Z]\\w*)*") ? className
            : '"' + className.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
