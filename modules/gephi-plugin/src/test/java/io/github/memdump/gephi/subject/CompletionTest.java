package io.github.memdump.gephi.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompletionTest {
    @TempDir
    private Path folder;

    private Vocabulary vocabulary;

    @BeforeEach
    void loadShop() throws Exception {
        HeapDsl shop = HeapDsl.heap().root("vm", "a", "b", "c").klass("Shop::Session").klass("Shop::Cart")
            .klass("Odd Name")
            .object("a").ofClass("Shop::Session").object("b").ofClass("Shop::Cart").object("c").ofClass("Odd Name")
            .singletonClass("singleton", "Shop::Session").object("d").ofClass("singleton");
        vocabulary = Vocabulary.of(HeapLoader.lenient().load(DumpInput.of(shop.writeTo(folder.resolve("a.json"))),
            Task.UNWATCHED));
    }

    private List<String> words(String text) {
        return Completion.at(text, text.length(), vocabulary).words();
    }

    @Test
    void completesColumnsAndPredicates() {
        assertTrue(words("new and ret").containsAll(List.of("retained_size", "retained_count")));
        assertTrue(words("reach").containsAll(List.of("reachable", "reachable-from(", "reaches(")));
        assertTrue(words("dominated_b").contains("dominated-by("));
        assertEquals("new and ".length(), Completion.at("new and ret", 11, vocabulary).from());
    }

    @Test
    void completesClassesWhereAClassIsWanted() {
        assertEquals(List.of("Shop::Cart", "Shop::Session", "\"#<Class:Shop::Session>\""), words("class = Shop"));
        assertEquals(List.of("Shop::Session", "\"#<Class:Shop::Session>\""), words("class = Session"));
        assertEquals(List.of("Shop::Cart"), words("new and class in (Shop::Session, cart"));
        assertEquals(List.of("\"Odd Name\""), words("class != Odd"));
        assertEquals(List.of("\"Shop::Cart\""), words("class = \"Shop::C"));
    }

    @Test
    void completesTypesWhereATypeIsWanted() {
        assertEquals(List.of("CLASS", "ICLASS"), words("type = CL"));
    }

    @Test
    void completesWhatObjectsAreCalled() {
        assertEquals(List.of("Shop::Cart", "Shop::Session"), words("class Shop"));
        assertEquals(List.of("vm"), words("root v"));
        assertEquals("class", words("clas").get(0));
        assertEquals("root", words("roo").get(0));
        assertEquals(List.of(), words("module Sh"));
    }

    @Test
    void aClassAloneIsASelectionToo() {
        assertTrue(words("Shop::Se").contains("Shop::Session"));
        assertFalse(words("new and Shop::Se").contains("Shop::Session"));
    }

    @Test
    void offersNothingForOtherValues() {
        assertEquals(List.of(), words("memsize > ma"));
        assertEquals(List.of(), words("file =~ re"));
        assertEquals(List.of(), words("new and "));
    }
}
