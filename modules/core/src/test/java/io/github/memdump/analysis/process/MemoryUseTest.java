package io.github.memdump.analysis.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.process.MemoryUse.Part;
import io.github.memdump.analysis.process.MemoryUse.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MemoryUseTest {
    private static final long MIB = 1 << 20;

    /** A process of 100 MiB: 1,000 pages of 16 KiB, a quarter of whose slots is free. */
    private static Map<String, Long> figures() {
        Map<String, Long> figures = new HashMap<>();
        figures.put("resident", 100 * MIB);
        figures.put("anonymous", 90 * MIB);
        figures.put("heap_allocated_pages", 1_000L);
        figures.put("page_size", 16_384L);
        figures.put("heap_live_slots", 300_000L);
        figures.put("heap_free_slots", 100_000L);
        figures.put("memsize", 60 * MIB);
        figures.put("malloc_total", 70 * MIB);
        figures.put("malloc_free", 5 * MIB);
        return figures;
    }

    private static Map<String, Long> with(String name, long value) {
        Map<String, Long> figures = figures();
        figures.put(name, value);
        return figures;
    }

    @Test
    void thePartsAreThoseOfTheProcessAndWhatIsLeftIsNative() {
        MemoryUse use = MemoryUse.of(figures());
        assertEquals(60 * MIB, use.bytes(Part.OBJECTS));
        assertEquals(1_000 * 16_384 / 4, use.bytes(Part.FREE_SLOTS));
        assertEquals(5 * MIB, use.bytes(Part.FREE_MALLOC));
        assertEquals(10 * MIB, use.bytes(Part.FILES));
        assertEquals(90 * MIB - 65 * MIB - 4_096_000, use.bytes(Part.NATIVE));
        assertEquals(Verdict.OBJECTS, use.verdict());
    }

    @Test
    void whatTracingNotesIsNoObjectAndNotNative() {
        Map<String, Long> figures = with("tracer_table", 16 * MIB);
        figures.put("tracer_notes", 250_000L * 80);
        MemoryUse use = MemoryUse.of(figures);
        assertEquals(44 * MIB, use.bytes(Part.OBJECTS), "the table is a part of memsize");
        assertEquals(250_000 * (80 + 24) + 4 * MIB, use.bytes(Part.TRACER));
        figures.put("tracer_notes", 10_000_000L);
        figures.put("tracer_table", 1 * MIB);
        assertEquals(10_000_000 + MIB, MemoryUse.of(figures).bytes(Part.TRACER), "never more than the whole table");
    }

    @Test
    void theVerdictIsThatOfTheLargestPartIfItIsLargeEnough() {
        assertEquals(Verdict.NATIVE, MemoryUse.of(with("memsize", 20 * MIB)).verdict());
        assertEquals(Verdict.FRAGMENTED_HEAP, MemoryUse.of(Map.of("resident", 100 * MIB, "anonymous", 90 * MIB,
            "heap_allocated_pages", 5_000L, "page_size", 16_384L, "heap_live_slots", 1L, "heap_free_slots", 999L))
            .verdict());
        assertEquals(Verdict.FRAGMENTED_MALLOC, MemoryUse.of(Map.of("resident", 100 * MIB, "anonymous", 90 * MIB,
            "malloc_free", 50 * MIB)).verdict());
        assertEquals(Verdict.OBJECTS, MemoryUse.of(with("tracer_notes", 20 * MIB)).verdict());
        Map<String, Long> traced = with("tracer_notes", 70 * MIB);
        traced.put("memsize", 10 * MIB);
        assertEquals(Verdict.TRACING, MemoryUse.of(traced).verdict());
        Map<String, Long> even = with("memsize", 39 * MIB);
        even.put("malloc_free", 20 * MIB);
        assertEquals(Verdict.NOTHING, MemoryUse.of(even).verdict(), "none has two fifths");
        assertEquals(Verdict.NOTHING, MemoryUse.of(with("resident", 40 * MIB)).verdict(), "too little for a word");
    }

    @Test
    void withoutTheKernelOnlyRubysPartIsKnown() {
        Map<String, Long> figures = figures();
        figures.remove("resident");
        MemoryUse use = MemoryUse.of(figures);
        assertFalse(use.knowsProcess());
        assertEquals(List.of(Part.OBJECTS, Part.TRACER, Part.FREE_SLOTS), use.parts());
        assertEquals(60 * MIB + 4_096_000, use.whole());
        assertEquals(Verdict.NOTHING, use.verdict());
    }

    @Test
    void thePartsAddUpWhateverIsSaid() {
        Random random = new Random(15);
        for (int round = 0; round < 2_000; round++) {
            Map<String, Long> figures = new HashMap<>();
            List.of("heap_allocated_pages", "page_size", "heap_live_slots", "heap_free_slots", "memsize", "malloc_free",
                "tracer_table", "tracer_notes", "swapped").forEach(name -> {
                    if (random.nextInt(4) > 0) {
                        figures.put(name, (long) random.nextInt(100_000));
                    }
                });
            long anonymous = random.nextInt(1 << 20);
            figures.put("anonymous", anonymous);
            figures.put("resident", anonymous + random.nextInt(1 << 20));
            MemoryUse use = MemoryUse.of(figures);
            assertEquals(use.whole(), use.parts().stream().mapToLong(use::bytes).sum(), figures.toString());
            assertTrue(use.parts().stream().allMatch(part -> use.bytes(part) >= 0), figures.toString());
        }
    }
}
