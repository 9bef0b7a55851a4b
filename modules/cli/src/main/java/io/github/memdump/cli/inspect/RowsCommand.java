package io.github.memdump.cli.inspect;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.content.record.RowsAnswer;
import io.github.memdump.cli.command.SelectingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.file.Target;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.value.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command about what the records of objects say, whose rows can be written to a file. */
abstract class RowsCommand extends SelectingCommand {
    @Parameters(paramLabel = "DUMP", description = "The dump, plain or gzip; - for standard input.")
    private String dump;

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write the rows to this file: JSON if its"
        + " name ends in .json, else CSV.")
    private Path output;

    @Mixin
    private Top top;

    RowsCommand(Session session) {
        super(session);
    }

    /** Finds out what there is to say of some objects. */
    abstract RowsAnswer of(Heap heap, Values values, NodeSet objects) throws IOException;

    @Override
    protected final Answer answer() throws IOException {
        Optional<Target> to = target(output);
        keepStreams();
        Heap heap = loadSelecting(dump);
        RowsAnswer answer = of(heap, values(heap, loadedName()), selected(heap));
        if (to.isEmpty()) {
            return answer.answer();
        }
        output().save(Answer.builder().table(answer.rows()).build(), to.get());
        return answer.saved(output.toString());
    }
}
