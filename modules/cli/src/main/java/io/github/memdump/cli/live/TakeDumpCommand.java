package io.github.memdump.cli.live;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.answer.Figures;
import io.github.memdump.cli.DumpCommand;
import io.github.memdump.cli.Session;
import io.github.memdump.live.DumpOptions;
import io.github.memdump.live.LiveHeap;
import io.github.memdump.live.RubyProcess;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a dump of a running process. */
@Command(name = "dump", header = {"Takes a dump of a running Ruby process.", ""}, description = {
    "The process must have loaded rbtrace (require \"rbtrace\", or RUBYOPT=-rrbtrace); where it has not, the message"
        + " says what to add. It stands still while it writes, some seconds for a gigabyte, and goes on by itself.", "",
    "The file is there in full or not at all, and is yours alone, also if the process runs as another user: the process"
        + " writes it in a folder that nobody else can change, and it gets its name when the process says that all is"
        + " written, however long that takes.", "",
    "For the line that made each object, turn tracing on first, as early as possible: memdump enable-allocation-trace"
        + " PID. To find a leak take two dumps, with work between them.", ""},
    footer = {"", "Examples:", "  memdump dump 4711 before.json", "  memdump dump --full 4711 after.json.gz", "",
        "Next: memdump report before.json after.json.gz -o out"})
public final class TakeDumpCommand extends DumpCommand {
    @Parameters(index = "0", paramLabel = "PID", description = "Number of the process: pgrep -a ruby")
    private long pid;

    @Parameters(index = "1", paramLabel = "FILE", description = "Where to write; compressed if it ends in .gz.")
    private Path file;

    @Option(names = "--no-gc", description = "Do not collect garbage first. What nobody holds is then in it too.")
    private boolean withGarbage;

    @Option(names = "--full", description = "Also empty slots and Ruby's own objects (full: true).")
    private boolean full;

    @Option(names = "--gzip", description = "Compress while writing, whatever the name of the file.")
    private boolean gzip;

    @Option(names = {"-f", "--force"}, description = "Replace a file that is there.")
    private boolean force;

    /** Makes the command. */
    public TakeDumpCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        LiveHeap heap = LiveHeap.of(RubyProcess.of(pid));
        long start = System.nanoTime();
        LiveHeap.Dump dump = heap.dump(file, options(), task());
        double seconds = (System.nanoTime() - start) / 1e9;
        if (dump.isExposed()) {
            session().tell("Others may write to the folder of " + file + ": they cannot read the dump, but from now on"
                + " they can replace it. Move it to a folder of yours.");
        }
        if (json()) {
            write(dump);
        } else {
            session().print(String.format("Process %d (Ruby %s) wrote %s to %s in %.1f s; it had about %,d objects.%n",
                pid, dump.facts().rubyVersion(), Figures.bytes(dump.bytes()), file, seconds, dump.facts().objects()));
        }
    }

    private DumpOptions options() {
        DumpOptions options = DumpOptions.usual();
        options = withGarbage ? options.withGarbage() : options;
        options = full ? options.full() : options;
        options = gzip || file.toString().endsWith(".gz") ? options.compressed() : options;
        return force ? options.replacing() : options;
    }

    private void write(LiveHeap.Dump dump) throws IOException {
        try (JsonGenerator json = jsonOut()) {
            json.writeStartObject();
            json.writeNumberField("pid", pid);
            json.writeStringField("file", file.toString());
            json.writeNumberField("bytes", dump.bytes());
            json.writeStringField("ruby", dump.facts().rubyVersion());
            json.writeNumberField("live_slots", dump.facts().objects());
            json.writeEndObject();
        }
    }
}
