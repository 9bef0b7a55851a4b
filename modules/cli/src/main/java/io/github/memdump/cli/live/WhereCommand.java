package io.github.memdump.cli.live;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.live.LiveFacts;
import io.github.memdump.live.MemoryUse;
import io.github.memdump.live.RubyProcess;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says whether the memory of a process is in its Ruby heap at all. */
@Command(name = "where", header = {"Says where the memory of a running Ruby process is: in its objects or not.", ""},
    description = {
        "A dump shows objects. Memory that none of them owns is not in it: free slots in Ruby's pages, free blocks that"
            + " malloc has not given back, C libraries. This asks the process, its allocator (glibc) and the kernel,"
            + " draws the parts as one bar, and says what to look at next.", "",
        "The process is asked as by memdump dump, and a copy of it counts, so that it does not stand still meanwhile.",
        "",
        "JSON: pid, ruby, verdict (objects, fragmented_heap, fragmented_malloc, native or nothing), resident, private,"
            + " swapped, pages_bytes, parts (bytes by part), figures (as the process gave them).", ""},
    footer = {"", "Examples:", "  memdump where 4711", "  memdump where --json 4711", "",
        "Next: memdump dump 4711 before.json"})
public final class WhereCommand extends DumpCommand {
    private static final int WIDTH = 60;
    private static final String SIGNS = "#-~?=";
    /** Less says nothing: Ruby itself takes that. */
    private static final long WORTH_A_WORD = 48L << 20;
    private static final double MOST = 0.4;

    @Parameters(index = "0", paramLabel = "PID", description = "Number of the process: pgrep -a ruby")
    private long pid;

    @Mixin
    private ApproachOptions approach = new ApproachOptions();

    /** Makes the command. */
    public WhereCommand(Session session) {
        super(session);
    }

    /** What is said of the part that is largest. */
    private enum Verdict {
        OBJECTS("objects", "Most of it is in objects: a dump shows them.", "dump %d before.json",
            "takes a dump; take another after some work, and compare them by memdump report"),
        FRAGMENTED_HEAP("fragmented_heap", "Most of it is in Ruby's pages, in slots that are free: few objects keep"
            + " pages that are nearly empty. A dump shows which.", "dump %d now.json",
            "takes a dump; memdump pages now.json then shows what holds the pages"),
        FRAGMENTED_MALLOC("fragmented_malloc", "Most of it is free and was not given back by malloc. It is no leak:"
            + " start the process with MALLOC_ARENA_MAX=2, or with jemalloc (LD_PRELOAD), and see whether that ends"
            + " it.", "where %d", "looks again"),
        NATIVE("native", "Most of it belongs to no object: a C library or an extension has it, and no dump shows it."
            + " Look at what extensions the process has loaded, and at its allocations by heaptrack, or by jemalloc"
            + " with prof:true.", "where %d", "looks again, to see whether it grows"),
        NOTHING("nothing", "No part of it stands out.", "dump %d before.json", "takes a dump all the same");

        private final String field;
        private final String sentence;
        private final String command;
        private final String purpose;

        Verdict(String field, String sentence, String command, String purpose) {
            this.field = field;
            this.sentence = sentence;
            this.command = command;
            this.purpose = purpose;
        }

        static Verdict of(MemoryUse use) {
            long all = use.resident() + use.swapped();
            MemoryUse.Part largest = use.largestFirst().get(0);
            if (all < WORTH_A_WORD || use.bytes(largest) < MOST * all) {
                return NOTHING;
            }
            switch (largest) {
                case OBJECTS:
                    return OBJECTS;
                case FREE_SLOTS:
                    return FRAGMENTED_HEAP;
                case FREE_MALLOC:
                    return FRAGMENTED_MALLOC;
                case NATIVE:
                    return NATIVE;
                default:
                    return NOTHING;
            }
        }
    }

    @Override
    protected void run() throws IOException {
        RubyProcess process = RubyProcess.of(pid);
        show(answer(MemoryUse.of(process, approach.approach(session()::tell))));
    }

    private Answer answer(MemoryUse use) {
        LiveFacts facts = use.facts();
        Verdict verdict = Verdict.of(use);
        Map<String, Long> parts = new TreeMap<>();
        for (MemoryUse.Part part : MemoryUse.Part.values()) {
            parts.put(part.name().toLowerCase(Locale.ROOT), use.bytes(part));
        }
        long all = Math.max(1, use.resident() + use.swapped());
        Answer.Builder answer = Answer.builder().fact("pid", pid).fact("ruby", facts.rubyVersion())
            .fact("verdict", verdict.field).fact("resident", use.resident()).fact("private", use.privateBytes())
            .fact("swapped", use.swapped()).fact("pages_bytes", use.pages()).facts("parts", parts)
            .facts("figures", new TreeMap<>(facts.figures()));
        answer.say(String.format(Locale.ROOT, "Process %d (Ruby %s) has %s in memory, %s of it shared with nobody.",
            pid, facts.rubyVersion(), Figures.bytes(use.resident()), Figures.bytes(use.privateBytes())));
        answer.detail(bar(use, all));
        for (MemoryUse.Part part : MemoryUse.Part.values()) {
            answer.detail(String.format(Locale.ROOT, "%s %9s %5.1f %%  %s", SIGNS.charAt(part.ordinal()),
                Figures.bytes(use.bytes(part)), 100.0 * use.bytes(part) / all, part.words()));
        }
        answer.say(verdict.sentence);
        answer.detail(String.format(Locale.ROOT, "Ruby has %s of %d KiB, %s; %s live, %s free slots",
            Figures.count(facts.figure("heap_allocated_pages"), "page"), facts.figure("page_size") >> 10,
            Figures.bytes(use.pages()), Figures.count(facts.figure("heap_live_slots")),
            Figures.count(facts.figure("heap_free_slots"))));
        answer.detailIf(use.knowsMalloc(), "malloc has " + Figures.bytes(facts.figure("malloc_total")) + ", "
            + Figures.bytes(facts.figure("malloc_free")) + " of it free");
        answer.detailIf(!use.knowsMalloc(), "how much malloc has is not known (no glibc, or a Ruby without fiddle):"
            + " what is free in it counts as belonging to C libraries");
        answer.detailIf(facts.tracesAllocations(), "allocations are traced, which takes memory too: in a dump it is"
            + " ObjectTracing/allocation_info_tracer");
        answer.next("memdump " + String.format(Locale.ROOT, verdict.command, pid), verdict.purpose);
        return answer.build();
    }

    private static String bar(MemoryUse use, long all) {
        StringBuilder bar = new StringBuilder();
        for (MemoryUse.Part part : MemoryUse.Part.values()) {
            bar.append(String.valueOf(SIGNS.charAt(part.ordinal()))
                .repeat((int) Math.round((double) WIDTH * use.bytes(part) / all)));
        }
        return bar.toString();
    }
}
