package io.github.memdump.cli.report.page;

import io.github.memdump.analysis.unused.HeapPages;
import io.github.memdump.answer.process.DumpMemoryAnswer;
import io.github.memdump.answer.process.MemoryAnswer;
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
        if (process.isCompared()) {
            Parts.table(html, "#bytes", "#in the first dump", "what");
        } else {
            Parts.table(html, "#bytes", "what");
        }
        for (MemoryAnswer.Row row : rows) {
            html.open("tr");
            Parts.shareOfBytes(html, row.bytes(), process.whole());
            if (process.isCompared()) {
                Parts.bytes(html, row.before());
            }
            html.open("td");
            html.element("span", "", "class", "swatch part-" + row.part().ordinal());
            html.text(row.words()).close("td").close("tr");
        }
        Parts.endTable(html);
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
        Parts.table(html, "#pages", "#objects", "class, and where it was allocated");
        Parts.rows(html, holders, top, holder -> {
            Parts.number(html, holder.pages());
            Parts.number(html, holder.objects());
            html.open("td").element("span", holder.className(), "class", "name");
            html.element("small", holder.site().isEmpty() ? "not traced" : holder.site()).close("td");
        });
        Parts.endTable(html);
        Parts.more(html, holders.size() - top, "classes");
    }
}
