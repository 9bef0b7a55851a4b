package io.github.memdump.cli.report.page;

import io.github.memdump.analysis.unused.HeapPages;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.process.DumpMemoryAnswer;
import io.github.memdump.answer.process.MemoryAnswer;
import io.github.memdump.answer.process.PageWords;
import java.util.List;
import java.util.Locale;

/** Whether the memory of the process is in its Ruby heap at all. */
final class MemorySection {
    private final Html html;
    private final DumpMemoryAnswer memory;
    private final int top;

    MemorySection(Html html, DumpMemoryAnswer memory, int top) {
        this.html = html;
        this.memory = memory;
        this.top = top;
    }

    void write() {
        html.element("h2", "Is it in the Ruby heap?", "id", "memory");
        memory.sentences().forEach(sentence -> html.element("p", sentence));
        memory.process().ifPresent(this::parts);
        html.open("ul", "class", "faint");
        memory.details().forEach(detail -> html.element("li", detail));
        html.close("ul");
        holders(memory.holders());
    }

    private void parts(MemoryAnswer process) {
        List<MemoryAnswer.Row> rows = process.rows();
        bar(rows, process.whole());
        AnswerTable.Builder<MemoryAnswer.Row> table = AnswerTable.of("", rows)
            .column(TableColumn.bytes(null, MemoryAnswer.Row::bytes).titled("bytes"))
            .column(TableColumn.share(MemoryAnswer.Row::bytes, process.whole()).titled("%"));
        if (process.isCompared()) {
            table.column(TableColumn.bytes(null, MemoryAnswer.Row::before).titled("in the first dump"));
        }
        new PageTable<>(table.build()).within("what", (to, row) -> to
            .element("span", "", "class", "swatch part-" + row.part().ordinal()).text(row.words()))
            .write(html, rows.size());
    }

    /** Writes the parts side by side, as wide as their bytes. */
    private void bar(List<MemoryAnswer.Row> rows, long whole) {
        html.open("svg", "class", "memory", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 1000 28",
            "preserveAspectRatio", "none", "role", "img", "aria-label", "The parts of the table as one bar");
        double x = 0;
        for (MemoryAnswer.Row row : rows) {
            double width = 1000.0 * row.bytes() / Math.max(1, whole);
            html.empty("rect", "class", "part-" + row.part().ordinal(), "x", text(x), "y", "0", "width", text(width),
                "height", "28");
            x += width;
        }
        html.close("svg");
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private void holders(List<HeapPages.Holder> holders) {
        if (holders.isEmpty()) {
            return;
        }
        html.element("h3", "What lies in the nearly empty pages");
        String line = "class, and where it was allocated";
        new PageTable<>(PageWords.holders(holders).build())
            .instead("class", TableColumn.text(null, HeapPages.Holder::className).titled(line))
            .within(line, (to, holder) -> to.element("span", holder.className(), "class", "name")
                .element("small", holder.site().isEmpty() ? "not traced" : holder.site())).write(html, top, "classes");
    }
}
