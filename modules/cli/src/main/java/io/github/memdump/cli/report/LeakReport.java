package io.github.memdump.cli.report;

import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.BorderRows;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Growth;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.SurvivorHolders;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.content.GrowthAnswer;
import io.github.memdump.answer.content.ObjectColumns;
import io.github.memdump.answer.content.OwnWords;
import io.github.memdump.answer.render.CsvRenderer;
import io.github.memdump.answer.suspect.Verdict;
import io.github.memdump.cli.report.page.LeakPage;
import io.github.memdump.cli.report.page.PageParts;
import io.github.memdump.cli.report.story.ClassChange;
import io.github.memdump.cli.report.story.Evidence;
import io.github.memdump.cli.report.story.Holder;
import io.github.memdump.cli.report.story.LeakStory;
import io.github.memdump.cli.report.story.NamedPaths;
import io.github.memdump.export.CsvWriter;
import io.github.memdump.file.OutputFolder;
import io.github.memdump.names.HeldObjects;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.assembly.Views;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
            .map(grown -> growth(grown, task));
        return new LeakReport(named, options, view, story, growth);
    }

    private static GrowthAnswer growth(Growth growth, Task task) {
        SurvivorHolders holders = growth.holders(task);
        return new GrowthAnswer(growth, holders, HeldObjects.ofDump(growth.heap(), holders.objects(), task));
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
        return new LeakPage(evidence(), story, growth, options().top()).html(parts);
    }

    @Override
    List<String> tables() {
        return TABLES;
    }

    @Override
    void writeTables(OutputFolder folder) throws IOException {
        try (CsvWriter csv = new CsvWriter(folder.stream(TABLES.get(0)))) {
            Answer rows = Answer.builder().table(border(UnaryOperator.identity())).build();
            CsvRenderer.write(rows, OptionalInt.empty(), csv);
        }
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
    Answer answer() {
        Border border = findings().border().orElseThrow();
        AnswerTable<?> rows = border(TableColumn::optional);
        AnswerTable<?> classes = ClassChange.table(ClassChange.byClass(evidence().classesBefore().orElseThrow(), diff),
            diff.newOfProgram().size());
        leaveOut("border", rows.size());
        leaveOut("classes", classes.size());
        Answer.Builder answer = begin().fact("new_objects", diff.newObjects().size())
            .fact("new_memsize", diff.newMemsize()).fact("grown_objects", diff.grownObjects().size())
            .fact("grown_memsize", diff.grownMemsize()).facts(OwnWords.facts(diff))
            .fact("gone_objects", diff.isPartial() ? TableColumn.ABSENT : diff.goneObjects())
            .fact("identity", diff.byGeneration() ? "generation" : "address")
            .fact("old_border", border.oldBorder().size()).fact("new_border", border.newBorder().size())
            .fact("edges_across", border.edgesAcross())
            .add(suspects())
            .table(Holder.table(story.holders().subList(0, Math.min(options().top(), story.holders().size())),
                findings())).table(classes).table(rows);
        growth.ifPresent(grown -> {
            grown.sizes().forEach((table, size) -> leaveOut("growth." + table, size));
            answer.section("growth", "", grown.begin().build());
        });
        return answer.add(end()).build();
    }

    /** The new border, all columns, each made as {@code form} says. */
    private AnswerTable<Integer> border(UnaryOperator<TableColumn<Integer>> form) {
        return AnswerTable.ofObjects("border", BorderRows.ranked(findings()))
            .columns(ObjectColumns.of(findings(), Column.ofFindings()).stream().map(form)
                .collect(Collectors.toList())).build();
    }
}
