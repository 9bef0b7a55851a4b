package io.github.memdump.answer.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.Loading;
import io.github.memdump.analysis.process.MemoryUse;
import io.github.memdump.answer.render.JsonRenderer;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ProcessNames;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpMemoryAnswerTest {
    private static final String TOLD = "{\"type\":\"NAMES\", \"kind\":\"figure\", \"rows\":[[\"GC.heap_live_slots\","
        + "\"7\"],[\"process.resident\",\"%d\"],[\"process.private\",\"90000000\"],[\"process.anonymous\",\"%d\"],"
        + "[\"process.heap_live_slots\",\"300000\"],[\"process.heap_free_slots\",\"100000\"],"
        + "[\"process.heap_allocated_pages\",\"1000\"],[\"process.page_size\",\"16384\"]]}\n";

    @TempDir
    private Path folder;

    private Heap heap(String told) throws IOException {
        String dump = HeapDsl.heap().root("vm", "one").object("one").memsize(50_000_000).refers("two").object("two")
            .memsize(40).text();
        return Loading.load(Files.writeString(folder.resolve("x.json"), dump + told));
    }

    private static DumpMemoryAnswer answer(Heap heap, Optional<MemoryUse> earlier) {
        return DumpMemoryAnswer.of(heap, ProcessNames.of(heap, Task.UNWATCHED), earlier, Task.UNWATCHED);
    }

    private static JsonTree json(DumpMemoryAnswer answer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonRenderer.generator(out)) {
            json.writeStartObject();
            JsonRenderer.write(answer.facts(), OptionalInt.empty(), json);
            json.writeEndObject();
        }
        return JsonTree.read(out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatTheProcessToldIsSaidAndWhatItsObjectsTakeIsOfTheDump() throws IOException {
        JsonTree memory = json(answer(heap(String.format(TOLD, 100_000_000, 80_000_000)), Optional.empty()));
        assertEquals(true, memory.at("told"));
        assertEquals("objects", memory.text("verdict"));
        assertEquals(50_000_040, memory.number("parts", "objects"));
        assertEquals(20_000_000, memory.number("parts", "files"));
        assertEquals(300_000, memory.number("figures", "heap_live_slots"), "as it was before names were gathered");
        assertEquals(2, memory.number("objects"));
    }

    @Test
    void growthIsToldBesideAnEarlierDump() throws IOException {
        Heap before = heap(String.format(TOLD, 70_000_000, 60_000_000));
        Optional<MemoryUse> earlier = MemoryUse.told(before, ProcessNames.of(before, Task.UNWATCHED), Task.UNWATCHED);
        DumpMemoryAnswer answer = answer(heap(String.format(TOLD, 130_000_000, 110_000_000)), earlier);
        String said = String.join(" ", answer.sentences());
        assertTrue(said.contains("from 66.8 MiB to 124.0 MiB"), said);
        assertTrue(said.contains("by 47.7 MiB, is: C libraries"), said);
        assertEquals(10_000_000, json(answer).number("parts_before", "files"));
    }

    @Test
    void aDumpOfWhichNothingWasToldSaysWhatItCannotKnow() throws IOException {
        DumpMemoryAnswer answer = answer(heap(""), Optional.empty());
        assertTrue(answer.line().isEmpty());
        assertTrue(answer.sentences().get(0).startsWith("The dump does not say"), answer.sentences().toString());
        assertEquals(false, json(answer).at("told"));
        assertEquals(1, json(answer).number("pages"));
    }
}
