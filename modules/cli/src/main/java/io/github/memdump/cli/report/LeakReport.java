package io.github.memdump.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.BorderRows;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.GrowthAnswer;
import io.github.memdump.answer.content.OwnWords;
import io.github.memdump.answer.render.JsonRenderer;
import io.github.memdump.answer.suspect.Verdict;
import io.github.memdump.cli.report.page.LeakPage;
import io.github.memdump.cli.report.page.PageParts;
import io.github.memdump.cli.report.story.ClassChange;
import io.github.memdump.cli.report.story.Evidence;
import io.github.memdump.cli.report.story.Holder;
import io.github.memdump.cli.report.story.LeakStory;
import io.github.memdump.cli.report.story.NamedPaths;
import io.github.memdump.cli.report.story.Words;
import io.github.memdump.export.CsvWriter;
import io.github.memdump.file.OutputFolder;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.assembly.Views;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The report about what came between two dumps. */
final class LeakReport extends Report {
    /** Its further files. */
    static final List<String> TABLES = List.of("border.csv");
    private static final int HOLDERS_IN_SUMMARY = 5;

    private final LeakStory story;
    private final HeapDiff diff;
    private final String headline;
    private final Optional<GrowthAnswer> growth;

    private LeakReport(Evidence evidence, ReportOptions options, View view, LeakStory story,
        Optional<GrowthAnswer> growth) {
        super(evidence, options, view);
        this.story = story;
        this.growth = growth;
        this.diff = evidence.findings().diff().orElseThrow();
        this.headline = new Verdict(evidence.findings()).ofGrowth();
    }

    /** Prepares the report of evidence of two dumps or more: of the last against the first. */
    static LeakReport of(Evidence evidence, ReportOptions options, Task task) {
        Recipe recipe = Recipe.of(Recipe.Subject.BORDER, options.dumps(), options.budget().withoutRests())
            .overPlainReferences(evidence.findings().heap().isOverPlainReferences());
        LeakStory story = new LeakStory(evidence.findings(), task);
        Evidence named = evidence.named(story.shown(PageParts.rows(options.top())), task);
        View view = Views.of(recipe, named.findings(), task);
        Optional<GrowthAnswer> growth = evidence.findings().growth()
            .map(grown -> new GrowthAnswer(grown, grown.holders(task)));
        return new LeakReport(named, options, view, story, growth);
    }

    @Override
    String headline() {
        return headline;
    }

    @Override
    String sizeMeaning() {
        return "The larger an orange circle, the more new objects it keeps alive. The larger a disc, the more hangs on"
            + " the object to its left.";
    }

    @Override
    String page(PageParts parts) throws IOException {
        return new LeakPage(evidence(), story, options().top()).html(parts);
    }

    @Override
    List<String> tables() {
        return TABLES;
    }

    @Override
    void writeTables(OutputFolder folder) throws IOException {
        BorderCsv.write(findings(), BorderRows.ranked(findings()), folder.stream(TABLES.get(0)));
    }

    @Override
    List<String> details() {
        List<String> lines = new ArrayList<>();
        OwnWords.besides(diff).ifPresent(lines::add);
        if (!diff.grownObjects().isEmpty()) {
            lines.add("  beside them " + Figures.count(diff.grownObjects().size(), "old object") + " became larger, by "
                + Figures.bytes(diff.grownMemsize()) + " together");
        }
        int most = lines.size() + HOLDERS_IN_SUMMARY;
        NamedPaths paths = new NamedPaths(evidence());
        for (Holder holder : story.holders()) {
            if (lines.size() == most) {
                break;
            }
            lines.add(String.format("  %9s new, keeps %9s alive  %s%s  (%s)", Figures.count(holder.newObjects()),
                Figures.count(holder.kept()), String.join(" → ", paths.to(holder.object())),
                holder.objects() == 1 ? "" : " ×" + Figures.count(holder.objects()),
                String.join(", ", holder.heldNames())));
        }
        return lines;
    }

