package io.github.memdump.analysis.known;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.PackedDumps;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Retained;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectOptions;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.analysis.suspect.weight.EarlierHeap;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule finds its leak in real dumps: of the programs beside {@code known/make.rb}, and of the zoo. */
class KnownLeaksTest {
    private static Heap last;

    private static List<Suspect> suspects(String dumps) throws IOException {
        List<Heap> pair = PackedDumps.of(dumps, 2);
        last = pair.get(1);
        return Suspects.of(HeapDiff.between(pair.get(0), last, Task.UNWATCHED),
            EarlierHeap.of(pair.get(0), Task.UNWATCHED), Retained.of(last, Task.UNWATCHED),
            SuspectOptions.OF_GROWTH, Task.UNWATCHED).list();
    }

    private static List<String> known(Suspect suspect) {
        return new KnownLeaks(last).of(suspect).stream().map(KnownLeak::id).collect(Collectors.toList());
    }

    @ParameterizedTest
    @CsvSource({"known/ended_threads, ended_threads, 1", "zoo/thread_per_request, running_threads, 1",
        "known/call_caches, call_caches, 1", "known/finalizers, capturing_finalizers, 1",
        "zoo/pool_fiber_locals, thread_locals, 1", "known/timers, timers, 1", "known/observers, subscribers, 1",
        "zoo/as_notifications, subscribers, 1", "known/record_classes, record_classes, 1",
        "zoo/class_per_call, repeated_classes, 1", "zoo/extend_long_lived, repeated_classes, 1",
        "zoo/erb_compiled, compiled_again, 1", "zoo/iseq_once, loaded_again, 1", "known/loaded_again, loaded_again, 1",
        "zoo/dynamic_symbols, ever_new_symbols, 1", "zoo/ivar_set_singleton, ever_new_names, 2",
        "known/loaded_once, loaded_once, 1"})
    void aRuleKnowsItsLeak(String dumps, String rule, int suspect) throws IOException {
        List<Suspect> suspects = suspects("/" + dumps + ".gz");
        assertEquals(List.of(rule), known(suspects.get(suspect - 1)));
        for (KnownLeak leak : new KnownLeaks(last).of(suspects.get(suspect - 1))) {
            assertTrue(leak.count() * 2 >= leak.of() && leak.of() > 0, leak.count() + " of " + leak.of());
        }
    }

    @ParameterizedTest
    @CsvSource({"const_array", "closure_scope", "lru_beside_slow_leak", "two_leaks", "many_tenant_caches",
        "errors_array", "rack_session_pool", "array_capacity"})
    void aPlainContainerIsNoKnownLeak(String program) throws IOException {
        for (Suspect suspect : suspects("/zoo/" + program + ".gz")) {
            assertEquals(List.of(), known(suspect));
        }
    }

    @Test
    void everyRuleSaysWhatWhyAndWhatToDoWithoutALink() throws IOException {
        Suspect suspect = suspects("/known/ended_threads.gz").get(0);
        KnownLeak leak = new KnownLeaks(last).of(suspect).get(0);
        assertEquals("200 of 200", leak.count() + " of " + leak.of());
        for (String text : List.of(leak.title(), leak.explanation(), leak.repair(), leak.evidence())) {
            assertTrue(text.length() > 10 && !text.contains("http"), text);
        }
    }
}
