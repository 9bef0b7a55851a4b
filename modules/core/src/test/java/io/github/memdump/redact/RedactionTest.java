package io.github.memdump.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.file.Inputs;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final Redaction REDACTION = Redaction.within(DumpLimits.DEFAULT).withSalt("a word");

    @TempDir
    private Path folder;

    private static String redacted(HeapDsl heap, Redaction redaction) throws IOException {
        return NoSecretSurvivesTest.redacted(heap.text().getBytes(StandardCharsets.UTF_8), redaction);
    }

    private static String path(String path) {
        return new PathRedaction(Pseudonyms.of("a word"), false).apply(path);
    }

    private static String name(String name) {
        return new NameRedaction(Pseudonyms.of("a word"), true).classes().apply(name);
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void realDumpsGiveTheSameHeapAndWholeRecords(GoldenDumps golden) throws IOException {
        Path target = folder.resolve("out.json.gz");
        Redaction.Result result = REDACTION.hidingNames().write(DumpInput.of(golden.after()),
            Target.of(target, Inputs.none()), Task.UNWATCHED);
        Heap original = Loading.load(golden.after());
        SameHeap.check(original, Loading.load(target), golden.toString());
        assertEquals(original.objectCount(), result.records());
        assertTrue(result.values() > 1000 && result.files() > 3 && result.names() > 20);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @Test
    void figuresAndFlagsOfARecordStay() throws IOException {
        String line = redacted(HeapDsl.heap().string("s", "text").memsize(40).with("capacity", 23).with("fstring", true)
            .with("coderange", "7bit").withJson("flags", "{\"old\":true, \"age\":3, \"note\":\"text\"}")
            .with("default", "0x10").with("note", "text"), REDACTION);
        for (String kept : new String[] {"\"bytesize\":4", "\"encoding\":\"UTF-8\"", "\"capacity\":23",
            "\"fstring\":true", "\"coderange\":\"7bit\"", "\"flags\":{\"old\":true,\"age\":3}",
            "\"default\":\"0x10\"", "\"memsize\":40"}) {
            assertTrue(line.contains(kept), line);
        }
        assertFalse(line.contains("text") || line.contains("note"), line);
    }

    @Test
    void typesAndRootsThatNoRubyWritesAreHiddenAndStayApart() throws IOException {
        String lines = NoSecretSurvivesTest.redacted(String.join("\n", "{\"type\":\"ROOT\",\"root\":\"hunter\"}",
            "{\"type\":\"ROOT\",\"root\":\"vm\"}",
            "{\"address\":\"0x8\",\"type\":\"HUNTER\",\"memsize\":40}",
            "{\"address\":\"0x10\",\"type\":\"HUNTED\"}", "{\"address\":\"0x18\",\"type\":\"HUNTER\"}",
            "{\"address\":\"0x20\",\"type\":\"IMEMO\",\"imemo_type\":\"hunter\"}",
            "{\"address\":\"0x28\",\"type\":\"IMEMO\",\"imemo_type\":\"iseq\"}", "").getBytes(
            StandardCharsets.UTF_8), REDACTION);
        assertFalse(lines.toLowerCase(Locale.ROOT).contains("hunte"), lines);
        Heap heap = Loading.load(lines.getBytes(StandardCharsets.UTF_8));
        assertEquals(7, heap.objectCount());
        int[] objects = IntStream.range(0, 7).filter(object -> !heap.isRoot(object)).toArray();
        assertEquals(heap.typeName(objects[0]), heap.typeName(objects[2]));
        assertNotEquals(heap.typeName(objects[0]), heap.typeName(objects[1]));
        assertTrue(lines.contains("\"root\":\"vm\"") && lines.contains("\"imemo_type\":\"iseq\""), lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<internal:kernel>", "-e", "(irb)", ""})
    void whatIsNoFileOfTheProgramIsKept(String path) {
        assertEquals(path, path(path));
    }

    @ParameterizedTest
    @CsvSource({
        "/srv/shop/vendor/bundle/ruby/3.4.0/gems/rack-3.1.8/lib/rack.rb, /gems/rack-3.1.8/lib/rack.rb",
        "/home/me/gems/mine-1.0/gems/nokogiri-1.16.0-x86-linux/lib/n.rb, /gems/nokogiri-1.16.0-x86-linux/lib/n.rb",
        "/home/me/bundler/gems/fork-0123456789ab/lib/f.rb, /gems/fork-0123456789ab/lib/f.rb",
        "/usr/lib/ruby/3.1.0/set.rb, /ruby/3.1.0/set.rb",
        "/opt/me/lib/ruby/3.4.0+1/set.rb, /ruby/3.4.0+1/set.rb",
    })
    void filesOfGemsAndTheLibraryAreKeptFromThereOn(String path, String end) {
        String result = path(path);
        assertTrue(result.matches("/[0-9a-f]{12}\\Q" + end + "\\E"), result);
        assertNotEquals(result, path("/elsewhere" + path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/shop/app.rb", "/srv/gems/shop/app.rb", "/srv/gems/shop-1.0/../../me/app.rb",
        "/srv/gems/shop-1.0/a b.rb", "C:\\shop\\app.rb"})
    void anyOtherFileIsHidden(String path) {
        String result = path(path);
        assertTrue(result.matches("app/[0-9a-f]{12}\\.rb"), result);
        assertEquals(result, path(path));
        assertEquals("<internal:" + result + ">", path("<internal:" + path + ">"));
        assertEquals("(eval at " + result + ":7)", path("(eval at " + path + ":7)"));
        assertEquals(path.contains("\\") ? result : path,
            new PathRedaction(Pseudonyms.of("a word"), true).apply(path));
    }

    @Test
    void hiddenNamesKeepTheirShapeAndThoseOfRubyStay() {
        String shop = name("Shop");
        assertTrue(shop.matches("N[0-9a-f]{12}"), shop);
        assertEquals("#<Class:" + shop + "::" + name("Cart") + ">", name("#<Class:Shop::Cart>"));
        assertEquals("#<Class:#<" + shop + ":0x00007f01>>", name("#<Class:#<Shop:0x00007f01>>"));
        assertEquals("I(" + shop + ")", name("I(Shop)"));
        Stream.of("WeakRef", "Set", "RubyVM::Env", "Thread", "Thread::Mutex", "Errno::EPIPE", "#<Class:Object>",
            "#<Class:0x7f01>", "0x7f01").forEach(kept -> assertEquals(kept, name(kept)));
        assertTrue(name("a temporary name").matches("N[0-9a-f]{12}"));
    }

    @Test
    void onlyTheSameSaltGivesTheSamePseudonyms() throws IOException {
        HeapDsl heap = HeapDsl.heap().klass("Cart").object("o").ofClass("Cart").allocatedAt("/srv/a.rb", 1, "buy");
        String first = redacted(heap, REDACTION.hidingNames());
        assertEquals(first, redacted(heap, REDACTION.hidingNames()));
        assertNotEquals(first, redacted(heap, REDACTION.hidingNames().withSalt("another")));
        Redaction random = Redaction.within(DumpLimits.DEFAULT);
        assertNotEquals(redacted(heap, random), redacted(heap, random));
    }

    @Test
    void aStrictRedactionOfADamagedDumpAndACancelledOneLeaveNoFile() throws IOException {
        Path dump = HeapDsl.heap().root("vm").raw("damaged").writeTo(folder.resolve("in.json"));
        Path target = folder.resolve("out.json");
        assertThrows(DumpException.class,
            () -> REDACTION.strict().write(DumpInput.of(dump), Target.of(target, Inputs.none()), Task.UNWATCHED));
        Task cancelled = new Task() {
            @Override
            public void phase(String name, long total) {
            }

            @Override
            public void done(long steps) {
                throw new CancelledException();
            }
        };
        assertThrows(CancelledException.class,
            () -> REDACTION.write(DumpInput.of(dump), Target.of(target, Inputs.none()), cancelled));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }
}
