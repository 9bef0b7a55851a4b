package io.github.memdump.answer.process;

import io.github.memdump.analysis.process.MemoryUse;
import io.github.memdump.analysis.process.MemoryUse.Part;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether the memory of a process is in its Ruby heap at all, and what it has become. Immutable, thread-safe. */
public final class MemoryAnswer {
    private static final int WIDTH = 60;
    private static final Map<Part, String> SIGNS = Map.of(Part.OBJECTS, "#", Part.TRACER, "+", Part.FREE_SLOTS, "-",
        Part.FREE_MALLOC, "~", Part.NATIVE, "?", Part.FILES, "=");

    private final MemoryUse use;
    private final Optional<MemoryUse> earlier;

    private MemoryAnswer(MemoryUse use, Optional<MemoryUse> earlier) {
        this.use = use;
        this.earlier = earlier;
    }

    /** Prepares to speak of the memory of a process. */
    public static MemoryAnswer of(MemoryUse use) {
        return new MemoryAnswer(use, Optional.empty());
    }

    /** Returns the same, beside what the process had before if that is known as well as what it has now. */
    public MemoryAnswer since(Optional<MemoryUse> before) {
        return new MemoryAnswer(use, before.filter(had -> had.parts().equals(use.parts())));
    }

    /** A part of the memory. Immutable. */
    public final class Row {
        private final Part part;

        private Row(Part part) {
            this.part = part;
        }

        /** Returns which it is. */
        public Part part() {
            return part;
        }

        /** Returns what it is, for people. */
        public String words() {
            switch (part) {
                case OBJECTS:
                    return "live objects and what they own";
                case TRACER:
                    return "what allocation tracing notes (estimated)";
                case FREE_SLOTS:
                    return "free slots in Ruby's pages";
                case FREE_MALLOC:
                    return "free blocks that malloc has not given back";
                case NATIVE:
                    return "C libraries and Ruby itself: not objects";
                default:
                    return "programs and libraries (mapped files)";
            }
        }

        /** Returns its bytes. */
        public long bytes() {
            return use.bytes(part);
        }

        /** Returns its bytes in the earlier dump, 0 without one. */
        public long before() {
            return earlier.map(had -> had.bytes(part)).orElse(0L);
        }

        private String sign() {
            return SIGNS.getOrDefault(part, "");
        }

        private int width() {
            return (int) Math.round((double) WIDTH * bytes() / Math.max(1, use.whole()));
        }
    }

    /** Returns the parts; that of tracing only where there is some. */
    public List<Row> rows() {
        return use.parts().stream().map(Row::new)
            .filter(row -> row.part != Part.TRACER || row.bytes() > 0 || row.before() > 0)
            .collect(Collectors.toList());
    }

    /** Returns whether the parts are known of an earlier dump too. */
    public boolean isCompared() {
        return earlier.isPresent();
    }

    /** Returns the sum of the parts. */
    public long whole() {
        return use.whole();
    }

    /** Returns how much there is, behind words such as "Process 17 has". */
    public String amount(String processHas) {
        return use.knowsProcess() ? processHas + " " + Figures.bytes(use.resident()) + " in memory, "
            + Figures.bytes(use.privateBytes()) + " of it shared with nobody."
            : processHas + " " + Figures.bytes(use.whole()) + " in Ruby's pages and what its objects own. The rest was"
                + " not told.";
    }

    /** Returns by how much it grew and what most of that is; empty without an earlier dump. */
    public String growth() {
        if (earlier.isEmpty()) {
            return "";
        }
        long grown = use.whole() - earlier.get().whole();
        Row most = rows().stream().max(Comparator.comparingLong(row -> row.bytes() - row.before())).orElseThrow();
        String from = "Between the dumps it went from " + Figures.bytes(earlier.get().whole()) + " to "
            + Figures.bytes(use.whole());
        return grown <= 0 ? from + "." : from + "; what grew most, by " + Figures.bytes(most.bytes() - most.before())
            + ", is: " + most.words() + ".";
    }

