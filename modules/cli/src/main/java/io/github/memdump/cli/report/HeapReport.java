package io.github.memdump.cli.report;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.cli.report.page.HeapPage;
import io.github.memdump.cli.report.page.PageParts;
import io.github.memdump.cli.report.story.Evidence;
import io.github.memdump.cli.report.story.HeapStory;
import io.github.memdump.cli.report.story.NamedPaths;
import io.github.memdump.cli.report.story.Retainer;
import io.github.memdump.file.OutputFolder;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.assembly.Views;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The report about one dump. */
final class HeapReport extends Report {
    private static final int RETAINERS_IN_SUMMARY = 5;

    private final HeapStory story;

    private HeapReport(Evidence evidence, ReportOptions options, View view, HeapStory story) {
        super(evidence, options, view);
        this.story = story;
    }

    static HeapReport of(Evidence evidence, ReportOptions options, Task task) {
        Recipe recipe = Recipe.of(Recipe.Subject.HEAP, options.dumps(), options.budget().withoutRests())
            .overPlainReferences(evidence.findings().heap().isOverPlainReferences());
        HeapStory story = new HeapStory(evidence.findings());
        Evidence named = evidence.named(story.shown(PageParts.rows(options.top())), task);
        return new HeapReport(named, options, Views.of(recipe, named.findings(), task), story);
    }

    @Override
    String headline() {
        return story.headline();
    }

    @Override
    String sizeMeaning() {
        return "The larger a circle, the more bytes the object retains: they would be freed with it.";
    }

    @Override
    String page(PageParts parts) throws IOException {
        return new HeapPage(evidence(), story, options().top()).html(parts);
    }

    @Override
    List<String> tables() {
        return List.of();
    }

    @Override
    void writeTables(OutputFolder folder) {
        // A border needs two dumps.
    }

    @Override
    List<String> details() {
        List<String> lines = new ArrayList<>();
        NamedPaths paths = new NamedPaths(evidence());
        for (Retainer retainer : story.retainers(RETAINERS_IN_SUMMARY, false)) {
            lines.add(String.format("  %9s retained in %9s objects  %s", Figures.bytes(retainer.bytes()),
                Figures.count(retainer.objects()), String.join(" → ", paths.to(retainer.object()))));
        }
        return lines;
    }

    @Override
    Answer answer() {
        return begin().fact("objects", findings().heap().objectCount())
            .fact("memsize", findings().heap().facts().memsize()).add(suspects())
            .table(AnswerTable.of("retainers", story.retainers(options().top(), true))
                .column(TableColumn.textList("path", Retainer::chain))
                .column(TableColumn.text("object", retainer -> findings().heap().identity(retainer.object())))
                .column(TableColumn.count("retained_count", Retainer::objects))
                .column(TableColumn.bytes("retained_size", Retainer::bytes)).build())
            .add(end()).build();
    }
}
