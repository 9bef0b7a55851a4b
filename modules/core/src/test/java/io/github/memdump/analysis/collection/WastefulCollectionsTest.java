package io.github.memdump.analysis.collection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.Certainty;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.value.Values;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WastefulCollectionsTest {
    @TempDir
    private Path folder;

    private WastefulCollections in(HeapDsl dsl) throws IOException {
        return in(dsl, name -> true);
    }

    private WastefulCollections in(HeapDsl dsl, Predicate<String> classes) throws IOException {
        Heap heap = Loading.load(dsl.writeTo(folder.resolve("dump.json")));
        return WastefulCollections.of(Values.of(heap),
            NodeSet.where(heap.objectCount(), object -> classes.test(heap.className(object))), Task.UNWATCHED);
    }

    /** A cart of two variables, with their shapes, that holds a first and a second. */
    private static HeapDsl cart(String first, String second) {
        return HeapDsl.heap().root("vm", "cart").klass("Cart").klass("Array").klass("Hash").klass("String").klass("Set")
            .record("s0", "SHAPE").with("id", 0).with("shape_type", "ROOT")
            .record("s1", "SHAPE").with("id", 1).with("parent_id", 0).with("shape_type", "IVAR")
            .with("edge_name", "@" + first)
            .record("s2", "SHAPE").with("id", 2).with("parent_id", 1).with("shape_type", "IVAR")
            .with("edge_name", "@" + second)
            .object("cart").ofClass("Cart").with("shape_id", 2).refers(first, second);
    }

    private static CollectionTotal total(WastefulCollections found, CollectionKind kind) {
        return found.totals().get(kind.ordinal());
    }

    @Test
    void anEmptyArrayAndAHashOfOneAreNamedByTheVariablesThatHoldThem() throws IOException {
        WastefulCollections found = in(cart("lines", "options").array("lines").ofClass("Array").with("length", 0)
            .memsize(40).hash("options").ofClass("Hash").with("size", 1).memsize(168));
        assertEquals(2, found.groups().size());
        CollectionGroup options = found.groups().get(0);
        assertEquals(List.of("@options"), options.place().names());
        assertEquals(ReferenceKind.IVAR, options.place().kind());
        assertEquals(Certainty.CERTAIN, options.place().certainty());
        assertEquals(Waste.ONE_ENTRY, options.example().waste());
        assertEquals(128, options.saved());
        CollectionGroup lines = found.groups().get(1);
        assertEquals(List.of("@lines"), lines.place().names());
        assertEquals(1, lines.count(Waste.EMPTY));
        assertEquals(40, lines.saved());
    }

    @Test
    void aSetIsTheSetAndItsHashAndHeldWhereTheSetIs() throws IOException {
        WastefulCollections found = in(cart("tags", "name").object("tags").ofClass("Set").memsize(40).refers("inner")
            .hash("inner").ofClass("Hash").with("size", 0).memsize(160).with("slot_size", 160)
            .string("name", "n").ofClass("String").memsize(40).with("embedded", true));
        assertEquals(1, found.all().size());
        assertEquals(CollectionKind.SET, found.all().get(0).kind());
        assertEquals(200, found.all().get(0).saved());
        assertEquals(List.of("@tags"), found.groups().get(0).place().names());
        assertEquals(0, total(found, CollectionKind.HASH).count());
        assertEquals(1, total(found, CollectionKind.SET).count());
    }

    @Test
    void elementsOfACollectionAreHeldWhereTheOutermostIs() throws IOException {
        WastefulCollections found = in(cart("rows", "name").array("rows").ofClass("Array").with("length", 1)
            .refers("byId").memsize(40).with("embedded", true)
            .hash("byId").ofClass("Hash").with("size", 1).refers("name", "deep").memsize(40)
            .string("name", "n").ofClass("String").memsize(40).with("embedded", true).with("frozen", true)
            .array("deep").ofClass("Array").with("length", 0).memsize(40));
        CollectionGroup deep = found.groups().get(0);
        assertEquals(List.of("@rows"), deep.place().names());
        assertEquals(List.of(ReferenceKind.INDEX, ReferenceKind.VALUE), deep.place().inside());
    }

    @Test
    void whatIsFrozenAndEmptySharedOrRubysOwnIsNoWaste() throws IOException {
        WastefulCollections found = in(HeapDsl.heap().root("vm", "a", "b", "c", "d").klass("Array").klass("String")
            .array("a").ofClass("Array").with("length", 0).with("frozen", true).memsize(40)
            .array("b").with("length", 0).memsize(40)
            .array("c").ofClass("Array").with("length", 90).with("shared", true).memsize(40)
            .string("d", "").ofClass("String").with("frozen", true).with("fstring", true).memsize(40));
        assertEquals(List.of(), found.all());
        assertEquals(1, total(found, CollectionKind.ARRAY).internal());
        assertEquals(2, total(found, CollectionKind.ARRAY).count());
    }

    @Test
    void whatTheDumpDoesNotTellIsCountedAndNotGuessed() throws IOException {
        WastefulCollections found = in(HeapDsl.heap().root("vm", "a", "b", "c", "d", "e").klass("Array").klass("Hash")
            .klass("Rows").klass("Set").klass("String")
            .array("a").ofClass("Array").memsize(40)
            .array("b").ofClass("Rows").with("length", 1).memsize(400)
            .hash("c").ofClass("Hash").with("size", 2).memsize(1001)
            .data("d", "set").ofClass("Set").memsize(368)
            .array("e").ofClass("Array").with("length", 100).memsize(80));
        assertEquals(List.of(), found.all());
        assertEquals(3, total(found, CollectionKind.ARRAY).unknown());
        assertEquals(1, total(found, CollectionKind.HASH).unknown());
        assertEquals(1, total(found, CollectionKind.SET).unknown());
    }

    @Test
    void onlyTheAskedAreLookedAt() throws IOException {
        HeapDsl dsl = cart("lines", "options").array("lines").ofClass("Array").with("length", 0).memsize(40)
            .hash("options").ofClass("Hash").with("size", 0).memsize(40);
        assertEquals(2, in(dsl).all().size());
        assertEquals(1, in(dsl, "Hash"::equals).all().size());
    }

    /** Bytes of tables by room, off the sources of Ruby and dumps. */
    private static final Map<Integer, Integer> TABLES = Map.of(4, 96, 8, 192, 16, 384, 32, 832, 64, 1664, 128, 3328,
        256, 7168);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agreesWithBruteForce(long seed) throws IOException {
        Random random = new Random(seed);
        HeapDsl dsl = HeapDsl.heap().klass("Array").klass("Hash").klass("String");
        Map<String, Long> expected = new HashMap<>();
        int objects = 20 + random.nextInt(200);
        int slot = random.nextBoolean() ? 40 : 160;
        for (int i = 0; i < objects; i++) {
            int length = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextInt(200);
            int room = length + (random.nextBoolean() ? 0 : random.nextInt(300));
            long saved;
            int kind = random.nextInt(3);
            if (kind == 0) {
                dsl.array("o" + i).ofClass("Array").with("length", length).memsize(slot + 8L * room);
                saved = length == 0 ? slot + 8L * room : room > 2 * length ? 8L * (room - length) : 0;
            } else if (kind == 1) {
                int table = TABLES.keySet().stream().filter(size -> size >= length && size >= room).sorted()
                    .findFirst().orElse(256);
                dsl.hash("o" + i).ofClass("Hash").with("size", length).memsize(slot + TABLES.get(table));
                int needed = TABLES.keySet().stream().filter(size -> size >= length).sorted().findFirst().orElse(256);
                saved = length == 0 ? slot + TABLES.get(table) : length == 1 ? slot + TABLES.get(table) - 40
                    : table > 2 * length ? TABLES.get(table) - TABLES.get(needed) : 0;
            } else {
                dsl.record("o" + i, "STRING").ofClass("String").with("bytesize", length).memsize(slot + room + 1);
                if (room != length) {
                    dsl.with("capacity", room);
                }
                saved = length == 0 ? slot + room + 1 : room > 2 * length ? room - length : 0;
            }
            dsl.with("slot_size", slot);
            if (saved > 0) {
                expected.put(dsl.identity("o" + i), saved);
            }
        }
        Heap heap = Loading.load(dsl.writeTo(folder.resolve("dump.json")));
        WastefulCollections found = WastefulCollections.of(Values.of(heap), NodeSet.all(heap.objectCount()),
            Task.UNWATCHED);
        assertEquals(expected, found.all().stream()
            .collect(Collectors.toMap(one -> heap.identity(one.object()), WastefulCollection::saved)), "seed " + seed);
        assertEquals(expected.values().stream().mapToLong(Long::longValue).sum(),
            found.groups().stream().mapToLong(CollectionGroup::saved).sum());
        assertTrue(found.groups().stream().allMatch(group -> group.place().holder() == Heap.NO_OBJECT));
    }
}