    @Override
    void writeTo(JsonGenerator json) throws IOException {
        writeHead(json);
        Border border = findings().border().orElseThrow();
        json.writeNumberField("new_objects", diff.newObjects().size());
        json.writeNumberField("new_memsize", diff.newMemsize());
        json.writeNumberField("grown_objects", diff.grownObjects().size());
        json.writeNumberField("grown_memsize", diff.grownMemsize());
        JsonRenderer.write(OwnWords.facts(diff), OptionalInt.empty(), json);
        if (diff.isPartial()) {
            json.writeNullField("gone_objects");
        } else {
            json.writeNumberField("gone_objects", diff.goneObjects());
        }
        json.writeStringField("identity", diff.byGeneration() ? "generation" : "address");
        json.writeNumberField("old_border", border.oldBorder().size());
        json.writeNumberField("new_border", border.newBorder().size());
        json.writeNumberField("edges_across", border.edgesAcross());
        writeSuspects(json);
        writeHolders(json);
        writeClasses(json);
        int[] ranked = BorderRows.ranked(findings());
        BorderJson.write(json, findings(), Arrays.copyOf(ranked, leaveOut("border", ranked.length)));
        if (growth.isPresent()) {
            json.writeObjectFieldStart("growth");
            growth.get().sizes().forEach((table, size) -> leaveOut("growth." + table, size));
            JsonRenderer.write(growth.get().begin().build(), OptionalInt.of(options().rows()), json);
            json.writeEndObject();
        }
        writeCommon(json);
    }

    private void writeHolders(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("holders");
        for (Holder holder : story.holders().subList(0, Math.min(options().top(), story.holders().size()))) {
            json.writeStartObject();
            writeStrings(json, "path", holder.chain());
            json.writeStringField("object", findings().heap().identity(holder.object()));
            json.writeNumberField("objects", holder.objects());
            json.writeNumberField("new_objects", holder.newObjects());
            json.writeNumberField("new_memsize", holder.newBytes());
            if (holder.kept() != Holder.NOT_COUNTED) {
                json.writeNumberField("keepalive_new_count", holder.kept());
            }
            json.writeStringField("share", Words.percent(holder.newObjects(), diff.newOfProgram().size()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeClasses(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("classes");
        List<ClassChange> classes = ClassChange.byClass(evidence().classesBefore().orElseThrow(), diff);
        for (ClassChange change : classes.subList(0, leaveOut("classes", classes.size()))) {
            json.writeStartObject();
            json.writeStringField("class", change.className());
            json.writeNumberField("new_objects", change.newObjects());
            json.writeNumberField("new_memsize", change.newBytes());
            json.writeNumberField("before", change.before());
            json.writeNumberField("after", change.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The new border as a table, all columns. */
    private static final class BorderCsv {
        private BorderCsv() {
        }

        /** Writes one row per object, in the given order, after a row of column names. */
        static void write(Findings findings, int[] objects, OutputStream target) throws IOException {
            try (CsvWriter csv = new CsvWriter(target)) {
                List<String> names = new ArrayList<>();
                for (Column column : Column.ofFindings()) {
                    names.add(column.id());
                }
                csv.record(names);
                for (int object : objects) {
                    for (Column column : Column.ofFindings()) {
                        String text = findings.text(column, object);
                        if (column.kind() == Column.Kind.NUMBER) {
                            csv.number(text);
                        } else {
                            csv.field(text);
                        }
                    }
                    csv.end();
                }
            }
        }
    }

    /** The new border as JSON, all columns. */
    private static final class BorderJson {
        private BorderJson() {
        }

        /**
         * Writes the field {@code border}: a row for each object in the given order; what does not apply is left out.
         */
        static void write(JsonGenerator json, Findings findings, int[] objects) throws IOException {
            json.writeArrayFieldStart("border");
            for (int object : objects) {
                json.writeStartObject();
                for (Column column : Column.ofFindings()) {
                    if (column.kind() == Column.Kind.NUMBER) {
                        long number = findings.number(column, object);
                        if (number != Findings.ABSENT) {
                            json.writeNumberField(column.id(), number);
                        }
                    } else if (!findings.text(column, object).isEmpty()) {
                        json.writeStringField(column.id(), findings.text(column, object));
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
