package io.github.memdump.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.Certainty;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.names.ReferenceName;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.task.Task;
import io.github.memdump.value.Values;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the process told of names stays in a redacted dump, as names are treated there. */
class RedactedNamesTest {
    private static final Redaction REDACTION = Redaction.within(DumpLimits.DEFAULT).withSalt("word");
    private static final Set<ReferenceKind> TOLD = EnumSet.of(ReferenceKind.CONSTANT, ReferenceKind.CLASS_IVAR,
        ReferenceKind.CLASS_VARIABLE, ReferenceKind.GLOBAL, ReferenceKind.THREAD_LOCAL, ReferenceKind.IVAR,
        ReferenceKind.MEMBER);
    private static final List<String> KINDS = List.of("constant", "class_variable", "class_ivar", "global", "thread",
        "thread_local", "thread_variable", "proc", "local", "ivar", "member", "instance", "default", "figure",
        "about", "unknown");

    @TempDir
    Path folder;

    private static byte[] dump(String ruby) throws IOException {
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        for (String part : List.of(".json.gz", ".names.gz")) {
            try (InputStream in = new GZIPInputStream(RedactedNamesTest.class.getResourceAsStream(
                "/io/github/memdump/names/dumps/" + ruby + part))) {
                dump.write(in.readAllBytes());
            }
        }
        return dump.toByteArray();
    }

    /** Returns the certain names of references that a process has told, by holder and target. */
    private Map<String, String> names(byte[] dump, Set<String> told) throws IOException {
        Heap heap = Loading.load(Files.write(folder.resolve("dump.json"), dump));
        int[] all = IntStream.range(0, heap.objectCount()).toArray();
        ReferenceNames names = ReferenceNames.of(Values.of(heap), all, Task.UNWATCHED);
        Map<String, String> result = new TreeMap<>();
        for (int holder : all) {
            for (int i = heap.references().from(holder); i < heap.references().to(holder); i++) {
                ReferenceName name = names.of(holder, heap.references().target(i));
                if (TOLD.contains(name.kind()) && name.certainty() == Certainty.CERTAIN && !name.names().isEmpty()
                    && told.contains(name.names().get(0))) {
                    result.put(heap.identity(holder) + " " + heap.identity(heap.references().target(i)),
                        name.kind().id() + " " + name.names());
                }
            }
        }
        return result;
    }

    /** Returns all cells of the lines in which the process told names. */
    private static Set<String> told(byte[] dump) {
        Set<String> cells = new HashSet<>();
        new String(dump, StandardCharsets.UTF_8).lines().filter(line -> line.contains("\"NAMES\""))
            .forEach(line -> cells.addAll(List.of(line.split("\""))));
        return cells;
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.1", "3.4", "4.0"})
    void referencesHaveTheNamesThatTheyHad(String ruby) throws IOException {
        byte[] dump = dump(ruby);
        Map<String, String> before = names(dump, told(dump));
        byte[] redacted = NoSecretSurvivesTest.redacted(dump, REDACTION).getBytes(StandardCharsets.ISO_8859_1);

        assertTrue(before.size() > 1_000, before.size() + " names");
        assertTrue(before.equals(names(redacted, told(dump))), "a name is another one or missing");
    }

    @Test
    void hiddenNamesStayDifferentAndOfTheirKind() throws IOException {
        byte[] dump = dump("3.1");
        Map<String, String> before = names(dump, told(dump));
        byte[] redacted = NoSecretSurvivesTest.redacted(dump, REDACTION.hidingNames())
            .getBytes(StandardCharsets.ISO_8859_1);
        Map<String, String> after = names(redacted, told(redacted));

        Map<String, Set<String>> pseudonyms = new TreeMap<>();
        before.forEach((reference, name) -> pseudonyms.computeIfAbsent(name, any -> new TreeSet<>())
            .add(after.getOrDefault(reference, "")));
        assertTrue(pseudonyms.values().stream().allMatch(each -> each.size() == 1), "the same name, one pseudonym");
        assertEquals(pseudonyms.size(), new TreeSet<>(after.values()).size(), "other names, other pseudonyms");
        Set<String> cells = told(redacted);
        before.values().stream().filter(name -> name.contains("@")).map(name -> name.replaceAll("^\\w+ \\[|]$", ""))
            .distinct().forEach(name -> assertFalse(cells.contains(name), name));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noCellOfAnyRowLetsASecretThrough(boolean hides) throws IOException {
        for (long seed = 1; seed <= 300; seed++) {
            Random random = new Random(seed);
            // Hidden, not even what looks like a name; else what is none.
            String secret = hides ? "sQzTkWxVq" : List.of("a sQzTkWxVq b", "sQzTkWxVq@x.org", "@12sQzTkWxVq",
                "{sQzTkWxVq}").get(random.nextInt(4));
            StringBuilder dump = new StringBuilder("{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[]}\n");
            for (int line = 0; line < 10; line++) {
                String kind = random.nextInt(20) == 0 ? secret : KINDS.get(random.nextInt(KINDS.size()));
                dump.append("{\"type\":\"NAMES\", \"kind\":\"").append(kind).append("\", \"rows\":[")
                    .append(IntStream.range(0, 3).mapToObj(row -> row(random, secret))
                        .collect(Collectors.joining(","))).append(random.nextInt(10) == 0 ? "" : "]}").append('\n');
            }
            String result = NoSecretSurvivesTest.redacted(dump.toString().getBytes(StandardCharsets.UTF_8),
                hides ? REDACTION.hidingNames() : REDACTION);
            assertFalse(result.toLowerCase(Locale.ROOT).contains("sqztkwxvq"), "seed " + seed + "\n" + result);
        }
    }

    private static String row(Random random, String secret) {
        return "[" + IntStream.range(0, 1 + random.nextInt(6)).mapToObj(cell -> {
            switch (random.nextInt(5)) {
                case 0:
                    return "\"0x" + Integer.toHexString(random.nextInt(1 << 20) * 8) + "\"";
                case 1:
                    return "\"" + random.nextInt(100) + "\"";
                case 2:
                    return "\"@usual\"";
                default:
                    return "\"" + secret + "\"";
            }
        }).collect(Collectors.joining(",")) + "]";
    }
}
