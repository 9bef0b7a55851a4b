package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.DumpSummary;
import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.GrowthRow;
import io.github.memdump.analysis.SurvivorHolders;
import io.github.memdump.analysis.SurvivorSite;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.array.Saturating;
import io.github.memdump.heap.Heap;
import io.github.memdump.text.Printable;
import io.github.memdump.view.ObjectNames;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What came and stayed, for people and for machines. */
public final class GrowthText {
    private final Growth growth;
    private final SurvivorHolders holders;
    private final Heap heap;
    private final int dumps;
    private final ObjectNames names;
    private final List<GrowthRow> classes;
    private final List<SurvivorSite> sites;

    /** Prepares to tell growth and what holds the survivors. */
    public GrowthText(Growth growth, SurvivorHolders holders) {
        this.growth = growth;
        this.holders = holders;
        this.heap = growth.heap();
        this.dumps = growth.dumps().size();
        this.names = new ObjectNames(heap);
        this.sites = growth.bySite();
        this.classes = growth.byClass().stream().filter(row -> row.survivors() > 0 || row.growsAtEveryStep())
            .collect(Collectors.toList());
    }

    /** Writes dumps, classes, sites and holders into the current object, at most so many of each. */
    public void writeTo(JsonGenerator json, int most) throws IOException {
        json.writeArrayFieldStart("dumps");
        for (int dump = 0; dump < dumps; dump++) {
            DumpSummary summary = growth.dumps().get(dump);
            json.writeStartObject();
            json.writeStringField("dump", summary.name());
            json.writeNumberField("objects", summary.objectCount());
            json.writeNumberField("memsize", summary.memsize());
            json.writeNumberField("cohort_count", growth.cohortMembers(dump).size());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("survivors", growth.survivors().size());
        json.writeNumberField("survivors_memsize", memsize());
        json.writeNumberField("by_address", growth.byAddress());
        json.writeNumberField("told_apart_by_class", growth.toldApartByClass());
        json.writeArrayFieldStart("rows");
        for (GrowthRow row : classes.subList(0, Math.min(most, classes.size()))) {
            json.writeStartObject();
            json.writeStringField("key", row.className());
            json.writeBooleanField("grows_at_every_step", row.growsAtEveryStep());
            json.writeNumberField("slope", row.slope());
            json.writeNumberField("memsize_slope", row.memsizeSlope());
            write(json, "counts", IntStream.range(0, dumps).mapToLong(row::count).toArray());
            write(json, "memsizes", IntStream.range(0, dumps).mapToLong(row::memsize).toArray());
            json.writeNumberField("survivors", row.survivors());
            json.writeNumberField("survivors_memsize", row.survivorMemsize());
            json.writeEndObject();
        }
        json.writeEndArray();
        writeSites(json, most);
        writeHolders(json, most);
    }

    private void writeSites(JsonGenerator json, int most) throws IOException {
        json.writeArrayFieldStart("sites");
        for (SurvivorSite row : sites.subList(0, Math.min(most, sites.size()))) {
            json.writeStartObject();
            json.writeStringField("class", row.className());
            json.writeStringField("site", row.site());
            json.writeStringField("example", heap.identity(row.example()));
            json.writeNumberField("count", row.count());
            write(json, "by_cohort", IntStream.range(1, dumps - 1).mapToLong(row::count).toArray());
            json.writeNumberField("memsize", row.memsize());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeHolders(JsonGenerator json, int most) throws IOException {
        json.writeNumberField("edges_across", holders.border().edgesAcross());
        json.writeNumberField("survivors_held", holders.border().newBorder().size());
        json.writeArrayFieldStart("holders");
        for (SurvivorHolders.Row row : holders.rows().subList(0, Math.min(most, holders.rows().size()))) {
            json.writeStartObject();
            json.writeStringField("object", heap.identity(row.object()));
            json.writeStringField("type", heap.typeName(row.object()));
            json.writeStringField("class", heap.className(row.object()));
            json.writeStringField("name", heap.name(row.object()));
            json.writeNumberField("cohort", growth.cohort(row.object()));
            json.writeNumberField("held", row.held());
            write(json, "held_by_cohort", IntStream.range(1, dumps).mapToLong(row::held).toArray());
            json.writeNumberField("keepalive_survivors", row.keepAlive());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, String field, long[] numbers) throws IOException {
        json.writeFieldName(field);
        json.writeArray(numbers, 0, numbers.length);
    }

    private long memsize() {
        return sites.stream().mapToLong(SurvivorSite::memsize).reduce(0, Saturating::sum);
    }

    String text(int most) {
        StringBuilder text = new StringBuilder();
        TextTable table = new TextTable().numbers("dump").numbers("objects").numbers("bytes")
            .numbers("new and still there").text("file");
        for (int dump = 0; dump < dumps; dump++) {
            DumpSummary summary = growth.dumps().get(dump);
            table.row(Integer.toString(dump + 1), Figures.count(summary.objectCount()),
                Figures.bytes(summary.memsize()), Figures.count(growth.cohortMembers(dump).size()), summary.name());
        }
        text.append(table).append("\nSurvivors: ").append(Figures.count(growth.survivors().size(), "object"))
            .append(", ").append(Figures.bytes(memsize())).append(", came after dump 1 and before dump ")
            .append(dumps - 1).append(" and are still there in dump ").append(dumps).append(".\n")
            .append(identity()).append('\n');
        if (growth.survivors().isEmpty()) {
            return text.append("Nothing that came after the first dump has stayed.\n").toString();
        }
        text.append(classTable(most)).append('\n').append(siteTable(most)).append('\n').append(holderTable(most));
        return text.append("\nNext: memdump paths ").append(Printable.of(heap.facts().dumpName()))
            .append(" ADDRESS shows what keeps a holder alive.\n").toString();
    }

    private String identity() {
        if (growth.byAddress() == 0 && growth.toldApartByClass() == 0) {
            return "All objects were told apart by address and generation.\n";
        }
        return Figures.count(growth.byAddress(), "object") + " without a generation were taken for the same by address,"
            + " type and class alone; " + Figures.count(growth.toldApartByClass())
            + " for new because type or class differ.\n";
    }

    private String classTable(int most) {
        TextTable table = new TextTable().numbers("per step");
        for (int dump = 1; dump <= dumps; dump++) {
            table.numbers("in " + dump);
        }
        table.numbers("survivors").numbers("bytes").text("class").text("");
        int shown = Math.min(most, classes.size());
        for (GrowthRow row : classes.subList(0, shown)) {
            String[] cells = new String[dumps + 5];
            cells[0] = String.format(Locale.ROOT, "%+,.1f", row.slope());
            for (int dump = 0; dump < dumps; dump++) {
                cells[dump + 1] = Figures.count(row.count(dump));
            }
            cells[dumps + 1] = Figures.count(row.survivors());
            cells[dumps + 2] = Figures.bytes(row.survivorMemsize());
            cells[dumps + 3] = row.className();
            cells[dumps + 4] = row.growsAtEveryStep() ? "grows at every step" : "";
            table.row(cells);
        }
        return "By class\n" + table + HistogramRows.omitted(classes.size(), shown);
    }

    private String siteTable(int most) {
        TextTable table = new TextTable();
        for (int dump = 2; dump < dumps; dump++) {
            table.numbers((dump - 1) + " to " + dump);
        }
        table.numbers("bytes").text("class").text("allocated at");
        int shown = Math.min(most, sites.size());
        for (SurvivorSite row : sites.subList(0, shown)) {
            String[] cells = new String[dumps + 1];
            for (int cohort = 1; cohort < dumps - 1; cohort++) {
                cells[cohort - 1] = Figures.count(row.count(cohort));
            }
            cells[dumps - 2] = Figures.bytes(row.memsize());
            cells[dumps - 1] = row.className();
            cells[dumps] = row.site().isEmpty() ? "(not known)" : row.site();
            table.row(cells);
        }
        return "Survivors by class and line, by the dumps between which they came\n" + table
            + HistogramRows.omitted(sites.size(), shown);
    }

    private String holderTable(int most) {
        TextTable table = new TextTable().numbers("largest");
        for (int dump = 2; dump <= dumps; dump++) {
            table.numbers((dump - 1) + " to " + dump);
        }
        table.text("holder").text("object").text("came");
        int shown = Math.min(most, holders.rows().size());
        for (SurvivorHolders.Row row : holders.rows().subList(0, shown)) {
            String[] cells = new String[dumps + 3];
            cells[0] = Figures.count(row.keepAlive());
            for (int cohort = 1; cohort < dumps; cohort++) {
                cells[cohort] = Figures.count(row.held(cohort));
            }
            int cohort = growth.cohort(row.object());
            cells[dumps] = names.of(row.object());
            cells[dumps + 1] = heap.isRoot(row.object()) ? "" : heap.identity(row.object());
            cells[dumps + 2] = cohort == Growth.NO_COHORT ? "" : cohort == 0 ? "before 1" : "after " + cohort;
            table.row(cells);
        }
        return "What holds survivors, how many objects it refers to by the dumps between which they came, and how many"
            + " survivors hang on the largest of them\n" + table + HistogramRows.omitted(holders.rows().size(), shown);
    }
}
