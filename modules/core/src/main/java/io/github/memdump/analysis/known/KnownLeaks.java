package io.github.memdump.analysis.known;

import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.heap.Heap;
import java.util.ArrayList;
import java.util.List;

/**
 * Which known leaks of Ruby and its libraries suspects look like. A rule explains a suspect; it neither makes one nor
 * acquits. Immutable, thread-safe.
 */
public final class KnownLeaks {
    private static final List<LeakRule> RULES = List.of(new EndedThreads(), new RunningThreads(), new CallCaches(),
        new CapturingFinalizers(), new ThreadLocals(), new Timers(), new Subscribers(), new RecordClasses(),
        new RepeatedClasses(), new CompiledAgain(), new LoadedAgain(), new EverNewSymbols(), new EverNewNames(),
        new LoadedOnce());

    private final Heap heap;

    /** Prepares to look at suspects of a heap. */
    public KnownLeaks(Heap heap) {
        this.heap = heap;
    }

    /** Returns what a suspect looks like, the most telling first; time linear in what has gathered. */
    public List<KnownLeak> of(Suspect suspect) {
        Scene scene = new Scene(heap, suspect);
        List<KnownLeak> found = new ArrayList<>();
        RULES.forEach(rule -> rule.in(scene).ifPresent(found::add));
        return found;
    }
}
