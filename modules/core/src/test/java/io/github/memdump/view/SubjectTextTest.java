package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTextTest {
    private static final HeapDsl SHOP = HeapDsl.heap().root("vm", "cart").klass("Shop::Cart").object("cart")
        .ofClass("Shop::Cart");

    @ParameterizedTest
    @ValueSource(strings = {"0x7f8a6a627e50", "0x7f8a6a627e50:12", "Shop::Cart", "/Cart/", "class = \"Cart\"",
        "class =~ /Cart/ and memsize > 1k", "root vm", "class Shop::Cart", "module Shop", "class #<Class:Shop>"})
    void whatViewsCallObjectsCanBeAskedFor(String text) {
        assertEquals(Optional.empty(), SubjectText.problem(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "modul Shop", "class Shop = 3", "class \"Cart\"", "root vm or", "class shop"})
    void whatIsNoNameAndNoSelectionIsWrong(String text) {
        assertTrue(SubjectText.problem(text).isPresent(), text);
    }

    @Test
    void aNameOfAViewIsTheObjectThatIsCalledSo() {
        Heap heap = Loading.load(SHOP);
        Findings findings = Findings.of(heap).build();
        int[] found = SubjectText.objects("class Shop::Cart", findings, Task.UNWATCHED).toArray();
        assertEquals(1, found.length);
        assertEquals("Shop::Cart", heap.name(found[0]));
        assertArrayEquals(new int[] {heap.rootNamed("vm")},
            SubjectText.objects("root vm", findings, Task.UNWATCHED).toArray());
    }

    @Test
    void aNameThatNothingHasIsSaidToBeOfNothing() {
        Findings findings = Findings.of(Loading.load(SHOP)).build();
        assertEquals("There is no module Shop in this heap.", assertThrows(IllegalArgumentException.class,
            () -> SubjectText.objects("module Shop", findings, Task.UNWATCHED)).getMessage());
    }
}
