package io.github.memdump.analysis.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.value.Values;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapesOfHeapTest {
    @TempDir
    private Path folder;

    private ShapesOfHeap in(HeapDsl dsl) throws IOException {
        return in(Loading.load(dsl.writeTo(folder.resolve("dump.json"))));
    }

    private static ShapesOfHeap in(Heap heap) throws IOException {
        return ShapesOfHeap.of(Values.of(heap), NodeSet.all(heap.objectCount()), Task.UNWATCHED);
    }

    private static HeapDsl shapes() {
        HeapDsl dsl = HeapDsl.heap().klass("Cart").klass("User").record("s0", "SHAPE").with("id", 0)
            .with("shape_type", "ROOT");
        String[] edges = {"@id", "@name", "@lines"};
        for (int i = 0; i < edges.length; i++) {
            dsl.record("s" + (i + 1), "SHAPE").with("id", i + 1).with("parent_id", i).with("shape_type", "IVAR")
                .with("edge_name", edges[i]);
        }
        return dsl;
    }

    @Test
    void mostUsedShapesComeFirstWithTheirVariablesInOrder() throws IOException {
        ShapesOfHeap found = in(shapes().object("a").ofClass("Cart").with("shape_id", 3)
            .object("b").ofClass("Cart").with("shape_id", 3).object("c").ofClass("Cart").with("shape_id", 1)
            .object("d").ofClass("User").with("shape_id", 0));
        assertEquals(3, found.uses().size());
        assertEquals(2, found.uses().get(0).objects());
        assertEquals(List.of("@id", "@name", "@lines"), found.uses().get(0).variables());
        ClassShapes cart = found.classes().get(0);
        assertEquals(2, cart.shapes());
        assertEquals(3, cart.objects());
        assertEquals(3, cart.mostVariables());
        assertEquals(0, cart.tooComplex());
    }

    @Test
    void objectsTooComplexForAShapeComeFirstInTheirClasses() throws IOException {
        ShapesOfHeap found = in(shapes().object("a").ofClass("Cart").with("shape_id", 3)
            .object("b").ofClass("User").with("shape_id", 0).with("too_complex_shape", true)
            .object("c").ofClass("User").with("shape_id", 0).with("complex_shape", true));
        assertEquals(2, found.classes().get(0).tooComplex());
        assertEquals(0, found.classes().get(0).shapes());
        assertTrue(found.uses().get(0).isTooComplex());
    }

    @Test
    void aDumpWithoutShapesSaysHowManyItsObjectsName() throws IOException {
        ShapesOfHeap found = in(HeapDsl.heap().klass("Cart").object("a").ofClass("Cart").with("shape_id", 12)
            .object("b").ofClass("Cart"));
        assertTrue(found.shapes().isEmpty());
        assertEquals(1, found.uses().size());
        assertEquals(12, found.uses().get(0).shape());
        assertEquals(List.of(), found.uses().get(0).variables());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.1", "3.2", "3.3", "3.4", "4.0", "head"})
    void objectsOfRealDumpsHaveTheShapesThatTheirRecordsName(String ruby) throws IOException {
        Path dump = folder.resolve("real.json.gz");
        try (InputStream in = ShapesOfHeapTest.class.getResourceAsStream("/io/github/memdump/names/dumps/" + ruby
            + ".json.gz")) {
            Files.copy(in, dump);
        }
        Map<Long, JsonTree> shapes = new HashMap<>();
        List<JsonTree> objects = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"type\":\"SHAPE\"")) {
                    JsonTree shape = JsonTree.read(line);
                    shapes.put(shape.number("id"), shape);
                } else if (line.contains("\"type\":\"OBJECT\"")) {
                    objects.add(JsonTree.read(line));
                }
            }
        }
        Map<String, Integer> expected = new TreeMap<>();
        for (JsonTree object : objects) {
            if (object.has("too_complex_shape") || object.has("complex_shape")) {
                expected.merge("too complex", 1, Integer::sum);
            } else if (object.has("shape_id")) {
                expected.merge(variables(shapes, object.number("shape_id")).toString(), 1, Integer::sum);
            }
        }
        Heap heap = Loading.load(dump);
        Map<String, Integer> actual = new TreeMap<>();
        for (ShapeUse use : in(heap).uses()) {
            if (heap.typeName(use.example()).equals("OBJECT")) {
                actual.merge(use.isTooComplex() ? "too complex" : use.variables().toString(), use.objects(),
                    Integer::sum);
            }
        }
        assertEquals(expected, actual);
        assertEquals(ruby.equals("3.1"), actual.isEmpty());
        assertEquals(ruby.equals("3.1") ? null : Integer.valueOf(5), actual.get("too complex"));
    }

    private static List<String> variables(Map<Long, JsonTree> shapes, long id) {
        LinkedList<String> names = new LinkedList<>();
        for (JsonTree shape = shapes.get(id); shape != null; shape = shape.has("parent_id")
            ? shapes.get(shape.number("parent_id")) : null) {
            if (shape.text("shape_type").equals("IVAR")) {
                names.addFirst(shape.text("edge_name"));
            }
        }
        return names;
    }
}