    /** Returns where most of it is, and what that means. */
    public String verdict() {
        switch (use.verdict()) {
            case OBJECTS:
                return "Most of it is in objects: a dump shows them.";
            case FRAGMENTED_HEAP:
                return "Most of it is in Ruby's pages, in slots that are free: few objects keep pages that are nearly"
                    + " empty. A dump shows which.";
            case FRAGMENTED_MALLOC:
                return "Most of it is free and was not given back by malloc. It is no leak: start the process with"
                    + " MALLOC_ARENA_MAX=2, or with jemalloc (LD_PRELOAD), and see whether that ends it.";
            case NATIVE:
                return "Most of it belongs to no object: a C library or an extension has it, and no dump shows it."
                    + " Look at what extensions the process has loaded, and at its allocations by heaptrack, or by"
                    + " jemalloc with prof:true.";
            case TRACING:
                return "Most of it is what allocation tracing notes. It is no leak: it goes with the tracing, in a"
                    + " process that is started without.";
            default:
                return !use.knowsProcess() ? "" : use.whole() < MemoryUse.WORTH_A_WORD
                    ? "Less than 48 MiB gets no verdict: much of it is Ruby itself." : "No part of it stands out.";
        }
    }

    /** Returns what is said beside. */
    public List<String> details() {
        List<String> details = new ArrayList<>();
        details.add(String.format(Locale.ROOT, "Ruby has %s of %d KiB, %s; %s live, %s free slots",
            Figures.count(use.figure("heap_allocated_pages"), "page"), use.figure("page_size") >> 10,
            Figures.bytes(use.pages()), Figures.count(use.figure("heap_live_slots")),
            Figures.count(use.figure("heap_free_slots"))));
        if (use.knowsMalloc()) {
            details.add("malloc has " + Figures.bytes(use.figure("malloc_total")) + ", "
                + Figures.bytes(use.figure("malloc_free")) + " of it free");
        } else if (use.knowsProcess()) {
            details.add("how much malloc has is not known (no glibc, a Ruby without fiddle, or no copy of the process):"
                + " what is free in it counts as belonging to C libraries");
        }
        if (use.bytes(Part.TRACER) > 0) {
            details.add("tracing is estimated, rather too low: 80 bytes for each object whose line is known, and what"
                + " its table must have in memory");
        }
        return details;
    }

    /** Returns the figures for machines. */
    public Answer facts() {
        Answer.Builder answer = Answer.builder().fact("verdict", use.verdict().name().toLowerCase(Locale.ROOT))
            .fact("resident", use.knowsProcess() ? use.resident() : TableColumn.ABSENT)
            .fact("private", use.knowsProcess() ? use.privateBytes() : TableColumn.ABSENT)
            .fact("swapped", use.knowsProcess() ? use.swapped() : TableColumn.ABSENT)
            .fact("pages_bytes", use.pages()).facts("parts", parts(use)).facts("figures", use.figures());
        earlier.ifPresent(had -> answer.facts("parts_before", parts(had)));
        return answer.build();
    }

    private static Map<String, Long> parts(MemoryUse use) {
        return use.parts().stream().collect(Collectors.toMap(part -> part.name().toLowerCase(Locale.ROOT), use::bytes,
            (one, other) -> one, TreeMap::new));
    }

    /** Returns all that is said behind such words, the parts as one bar of signs. */
    public Answer.Builder text(String processHas) {
        Answer.Builder answer = Answer.builder().say(amount(processHas));
        answer.detail(rows().stream().map(row -> row.sign().repeat(row.width())).collect(Collectors.joining()));
        for (Row row : rows()) {
            answer.detail(String.format(Locale.ROOT, "%s %9s %5.1f %%  %s", row.sign(), Figures.bytes(row.bytes()),
                100.0 * row.bytes() / Math.max(1, use.whole()), row.words()));
        }
        answer.say(verdict());
        details().forEach(answer::detail);
        return answer;
    }
}
