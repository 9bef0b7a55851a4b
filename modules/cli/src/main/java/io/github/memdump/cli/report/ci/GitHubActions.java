package io.github.memdump.cli.report.ci;

import io.github.memdump.answer.Figures;
import io.github.memdump.budget.Measured;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.report.story.BudgetWords;
import io.github.memdump.file.Inputs;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What GitHub Actions shows of a report, where its environment asks for that: annotations ({@code GITHUB_ACTIONS}), as
 * workflow commands on standard error, and a summary in Markdown ({@code GITHUB_STEP_SUMMARY}), added to what is there.
 */
public final class GitHubActions {
    private static final int ANNOTATED = 3;
    private static final int LISTED = 10;
    private static final Pattern SITE = Pattern.compile("(.+):(\\d+)");

    private final Session session;
    private final ReportDocument report;
    private final List<SuspectEntry> fresh;
    private final List<Measured> budgets;
    private final boolean compared;

    /**
     * Prepares to speak of a report.
     *
     * @param fresh what is new since the baseline, null where there is none
     */
    public GitHubActions(Session session, ReportDocument report, List<SuspectEntry> fresh, List<Measured> budgets) {
        this.session = session;
        this.report = report;
        this.compared = fresh != null;
        this.fresh = fresh == null ? List.of() : List.copyOf(fresh);
        this.budgets = List.copyOf(budgets);
    }

    /**
     * Says all that the environment asks for.
     *
     * @throws IOException if the summary cannot be written
     */
    public void say() throws IOException {
        if (session.variable("GITHUB_ACTIONS").filter("true"::equals).isPresent()) {
            annotate();
        }
        Optional<String> summary = session.variable("GITHUB_STEP_SUMMARY");
        if (summary.isPresent()) {
            append(Path.of(summary.get()));
        }
    }

    private void annotate() {
        for (Measured measured : budgets) {
            if (measured.isBroken()) {
                session.command("::error title=memdump budget::" + data(BudgetWords.sentence(measured)));
            }
        }
        for (SuspectEntry suspect : report.suspects().subList(0, Math.min(ANNOTATED, report.suspects().size()))) {
            annotate(suspect, fresh.contains(suspect) ? "error" : "warning");
        }
        for (SuspectEntry suspect : fresh) {
            if (suspect.number() > ANNOTATED) {
                annotate(suspect, "error");
            }
        }
    }

    private void annotate(SuspectEntry suspect, String level) {
        String title = level.equals("error") ? "memdump: new since the baseline" : "memdump: suspect "
            + suspect.number();
        session.command("::" + level + " " + source(suspect.site()) + "title=" + property(title) + "::"
            + data(suspect.what() + ", " + Figures.bytes(suspect.size()) + ", held by " + suspect.place()));
    }

    private String source(String site) {
        Matcher line = SITE.matcher(site);
        if (!line.matches()) {
            return "";
        }
        String workspace = session.variable("GITHUB_WORKSPACE").map(folder -> folder.replaceAll("/*$", "/")).orElse("");
        String file = line.group(1).startsWith(workspace) ? line.group(1).substring(workspace.length()) : line.group(1);
        return "file=" + property(file) + ",line=" + line.group(2) + ",";
    }

    private static String data(String text) {
        return Printable.of(text).replace("%", "%25");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private void append(Path file) throws IOException {
        byte[] before = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        try (Output output = Output.to(Target.of(file, Inputs.none()))) {
            OutputStream out = output.stream();
            out.write(before);
            out.write(markdown().getBytes(StandardCharsets.UTF_8));
            output.commit();
        }
    }

    private String markdown() {
        StringBuilder text = new StringBuilder("\n### memdump\n\n").append(cell(report.headline())).append("\n\n");
        if (!report.suspects().isEmpty()) {
            text.append("| | suspect | bytes | held by | allocated at |\n|---|---|---|---|---|\n");
            for (SuspectEntry suspect : report.suspects().subList(0, Math.min(LISTED, report.suspects().size()))) {
                text.append("| ").append(!compared ? suspect.number() + "" : fresh.contains(suspect) ? "new" : "known")
                    .append(" | ").append(cell(suspect.what())).append(" | ").append(Figures.bytes(suspect.size()))
                    .append(" | ").append(cell(suspect.place())).append(" | ").append(cell(suspect.site()))
                    .append(" |\n");
            }
            int left = report.suspects().size() - LISTED;
            text.append(left > 0 ? "\nand " + Figures.count(left) + " more\n" : "").append('\n');
        }
        for (Measured measured : budgets) {
            text.append(measured.isBroken() ? "- broken: " : "- kept: ").append(cell(BudgetWords.sentence(measured)))
                .append('\n');
        }
        return text.toString();
    }

    /** Returns a text in which nothing is Markdown or HTML. */
    private static String cell(String text) {
        return Printable.of(text).replaceAll("([\\\\`*_{}\\[\\]<>()#+!|~@&-])", "\\\\$1");
    }
}
