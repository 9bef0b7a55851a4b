package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.testing.HeapDsl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Heaps that once broke files: long chains, names that look alike once written, sizes that no sum can hold. */
class ViewFilesOfAnyHeapTest {
    private static final int LINKS = 1_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"heap", "dominators", "subgraph", "referrers"})
    void aLinkedListIsDrawnAsItsEnds(String subject) throws Exception {
        HeapDsl list = linkedList();
        Path dump = list.writeTo(folder.resolve("list.json"));
        for (String ending : List.of("png", "pdf", "svg", "gexf", "gephi")) {
            Path file = folder.resolve("view." + ending);
            List<Object> words = new ArrayList<>(List.of("view", subject, dump.toString(), "-o", file.toString()));
            if (subject.equals("subgraph") || subject.equals("referrers")) {
                words.addAll(List.of("--about", list.address(subject.equals("subgraph") ? "o0" : "o999"),
                    "--depth", "any"));
            }
            CommandRun run = CommandRun.of(words.toArray());
            assertEquals(0, run.code(), ending + ": " + run.err());
            assertTrue(Files.size(file) > 500, ending);
        }
        Document graph = parsed(folder.resolve("view.gexf"));
        NodeList nodes = graph.getElementsByTagName("node");
        assertTrue(nodes.getLength() <= 10, nodes.getLength() + " nodes");
        assertEquals(1, labelled(nodes, "+ 996 more alike"));
        requireFinite(graph);
        assertTrue(Files.readString(folder.resolve("view.svg")).contains("+ 996 more alike"));
    }

    @Test
    void aLinkedListIsReported() throws Exception {
        Path dump = linkedList().writeTo(folder.resolve("list.json"));
        CommandRun run = CommandRun.of("report", dump.toString(), "-o", folder.resolve("out").toString());
        assertEquals(0, run.code(), run.err());
    }

    private static HeapDsl linkedList() {
        HeapDsl list = HeapDsl.heap().klass("Foo").root("vm", "Foo", "o0");
        for (int i = 0; i < LINKS; i++) {
            list = list.object("o" + i).ofClass("Foo").allocatedAt("a.rb", 7, "add").generation(9).memsize(40);
            list = i + 1 < LINKS ? list.refers("o" + (i + 1)) : list;
        }
        return list;
    }

    @ParameterizedTest
    @ValueSource(strings = {"A B|A\\tB|A_B|A,B|A%20B", "A\\u001b|A\\u0007|A\\ufffd|A\\ud800|A\\u0085", "A+|A|A\\u00a0"})
    void classesAndSitesHaveNamesOfTheirOwn(String names) throws Exception {
        String[] escaped = names.split("\\|");
        HeapDsl heap = HeapDsl.heap();
        String[] symbols = new String[escaped.length];
        for (int i = 0; i < escaped.length; i++) {
            heap = heap.record("c" + i, "CLASS").withJson("name", '"' + escaped[i] + '"').memsize(500);
            symbols[i] = "o" + i;
            heap = heap.object(symbols[i]).ofClass("c" + i).memsize(40)
                .withJson("file", '"' + escaped[i] + '"').with("line", 1);
        }
        Path dump = heap.root("vm", symbols).writeTo(folder.resolve("names.json"));
        for (String subject : List.of("classes", "sites")) {
            for (String ending : List.of("gexf", "gephi", "png", "svg")) {
                Path file = folder.resolve(subject + "." + ending);
                CommandRun run = CommandRun.of("view", subject, dump.toString(), "-o", file.toString());
                assertEquals(0, run.code(), subject + ", " + ending + ": " + run.err());
            }
            NodeList nodes = parsed(folder.resolve(subject + ".gexf")).getElementsByTagName("node");
            HashSet<String> ids = new HashSet<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                assertTrue(ids.add(((Element) nodes.item(i)).getAttribute("id")), subject);
            }
            assertTrue(ids.size() >= escaped.length, subject + ": " + ids);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, Long.MAX_VALUE / 2, 0})
    void sizesOfAnyAmountAreDrawn(long memsize) throws Exception {
        Path dump = HeapDsl.heap().klass("Foo").root("vm", "a").object("a").ofClass("Foo").memsize(memsize)
            .refers("b", "c").object("b").ofClass("Foo").memsize(memsize).object("c").ofClass("Foo").memsize(memsize)
            .writeTo(folder.resolve("sizes.json"));
        for (String subject : List.of("classes", "sites", "heap", "dominators", "suspects")) {
            for (String ending : List.of("png", "svg", "gexf", "gephi")) {
                CommandRun run = CommandRun.of("view", subject, dump.toString(), "-o",
                    folder.resolve(subject + "." + ending).toString());
                assertEquals(0, run.code(), subject + ", " + ending + ": " + run.err());
            }
            requireFinite(parsed(folder.resolve(subject + ".gexf")));
        }
    }

    private static int labelled(NodeList nodes, String label) {
        int count = 0;
        for (int i = 0; i < nodes.getLength(); i++) {
            count += ((Element) nodes.item(i)).getAttribute("label").equals(label) ? 1 : 0;
        }
        return count;
    }

    private static void requireFinite(Document graph) {
        NodeList places = graph.getElementsByTagName("viz:position");
        assertEquals(graph.getElementsByTagName("node").getLength(), places.getLength());
        for (int i = 0; i < places.getLength(); i++) {
            Element place = (Element) places.item(i);
            for (String axis : List.of("x", "y")) {
                assertTrue(Float.isFinite(Float.parseFloat(place.getAttribute(axis))), place.getAttribute(axis));
            }
        }
        NodeList sizes = graph.getElementsByTagName("viz:size");
        for (int i = 0; i < sizes.getLength(); i++) {
            float size = Float.parseFloat(((Element) sizes.item(i)).getAttribute("value"));
            assertFalse(Float.isNaN(size) || Float.isInfinite(size) || size <= 0, size + "");
        }
    }

    private static Document parsed(Path gexf) throws Exception {
        try (var stream = Files.newInputStream(gexf)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
        }
    }
}
