package io.github.memdump.answer.content;

import io.github.memdump.answer.Figures;
import io.github.memdump.live.LiveDump;
import io.github.memdump.live.LiveHeap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said of a dump that a process has written. */
public final class TakenDump {
    private TakenDump() {
    }

    /** Returns how it went, a sentence each: the way, how long the process stood still, what its copy took. */
    public static List<String> account(LiveHeap.Dump taken) {
        LiveDump dump = taken.said();
        List<String> sentences = new ArrayList<>();
        sentences.add("asked by " + taken.facts().way().words() + (dump.stopped().isZero() ? ""
            : String.format(Locale.ROOT, ": its main thread was stopped for %.1f ms", millis(dump.stopped()))));
        if (!dump.isOfCopy()) {
            sentences.add(dump.whyDirect().isEmpty() ? "it stood still while it wrote"
                : "it could not be copied (" + dump.whyDirect() + "): it stood still while it wrote");
            return sentences;
        }
        sentences.add(String.format(Locale.ROOT, "it stood still for %.1f ms to be copied%s",
            dump.pause().map(TakenDump::millis).orElse(0.0), dump.collection().filter(time -> time.toMillis() > 0)
                .map(time -> String.format(Locale.ROOT, " and %.0f ms to collect garbage (--no-gc leaves that out)",
                    millis(time))).orElse("")));
        dump.copiedBytes().ifPresent(copied -> sentences.add("a copy of it wrote, which took "
            + Figures.bytes(copied) + " of memory beside it and is gone"));
        dump.lostThreads().ifPresent(threads -> {
            if (threads > 0) {
                sentences.add("what only " + (threads == 1 ? "the stack of its main thread"
                    : String.format(Locale.ROOT, "the stacks of its %,d threads", threads))
                    + " held looks like garbage in the dump: --no-fork dumps the process itself");
            }
        });
        return sentences;
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
