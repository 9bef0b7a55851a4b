package io.github.memdump.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.content.LoadAnswer;
import io.github.memdump.answer.render.JsonRenderer;
import io.github.memdump.answer.suspect.SuspectsAnswer;
import io.github.memdump.budget.Measured;
import io.github.memdump.cli.report.ci.ReportDocument;
import io.github.memdump.cli.report.explorer.Explorer;
import io.github.memdump.cli.report.explorer.ExplorerData;
import io.github.memdump.cli.report.page.PageParts;
import io.github.memdump.cli.report.picture.PictureText;
import io.github.memdump.cli.report.picture.Pictures;
import io.github.memdump.cli.report.story.BudgetWords;
import io.github.memdump.cli.report.story.Caveats;
import io.github.memdump.cli.report.story.SuspectStories;
import io.github.memdump.cli.report.story.SuspectStory;
import io.github.memdump.file.OutputFolder;
import io.github.memdump.cli.report.story.Evidence;
import io.github.memdump.select.Selection;
import io.github.memdump.task.Task;
import io.github.memdump.view.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report, ready to be written. Of two dumps it tells what leaks, of one what retains most. */
abstract class Report {
    private static final int MOST_HINTS = 3_000;
    private static final int SUSPECTS_IN_SUMMARY = 3;
    static final String PAGE = "report.html";
    private static final String DOCUMENT = "report.json";
    private static final List<String> GRAPH_FILES = List.of("leak.png", "leak.pdf", "leak.gephi", "leak.gexf");

    private final Evidence evidence;
    private final ReportOptions options;
    private final View view;
    private final Map<String, Long> leftOut = new TreeMap<>();

    Report(Evidence evidence, ReportOptions options, View view) {
        this.evidence = evidence;
        this.options = options;
        this.view = view;
    }

    final Evidence evidence() {
        return evidence;
    }

    final Findings findings() {
        return evidence.findings();
    }

    final ReportOptions options() {
        return options;
    }

    /** Returns the finding in one sentence. */
    abstract String headline();

    /** Returns what the size of a node stands for. */
    abstract String sizeMeaning();

    /** Returns the page. */
    abstract String page(PageParts parts) throws IOException;

    /** Returns the names of further files beside the page and the graph. */
    abstract List<String> tables();

    /** Writes the further files. */
    abstract void writeTables(OutputFolder folder) throws IOException;

    /** Returns the lines of the summary between headline and files. */
    abstract List<String> details();

    /** Returns what the document says. */
    abstract Answer answer();

    /** Writes the fields of the document into the current object. */
    final void writeTo(JsonGenerator json) throws IOException {
        JsonRenderer.write(answer(), OptionalInt.of(options.rows()), json);
    }

    final void write(OutputFolder folder, Task task) throws IOException {
        task.phase("Drawing the picture", 0);
        Pictures pictures = new Pictures(view, new PictureText(headline(), view.recipe().title(),
            sizeMeaning(), view.omissions()));
        pictures.writePng(folder.file("leak.png"));
        pictures.writePdf(folder.file("leak.pdf"));
        task.phase("Writing the files for Gephi", 0);
        new GephiFiles(view).write(folder.file("leak.gephi"), folder.file("leak.gexf"));
        task.phase("Writing the page", 0);
        writeTables(folder);
        writeDocument(folder.stream(DOCUMENT));
        try (OutputStream out = folder.stream(PAGE)) {
            out.write(page(parts(pictures)).getBytes(StandardCharsets.UTF_8));
        }
    }

    private void writeDocument(OutputStream out) throws IOException {
        try (JsonGenerator json = JsonRenderer.generator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(RowLines.OF_FIELDS)
                .withArrayIndenter(RowLines.OF_ROWS).withRootSeparator(""));
            json.writeStartObject();
            writeTo(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** Returns what a comparison with other reports goes by. */
    final ReportDocument document() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonRenderer.generator(bytes)) {
            json.writeStartObject();
            JsonRenderer.write(Answer.builder().fact("headline", headline()).add(suspects()).build(),
                OptionalInt.empty(), json);
            json.writeEndObject();
        }
        return ReportDocument.of(bytes.toByteArray());
    }

    private PageParts parts(Pictures pictures) throws IOException {
        Hints hints = new Hints(findings());
        boolean withHints = view.nodes().size() <= MOST_HINTS;
        String caption = "Read it from left to right: from a root along the shortest path to the old objects that hold"
            + " new ones. " + (withHints ? "Point at a circle to see which object it is. " : "")
            + "The same picture: leak.png, leak.pdf; the graph: leak.gephi.";
        return new PageParts.Builder()
            .headed(view.recipe().title(), headline())
            .picture(pictures.svg(headline(), withHints ? hints::of : object -> ""), caption)
            .warnings(view.omissions(), Caveats.of(findings()))
            .repeat(List.of(options.command(), options.gephiCommand()), files().subList(1, files().size()))
            .explored(Explorer.of(ExplorerData.of(evidence)))
            .build();
    }

