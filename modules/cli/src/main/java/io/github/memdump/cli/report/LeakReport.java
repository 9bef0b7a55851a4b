package io.github.memdump.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Histogram;
import io.github.memdump.cli.Figures;
import io.github.memdump.cli.report.page.LeakPage;
import io.github.memdump.cli.report.page.PageParts;
import io.github.memdump.cli.report.story.Headline;
import io.github.memdump.cli.report.story.Holder;
import io.github.memdump.cli.report.story.LeakStory;
import io.github.memdump.cli.report.story.Words;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The report about what came between two dumps. */
final class LeakReport extends Report {
    private static final String TABLE = "border.csv";
    private static final int HOLDERS_IN_SUMMARY = 5;

    private final LeakStory story;
    private final HeapDiff diff;
    private final Histogram classesBefore;

    private LeakReport(Findings findings, Histogram classesBefore, ReportOptions options, View view, LeakStory story) {
        super(findings, options, view);
        this.story = story;
        this.classesBefore = classesBefore;
        this.diff = findings.diff().orElseThrow();
    }

    /** Prepares the report of findings about the difference to a dump whose histogram by class is given. */
    static LeakReport of(Findings findings, Histogram classesBefore, ReportOptions options, Task task) {
        Recipe recipe = Recipe.border(options.dumps().get(0), options.dumps().get(1), options.budget().withoutRests());
        View view = Views.of(recipe, findings, task);
        return new LeakReport(findings, classesBefore, options, view, new LeakStory(findings, task));
    }

    @Override
    String headline() {
        return Headline.of(story, diff.newObjects().size(), diff.newMemsize());
    }

    @Override
    String sizeMeaning() {
        return "The larger an orange circle, the more new objects it keeps alive. The larger a disc, the more hangs on"
            + " the object to its left.";
    }

    @Override
    String page(PageParts parts) throws IOException {
        return new LeakPage(findings(), classesBefore, story, options().top()).html(parts);
    }

    @Override
    List<String> tables() {
        return List.of(TABLE);
    }

    @Override
    void writeTables(ReportFolder folder) throws IOException {
        BorderCsv.write(findings(), story.ranked(), Files.newOutputStream(folder.file(TABLE)));
    }

    @Override
    List<String> details() {
        List<String> lines = new ArrayList<>();
        for (Holder holder : story.holders()) {
            if (lines.size() == HOLDERS_IN_SUMMARY) {
                break;
            }
            lines.add(String.format("  %9s new, keeps %9s alive  %s%s  (%s)", Figures.count(holder.newObjects()),
                Figures.count(holder.kept()), String.join(" → ", holder.chain()),
                holder.objects() == 1 ? "" : " ×" + Figures.count(holder.objects()),
                String.join(", ", holder.heldNames())));
        }
        return lines;
    }

    @Override
    void writeTo(JsonGenerator json) throws IOException {
        Border border = findings().border().orElseThrow();
        json.writeNumberField("new_objects", diff.newObjects().size());
        json.writeNumberField("new_memsize", diff.newMemsize());
        json.writeNumberField("old_border", border.oldBorder().size());
        json.writeNumberField("new_border", border.newBorder().size());
        json.writeNumberField("edges_across", border.edgesAcross());
        json.writeArrayFieldStart("holders");
        int left = options().top();
        for (Holder holder : story.holders()) {
            if (left-- == 0) {
                break;
            }
            json.writeStartObject();
            writeStrings(json, "path", holder.chain());
            json.writeStringField("object", holder.identity());
            json.writeNumberField("objects", holder.objects());
            json.writeNumberField("new_objects", holder.newObjects());
            json.writeNumberField("new_memsize", holder.newBytes());
            if (holder.kept() != Holder.NOT_COUNTED) {
                json.writeNumberField("keepalive_new_count", holder.kept());
            }
            json.writeStringField("share", Words.percent(holder.newObjects(), diff.newObjects().size()));
            json.writeEndObject();
        }
        json.writeEndArray();
        writeCommon(json);
    }
}
