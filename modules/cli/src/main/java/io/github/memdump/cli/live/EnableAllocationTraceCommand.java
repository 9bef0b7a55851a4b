package io.github.memdump.cli.live;

import io.github.memdump.answer.Answer;
import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.live.LiveFacts;
import io.github.memdump.live.LiveHeap;
import io.github.memdump.live.RubyProcess;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a running process remember which line makes each object. */
@Command(name = "enable-allocation-trace", header = {
    "Lets a running Ruby process remember which line makes each object.", ""}, description = {
        "From now on each object is dumped with file, line, method and generation: the count of garbage collections"
            + " when it was made, which tells a new object from an old one at the same address. It makes the process"
            + " slower and larger until it ends or until --off. The process need not be prepared: it is asked as by"
            + " memdump dump.", ""},
    footer = {"", "Examples:", "  memdump enable-allocation-trace 4711", "", "Next: memdump dump 4711 before.json"})
public final class EnableAllocationTraceCommand extends DumpCommand {
    @Parameters(index = "0", paramLabel = "PID", description = "Number of the process: pgrep -a ruby")
    private long pid;

    @Mixin
    private ApproachOptions approach = new ApproachOptions();

    @Option(names = "--off", description = "Turn it off again: forget all lines.")
    private boolean off;

    /** Makes the command. */
    public EnableAllocationTraceCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        RubyProcess process = RubyProcess.of(pid);
        LiveHeap heap = LiveHeap.of(process).by(approach.approach(session()::tell));
        LiveFacts facts = off ? heap.stopTracing() : heap.traceAllocations();
        show(Answer.builder().fact("pid", pid).fact("tracing", facts.tracesAllocations())
            .fact("via", facts.way().name().toLowerCase(Locale.ROOT))
            .say("Process " + process + (facts.tracesAllocations()
                ? " remembers from now on which line makes each object."
                : " does not remember any more which line makes each object."))
            .detail("asked by " + facts.way().words())
            .next("memdump dump " + pid + " before.json", "takes a dump of it").build());
    }
}