    /** Returns the names of all files, the page first. */
    final List<String> files() {
        return files(tables());
    }

    private static List<String> files(List<String> tables) {
        List<String> files = new ArrayList<>(List.of(PAGE, DOCUMENT));
        files.addAll(GRAPH_FILES);
        files.addAll(tables);
        return files;
    }

    /** Returns the names of the files of a report of so many dumps, the page last: it comes when all else is there. */
    static List<String> files(int dumps) {
        List<String> files = files(dumps > 1 ? LeakReport.TABLES : List.of());
        Collections.reverse(files);
        return files;
    }

    /** Returns what is printed when all is done. */
    final List<String> summary(Path directory) {
        List<String> lines = new ArrayList<>();
        lines.add(view.recipe().title());
        lines.add(headline());
        lines.addAll(suspected());
        lines.addAll(details());
        evidence.memory().line().ifPresent(line -> lines.add("  memory: " + line));
        for (Measured measured : evidence.budgets()) {
            // Standard error says which are broken.
            if (!measured.isBroken()) {
                lines.add("  budget kept: " + BudgetWords.sentence(measured));
            }
        }
        for (String omission : view.omissions()) {
            lines.add("  picture: " + omission);
        }
        lines.add("Written into " + directory + ": " + String.join(", ", files()));
        lines.add("Next: open " + directory.resolve(PAGE) + ", or look around in Gephi: " + options.gephiCommand());
        return lines;
    }

    /** Returns what probably leaks, in the order of the page and of memdump suspects. */
    private List<String> suspected() {
        List<SuspectStory> stories = new SuspectStories(evidence).suspected();
        List<String> lines = new ArrayList<>();
        int number = 0;
        for (SuspectStory story : stories.subList(0, Math.min(SUSPECTS_IN_SUMMARY, stories.size()))) {
            String place = story.keepers().isEmpty() ? "" : "  " + String.join(" → ", story.keepers().get(0).chain());
            number++;
            lines.add("  suspect " + number + ": " + story.title() + ", " + story.share() + place
                + story.ownLine().map(own -> "; own line " + own.place().where() + " " + own.does()).orElse(""));
            story.gathered().stream().flatMap(group -> group.sites().stream()).map(site -> site.place().beside())
                .filter(line -> !line.isEmpty()).findFirst().ifPresent(line -> lines.add("    " + line));
        }
        return lines;
    }

    /** Begins the document with what every report has. */
    final Answer.Builder begin() {
        List<Answer> dumps = evidence.dumps().stream().map(dump -> Answer.builder()
            .fact("dump", dump.dumpName()).add(LoadAnswer.of(dump)).build()).collect(Collectors.toList());
        return Answer.builder().fact("headline", headline()).sections("dumps", dumps).table(budgets());
    }

    private AnswerTable<Measured> budgets() {
        return AnswerTable.of("budgets", evidence.budgets()).whole()
            .column(TableColumn.text("budget", measured -> measured.budget().text()))
            .column(TableColumn.text("measure", measured -> measured.budget().measure().id()))
            .column(TableColumn.text("selection", measured ->
                measured.budget().selection().map(Selection::text).orElse("")))
            .column(TableColumn.text("operator", measured -> measured.budget().operator()))
            .column(TableColumn.count("limit", measured -> measured.budget().limit()))
            .column(TableColumn.count("value", Measured::value))
            .column(TableColumn.count("selected", Measured::objects))
            .column(TableColumn.flag("broken", Measured::isBroken)).build();
    }

    /** Returns the suspects, and of two dumps {@code steady}: what changes much and does not grow. */
    final Answer suspects() {
        Suspects suspects = findings().found(Suspects.class).orElseThrow();
        SuspectsAnswer rows = new SuspectsAnswer(findings().heap(), evidence.isCompared(), evidence.names())
            .beside(evidence.source());
        Answer.Builder answer = Answer.builder().sections("suspects", rows.figures(suspects.list()));
        if (evidence.isCompared()) {
            answer.sections("steady", rows.figures(suspects.steady()));
        }
        return answer.build();
    }

    /** Notes how many rows of a table of the document are left out. */
    final void leaveOut(String table, int rows) {
        leftOut.put(table, (long) Math.max(0, rows - options.rows()));
    }

    /** Returns what every report has that comes last. */
    final Answer end() {
        return Answer.builder().section("memory", "", evidence.memory().facts()).facts("left_out", leftOut)
            .fact("nodes", view.nodes().size()).fact("edges", view.edges().size()).list("omissions", view.omissions())
            .list("caveats", Caveats.of(findings())).list("warnings", evidence.warnings()).list("files", files())
            .fact("command", options.command()).build();
    }
}
