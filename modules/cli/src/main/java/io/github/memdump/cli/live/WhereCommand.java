package io.github.memdump.cli.live;

import io.github.memdump.analysis.process.MemoryUse;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.process.MemoryAnswer;
import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.live.LiveFacts;
import io.github.memdump.live.LiveHeap;
import io.github.memdump.live.RubyProcess;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whether the memory of a process is in its Ruby heap at all. */
@Command(name = "where", header = {"Says where the memory of a running Ruby process is: in its objects or not.", ""},
    description = {
        "A dump shows objects. Memory that none of them owns is not in it: free slots in Ruby's pages, free blocks that"
            + " malloc has not given back, C libraries. This asks the process, its allocator (glibc) and the kernel,"
            + " draws the parts as one bar, and says what to look at next.", "",
        "The process is asked as by memdump dump: it collects garbage, and a copy of it counts, so that it does not"
            + " stand still meanwhile. A dump that memdump has taken has the same figures: memdump report shows them.",
        "",
        "JSON: pid, ruby, verdict (objects, fragmented_heap, fragmented_malloc, native, tracing or nothing), resident,"
            + " private, swapped, pages_bytes, parts (bytes by part), figures (as they were told).", ""},
    footer = {"", "Examples:", "  memdump where 4711", "  memdump where --json 4711", "",
        "Next: memdump dump 4711 before.json"})
public final class WhereCommand extends DumpCommand {
    @Parameters(index = "0", paramLabel = "PID", description = "Number of the process: pgrep -a ruby")
    private long pid;

    @Mixin
    private ApproachOptions approach = new ApproachOptions();

    @Option(names = "--no-gc", description = "Do not let it collect garbage first. What nobody holds any more then"
        + " counts as objects.")
    private boolean withGarbage;

    /** Makes the command. */
    public WhereCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        LiveFacts facts = LiveHeap.of(RubyProcess.of(pid)).by(approach.approach(session()::tell)).figures(withGarbage);
        MemoryUse use = MemoryUse.of(facts.figures());
        MemoryAnswer memory = MemoryAnswer.of(use);
        Answer.Builder answer = Answer.builder().fact("pid", pid).fact("ruby", facts.rubyVersion())
            .facts(memory.facts());
        answer.add(memory.text("Process " + pid + " (Ruby " + facts.rubyVersion() + ") has").build());
        next(use.verdict(), answer);
        show(answer.build());
    }

    private void next(MemoryUse.Verdict verdict, Answer.Builder answer) {
        switch (verdict) {
            case OBJECTS:
                answer.next("memdump dump " + pid + " before.json",
                    "takes a dump; take another after some work, and compare them by memdump report");
                break;
            case FRAGMENTED_HEAP:
                answer.next("memdump dump " + pid + " now.json",
                    "takes a dump; memdump pages now.json then shows what holds the pages");
                break;
            case NOTHING:
                answer.next("memdump dump " + pid + " before.json", "takes a dump all the same");
                break;
            default:
                answer.next("memdump where " + pid, "looks again, to see whether it grows");
                break;
        }
    }
}
