package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.string.DuplicateStrings;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.content.record.StringsAnswer;
import io.github.memdump.cli.command.AnalysingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.ValueLength;
import io.github.memdump.heap.Heap;
import io.github.memdump.investigation.Investigation;
import io.github.memdump.value.StringDigests;
import io.github.memdump.value.Value;
import io.github.memdump.value.Values;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which strings are there more than once. */
@Command(name = "strings", header = {"Shows duplicate strings and what their copies waste.", ""}, description = {
    "Strings are the same if they have the same bytes and the same encoding. What is wasted is the memory of all copies"
        + " but one, for which the largest is taken: at least so much would be saved if each string were there once"
        + " (a frozen literal, -str, an interned key). With --before only new copies count, and all of them are waste"
        + " where there is an old one.", "",
    "Strings are compared by a 128-bit hash, keyed by the dump; that two different strings of a heap are taken for one"
        + " is less likely than 1 in 10^24. No text is shown without --values: dumps are full of secrets. Of the hash"
        + " 12 digits are shown, the same each time for one dump; other dumps have other hashes.", "",
    "Not compared, but counted: strings that use the buffer of another (what they share is counted once, with its"
        + " owner), those whose value Ruby left out because it is binary, not valid or not ASCII, those that stand in"
        + " the dump shorter or longer than they were, and those of damaged records.", "",
    "JSON: strings, compared, shared, omitted, incomplete, unreadable (numbers of strings), distinct, duplicated (how"
        + " many strings are there more than once), copies, wasted; rows by wasted: bytes and encoding of each, hash,"
        + " copies, new_copies (with --before), memsize, wasted, object (one of them), classes, sites and holders (of"
        + " which there are most; holders are the classes that refer to them), with --values value; sites by wasted:"
        + " file, line, method, copies, wasted.", ""},
    footer = {"", "Examples:", "  memdump strings after.json.gz",
        "  memdump strings after.json.gz --before before.json.gz --top 20 --values",
        "  memdump strings after.json.gz --min-copies 100 --json > strings.json", "",
        "Next: who holds one of them: memdump show DUMP ADDRESS"})
public final class StringsCommand extends AnalysingCommand {
    private static final int SHOWN = 30;

    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = "--before", paramLabel = "BEFORE",
        description = "An earlier dump of the same process: count new copies only.")
    private String before;

    @Option(names = "--min-copies", paramLabel = "N", defaultValue = "2",
        description = "Only strings of which there are N or more, at least 2 (default: ${DEFAULT-VALUE}).")
    private int minCopies;

    @Mixin
    private Top top;

    @Option(names = "--values", description = "Show the strings themselves, which may be secrets.")
    private boolean showsValues;

    @Mixin
    private ValueLength valueLength;

    public StringsCommand(Session session) {
        super(session);
    }

    @Override
    protected Answer answer() throws IOException {
        if (minCopies < 2) {
            throw misused("'" + minCopies + "' is not a number of copies: --min-copies takes 2 or more.");
        }
        valueLength.check(this::misused);
        keepStreams();
        Heap heap;
        DuplicateStrings.Search search;
        Values values;
        if (before == null) {
            heap = load(dump);
            values = values(heap, dump);
            search = DuplicateStrings.in(heap, StringDigests.of(values, task()));
        } else {
            Investigation<Given> dumps = investigate(List.of(before, dump));
            HeapDiff diff = compared(dumps);
            heap = diff.after();
            values = values(heap, dumps.latest().name());
            search = DuplicateStrings.in(heap, StringDigests.of(values, task())).among(diff.newObjects());
        }
        DuplicateStrings duplicates = search.copies(minCopies).find(task());
        int rows = Math.min(duplicates.size(), top.orElse(json() ? Integer.MAX_VALUE : SHOWN));
        Value[] texts = showsValues ? texts(duplicates, rows, valueLength.cut(values)) : new Value[0];
        return new StringsAnswer(heap, duplicates, texts, before != null).of(rows);
    }

    private Value[] texts(DuplicateStrings duplicates, int rows, Values values) throws IOException {
        int[] examples = new int[rows];
        for (int row = 0; row < rows; row++) {
            examples[row] = duplicates.group(row).example();
        }
        return values.of(examples, task());
    }
}
