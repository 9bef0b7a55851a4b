package io.github.memdump.cli.compare;

import io.github.memdump.analysis.BorderRows;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.suspect.SuspectOptions;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.analysis.suspect.border.BorderGroups;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.BorderAnswer;
import io.github.memdump.cli.command.AnalysingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.command.Where;
import io.github.memdump.cli.option.Source;
import io.github.memdump.cli.option.StopAt;
import io.github.memdump.file.Target;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.investigation.EarlierDump;
import io.github.memdump.investigation.Investigation;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.source.SourceLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the old part of the heap holds on to the new one. */
@Command(name = "border", header = {"Shows which new objects the old ones hold on to.", ""}, description = {
    "The border between old and new: the new objects that an old object holds, and how much each of them keeps alive."
        + " What leaks hangs on this border.", "",
    "  keepalive_new_count  new objects reachable from it without leaving the new ones; the order of the rows",
    "  retained_size        bytes that would be freed with it",
    "  keepalive_count      all objects reachable from it; nearly always large, because it soon comes to classes",
    "  root_distance        references on a shortest path from the roots; empty if there is none", "",
    "Equal new objects that one old object holds are one row, those of the suspects first; so are old objects that"
        + " became larger and hold nothing new, a String for instance. --each lists each new object by itself.", "",
    "With --where only these objects are listed; border counts and figures are of all. memdump calls this interface.",
    ""},
    footer = {"", "Examples:", "  memdump border before.json.gz after.json.gz",
        "  memdump border --min-keepalive 10 -o border.csv before.json.gz after.json.gz",
        "  memdump border --where 'class = Array or retained_size > 10k' before.json.gz after.json.gz",
        "  memdump border --stop-at class,module,iclass,imemo before.json.gz after.json.gz", "",
        "Next: see the paths that hold them: memdump gephi BEFORE AFTER"})
public final class BorderCommand extends AnalysingCommand {
    @Parameters(index = "0", paramLabel = "BEFORE", description = "The earlier dump, plain or gzip; - for standard"
        + " input (at most one of the two).")
    private String before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The later dump of the same process.")
    private String after;

    @Option(names = "--min-keepalive", paramLabel = "N", defaultValue = "0",
        description = "Leave out objects whose keepalive_new_count is below N.")
    private long minKeepalive;

    @Mixin
    private Where where;

    @Mixin
    private Top top;

    @Option(names = "--each", description = "List each new object by itself, by keepalive_new_count; without it equal"
        + " objects that one old object holds are one row, what the suspects are made of first. JSON and files have"
        + " each object, as do --where and --min-keepalive.")
    private boolean each;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE",
        description = "Write the rows to this file: JSON if its name ends in .json, else CSV.")
    private Path output;

    @Mixin
    private Source source;

    @Mixin
    private StopAt stopAt;

    public BorderCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        where.check(true);
        SourceLines lines = source.lines(this::misused);
        keepStreams();
        Optional<Target> to = target(output);
        Investigation<Given> dumps = investigate(List.of(before, after), EarlierDump.Detail.PAST);
        HeapDiff diff = compared(dumps);
        Findings findings = Findings.ofLeak(diff, stopAt.stops(), task());
        NodeSet chosen = where.in(findings, warnings(), task());
        boolean withOwn = json() || output != null || where.isGiven();
        int[] rows = Arrays.stream(BorderRows.ranked(findings))
            .filter(chosen::contains)
            .filter(object -> findings.number(Column.KEEPALIVE_NEW_COUNT, object) >= minKeepalive)
            .filter(object -> withOwn || !diff.own().contains(object)).toArray();
        Suspects suspects = dumps.suspects(findings.retained().orElseThrow(), SuspectOptions.OF_GROWTH, task());
        NodeSet listed = NodeSet.of(diff.after().objectCount(), rows);
        BorderGroups groups = BorderGroups.of(findings, suspects,
            minKeepalive > 0 ? listed : listed.or(chosen.and(diff.grownObjects())), task());
        boolean isEach = each || where.isGiven() || minKeepalive > 0;
        int[] holders = BorderAnswer.holders(findings, isEach || withOwn ? rows : new int[0], groups,
            top.orElse(json() ? Integer.MAX_VALUE : BorderAnswer.SHOWN));
        ReferenceNames via = names(findings.heap(), dumps.latest().name(), holders,
            IntStream.concat(Arrays.stream(holders), Arrays.stream(rows)).toArray());
        Answer.Builder answer = BorderAnswer.begin(findings, rows, groups, isEach, via, lines);
        if (to.isPresent()) {
            output().save(answer.build(), to.get());
            answer.say(output + ": " + Figures.count(Math.min(rows.length, top.orElse(rows.length)), "row"));
        }
        return diff.isSame() ? answer.build()
            : answer.next("memdump gephi BEFORE AFTER", "shows the paths that hold them").build();
    }
}
