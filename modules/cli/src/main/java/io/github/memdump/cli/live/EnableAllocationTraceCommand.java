package io.github.memdump.cli.live;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.cli.DumpCommand;
import io.github.memdump.cli.Session;
import io.github.memdump.live.LiveHeap;
import io.github.memdump.live.RubyProcess;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a running process remember which line makes each object. */
@Command(name = "enable-allocation-trace", header = {
    "Lets a running Ruby process remember which line makes each object.", ""}, description = {
        "From now on each object is dumped with file, line, method and generation: the count of garbage collections"
            + " when it was made, which tells a new object from an old one at the same address. It makes the process"
            + " slower and larger until it ends. The process must have loaded rbtrace; where it has not, the message"
            + " says what to add.", ""},
    footer = {"", "Examples:", "  memdump enable-allocation-trace 4711", "", "Next: memdump dump 4711 before.json"})
public final class EnableAllocationTraceCommand extends DumpCommand {
    @Parameters(index = "0", paramLabel = "PID", description = "Number of the process: pgrep -a ruby")
    private long pid;

    /** Makes the command. */
    public EnableAllocationTraceCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        RubyProcess process = RubyProcess.of(pid);
        LiveHeap.of(process).traceAllocations();
        if (json()) {
            try (JsonGenerator json = jsonOut()) {
                json.writeStartObject();
                json.writeNumberField("pid", pid);
                json.writeBooleanField("tracing", true);
                json.writeEndObject();
            }
        } else {
            session().print(String.format("Process %s remembers from now on which line makes each object.%n"
                + "Next: memdump dump %d before.json%n", process, pid));
        }
    }
}
