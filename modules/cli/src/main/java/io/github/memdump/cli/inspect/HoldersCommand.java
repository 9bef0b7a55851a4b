package io.github.memdump.cli.inspect;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.content.BarrierWords;
import io.github.memdump.answer.content.MergedAnswer;
import io.github.memdump.cli.command.SelectingCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.cli.option.DumpAndObject;
import io.github.memdump.cli.option.PathConstraint;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command about what holds one object, named by its address, or many, chosen by {@code --where}. */
abstract class HoldersCommand extends SelectingCommand {
    private static final int SHOWN = 60;

    @Parameters(arity = "1..2", paramLabel = "DUMP|ADDRESS", description = "The dump (plain or gzip; - for standard"
        + " input), and the object: an address, an identity or the name of a root, in either order.")
    private List<String> words;

    @Mixin
    private Top top;

    @Mixin
    private PathConstraint constraint;

    HoldersCommand(Session session) {
        super(session);
    }

    /** Complains of options that cannot be. */
    abstract void check();

    /** Returns what holds the objects that were asked for. */
    abstract Answer of(Heap heap, DumpAndObject asked) throws IOException;

    @Override
    protected final Answer answer() throws IOException {
        DumpAndObject asked = DumpAndObject.of(words);
        if (asked.dump().isEmpty() || asked.object().isEmpty() != isSelecting()) {
            throw misused("Name a dump and either an object by its address or many with --where.");
        }
        check();
        constraint.read(this::misused);
        keepStreams();
        Heap heap = loadSelecting(asked.dump());
        Answer.Builder answer = Answer.builder();
        BarrierWords.list(answer, constraint.stops());
        return answer.add(of(heap, asked)).build();
    }

    /** Returns where paths may lead. */
    final PathConstraint constraint() {
        return constraint;
    }

    /** Returns the answer about many objects, as long as was asked for. */
    final MergedAnswer merged(Heap heap, ReferenceNames names) {
        return new MergedAnswer(heap, top.orElse(json() ? Integer.MAX_VALUE : SHOWN), names);
    }
}
