package io.github.memdump.cli.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.assist.Tool;
import io.github.memdump.cli.Main;
import io.github.memdump.cli.command.ResidentHeaps;
import io.github.memdump.cli.command.Session;
import io.github.memdump.testing.HeapDsl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an assistant is offered, asked without any protocol. */
class OfferTest {
    @TempDir
    private Path folder;

    private final HeapDsl heap = HeapDsl.heap().klass("Shop").klass("Session").klass("Order").klass("String")
        .root("vm", "Shop", "a", "b", "s").object("a").ofClass("Session").object("b").ofClass("Order")
        .string("s", "a secret").ofClass("String");

    private Offer offer(boolean values) throws IOException {
        String dump = heap.writeTo(folder.resolve("dump.json")).toString();
        Session session = Session.of(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(),
            new ByteArrayOutputStream(), Map.of("MEMDUMP_NO_INDEX", "1"));
        return new Offer(List.of(dump), values, new ResidentHeaps(List.of(dump)), session, Main::run);
    }

    private static String ask(Offer offer, String tool, Map<String, Object> arguments) throws IOException {
        return offer.tools().stream().filter(each -> each.name().equals(tool)).findFirst().orElseThrow()
            .answer(arguments);
    }

    @Test
    void listsComeInPagesThatTogetherAreTheWhole() throws IOException {
        Offer offer = offer(false);
        StringBuilder all = new StringBuilder();
        String page = "\"more\":true}";
        for (int number = 1; page.endsWith("\"more\":true}"); number++) {
            page = ask(offer, "stats", Map.of("rows", 1, "page", number));
            all.append(page.replaceAll(".*\"rows\":\\[|].*", ""));
            assertTrue(number < 20, page);
        }
        for (String name : List.of("Session", "Order", "String", "ROOT")) {
            assertEquals(2, all.toString().split("\"" + name + "\"", -1).length, all.toString());
        }
    }

    @Test
    void aDumpStaysLoadedThoughItsFileIsGone() throws IOException {
        Offer offer = offer(false);
        String before = ask(offer, "stats", Map.of());
        Files.delete(folder.resolve("dump.json"));
        assertEquals(before, ask(offer, "stats", Map.of()));
    }

    @Test
    void valuesAreToldOnlyWhereTheServerWasStartedSo() throws IOException {
        Map<String, Object> address = Map.of("address", heap.address("s"), "value", true);
        assertFalse(ask(offer(false), "show", address).contains("a secret"));
        assertTrue(ask(offer(true), "show", address).contains("a secret"));
        Map<String, Object> guess = Map.of("where", "value =~ /sec/");
        assertTrue(assertThrows(IOException.class, () -> ask(offer(false), "stats", guess)).getMessage()
            .contains("--values"));
    }

    @Test
    void wordsOfTheAssistantAreNoOptionsAndNoFiles() throws IOException {
        Offer offer = offer(false);
        for (String address : List.of("--raw", "-", "/etc/passwd", "0x1;x", "dump.json")) {
            assertThrows(IOException.class, () -> ask(offer, "show", Map.of("address", address)), address);
        }
        assertThrows(IOException.class, () -> ask(offer, "stats", Map.of("by", "nothing")));
        assertEquals("suspects", offer.tools().stream().map(Tool::name).collect(Collectors.toList()).get(0));
    }
}
