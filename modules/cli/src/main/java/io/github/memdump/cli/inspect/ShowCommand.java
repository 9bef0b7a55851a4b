package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.content.ObjectAnswer;
import io.github.memdump.cli.command.AnalysingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.DumpAndObject;
import io.github.memdump.cli.option.Source;
import io.github.memdump.cli.option.ValueLength;
import io.github.memdump.dump.RawRecord;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.source.SourceLines;
import io.github.memdump.value.Value;
import io.github.memdump.value.Values;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All about one object. */
@Command(name = "show", header = {"Shows all that a dump says about one object.", ""}, description = {
    "Class, sizes, where it was allocated, all fields of its record (those too that this program does not know), what"
        + " it refers to, what refers to it, and a shortest path to it from a root.", "",
    "The value of a string, float or symbol is shown with --value only: dumps are full of passwords and sessions."
        + " Ruby itself leaves out values that are binary, not valid or not ASCII, and those of strings that use the"
        + " buffer of another, which they refer to.", "",
    "Dump and object may come in either order. JSON has: object, the columns of table, damaged, fields (as they stand"
        + " in the record), references and referrers (count and rows), path (from the root to the object), with"
        + " --value value, value_bytes and value_kind (given, omitted, shared, none, unreadable), with --raw raw.", ""},
    footer = {"", "Examples:", "  memdump show 0x7ffff4188200 after.json.gz",
        "  memdump show after.json.gz 0x7ffff4188138 --value --value-length 2000",
        "  memdump show after.json.gz vm --top all", "",
        "Next: what it retains and who retains it: memdump dominators DUMP"})
public final class ShowCommand extends AnalysingCommand {
    private static final int SHOWN = 10;

    @Parameters(arity = "2", paramLabel = "DUMP|ADDRESS", description = "The dump (plain or gzip; - for standard"
        + " input), and the object: an address, an identity or the name of a root.")
    private List<String> words;

    @Option(names = "--value", description = "Show the value, which may be a secret.")
    private boolean showsValue;

    @Mixin
    private Source source;

    @Mixin
    private ValueLength valueLength;

    @Option(names = "--raw", description = "Show the record as it stands in the dump, at most 1 MiB of each field; its"
        + " value only with --value.")
    private boolean raw;

    @Mixin
    private Top top;

    public ShowCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        DumpAndObject asked = DumpAndObject.of(words);
        if (asked.dump().isEmpty() || asked.object().isEmpty()) {
            throw misused("Name a dump and an object in it, by its address.");
        }
        valueLength.check(this::misused);
        SourceLines lines = source.lines(this::misused);
        keepStreams();
        Heap heap = load(asked.dump());
        int object = asked.find(heap);
        Values values = valueLength.cut(values(heap, asked.dump()));
        RawRecord[] record = new RawRecord[1];
        Value[] value = new Value[1];
        values.visit(object, found -> {
            record[0] = found.cut(ObjectAnswer.LONGEST_RAW);
            value[0] = values.in(found, object);
        }, task());
        Findings findings = Findings.of(heap).distances(task()).retained(task()).build();
        return new ObjectAnswer(findings, object, record[0], showsValue ? Optional.of(value[0]) : Optional.empty(),
            names(values, findings, object), lines).of(raw, SHOWN);
    }

    /** Names what it refers to, what refers to it as far as that is shown, and the steps of its path. */
    private ReferenceNames names(Values values, Findings findings, int object) throws IOException {
        Graph referrers = findings.heap().referrers();
        int shown = Math.min(referrers.outDegree(object), top.orElse(json() ? Integer.MAX_VALUE : SHOWN));
        int[] path = findings.fromRoots().orElseThrow().path(object);
        int[] holders = Arrays.copyOf(path, path.length + shown + 1);
        for (int i = 0; i < shown; i++) {
            holders[path.length + i] = referrers.target(referrers.from(object) + i);
        }
        holders[path.length + shown] = object;
        NodeSet wanted = NodeSet.of(findings.heap().objectCount(), path).or(NodeSet.where(
            findings.heap().objectCount(), target -> target == object
                || findings.heap().references().hasEdge(object, target)));
        return ReferenceNames.of(values, holders, wanted::contains, task());
    }
}
