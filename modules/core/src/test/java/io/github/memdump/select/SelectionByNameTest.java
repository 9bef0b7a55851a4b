package io.github.memdump.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.Certainty;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.names.ReferenceName;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.value.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selections that ask by which variable or constant objects are held. */
class SelectionByNameTest {
    @TempDir
    Path folder;

    private static Set<Integer> selected(String text, Heap heap) throws SelectionException {
        NodeSet found = Selection.parse(text).orThrow().in(Findings.of(heap).build(), Task.UNWATCHED);
        Set<Integer> objects = new TreeSet<>();
        found.forEach(objects::add);
        return objects;
    }

    private static boolean isSure(ReferenceName reference, String name) {
        boolean isPlace = Set.of(ReferenceKind.KEY, ReferenceKind.VALUE, ReferenceKind.INDEX)
            .contains(reference.kind());
        return !isPlace && reference.certainty() != Certainty.CANDIDATES && reference.names().contains(name);
    }

    @ParameterizedTest
    @CsvSource({"@all, HASH", "@list, ARRAY", "@user, OBJECT", "Leak, MODULE", "@nothing, OBJECT"})
    void whatHoldsAndWhatIsHeldIsWhatTheNamesOfAllReferencesSay(String name, String type) throws Exception {
        Heap heap = Loading.load(GoldenDumps.RUBY_3_4.after());
        int[] all = IntStream.range(0, heap.objectCount()).toArray();
        ReferenceNames names = ReferenceNames.of(Values.of(heap), all, Task.UNWATCHED);
        Set<Integer> holders = new TreeSet<>();
        Set<Integer> held = new TreeSet<>();
        for (int object : all) {
            for (int i = heap.references().from(object); i < heap.references().to(object); i++) {
                int target = heap.references().target(i);
                if (heap.typeName(target).equals(type) && isSure(names.of(object, target), name)) {
                    holders.add(object);
                    held.add(target);
                }
            }
        }
        assertEquals(name.equals("@nothing"), holders.isEmpty());
        assertEquals(holders, selected("holds(" + name + ", type = " + type + ")", heap));
        assertEquals(held, selected("type = " + type + " and field-of('" + name + "')", heap));
        assertEquals(held, selected("field-of(" + name + ", type != NONE) and type = " + type, heap));
    }

    /** An object whose two variables stand in a record of their own, as since Ruby 4.0. */
    private Heap apart() throws IOException {
        return Loading.load(HeapDsl.heap()
            .record("s0", "SHAPE").with("id", 7).with("parent_id", 0).with("shape_type", "ROOT")
            .record("s1", "SHAPE").with("id", 8).with("parent_id", 7).with("shape_type", "IVAR")
            .with("edge_name", "@user")
            .klass("Shop").klass("User").root("vm", "shop", "other")
            .object("shop").ofClass("Shop").with("shape_id", 8).refers("fields")
            .imemo("fields", "fields").ofClass("shop").with("shape_id", 8).refers("user")
            .object("other").ofClass("Shop").with("shape_id", 8).refers("plain")
            .object("user").ofClass("User").object("plain").ofClass("User")
            .writeTo(folder.resolve("apart.json")));
    }

    @Test
    void recordsOfVariablesAreLookedThrough() throws Exception {
        Heap heap = apart();
        assertEquals(selected("class = Shop and type = OBJECT", heap), selected("holds(@user, class = User)", heap));
        assertEquals(selected("class = User", heap), selected("field-of(@user, class = Shop)", heap));
        assertTrue(selected("field-of(@user, class = User)", heap).isEmpty());
    }

    @Test
    void mistakesSayWhatIsExpected() {
        for (String text : List.of("holds", "holds()", "holds(and)", "field-of(@a", "field-of(@a,)", "holds(@a b)")) {
            assertFalse(Selection.parse(text).selection().isPresent(), text);
        }
        String said = Selection.parse("holds()").error().orElseThrow().message();
        assertTrue(said.contains("the name of a variable or constant"), said);
    }

    @Test
    void aDumpThatIsGoneIsSaidAtThePlace() throws Exception {
        Heap heap = apart();
        Files.delete(folder.resolve("apart.json"));
        SyntaxError error = assertThrows(SelectionException.class,
            () -> selected("type = OBJECT and holds(@user)", heap)).error();
        assertEquals(19, error.column());
    }
}
