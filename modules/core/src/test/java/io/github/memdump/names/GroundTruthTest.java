package io.github.memdump.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names against programs that say themselves what refers to what by which name, of every Ruby since 3.1. */
class GroundTruthTest {
    /** What only the process can tell. */
    private static final Set<String> TOLD = Set.of("constant", "class_ivar", "class_variable", "global", "member");
    /** Of these variables more than a few may be any, as their objects are made for it. */
    private static final int WIDE = 324;
    /** Variables of exceptions of Ruby 3.1 beside those that Ruby hides and no shape tells. */
    private static final int BESIDE_HIDDEN = 12;
    /** Variables of structs beside one that is the struct itself, which Ruby 4.0 leaves out. */
    private static final int BESIDE_ITSELF = 6;

    @TempDir
    Path folder;

    static Iterable<String> rubies() {
        return GroundTruth.RUBIES;
    }

    static List<String> others() {
        return GroundTruth.OTHERS;
    }

    static Stream<String> all() {
        return Stream.concat(GroundTruth.RUBIES.stream(), GroundTruth.OTHERS.stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingCertainIsWrongAndTheRightNameIsAmongTheCandidates(String ruby) throws IOException {
        for (boolean isTold : new boolean[] {false, true}) {
            GroundTruth.of(ruby, isTold, folder).compare().forEach((kind, count) -> {
                assertEquals(0, count.certainWrong + count.notAmong, () -> kind + ": " + count + count.examples);
                assertTrue(count.likelyWrong * 100 <= count.all, () -> kind + ": " + count + count.examples);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("rubies")
    void whatFollowsFromTheDumpIsCertain(String ruby) throws IOException {
        Map<String, GroundTruth.Count> counts = GroundTruth.of(ruby, false, folder).compare();
        assertTrue(counts.get("constant").certain >= counts.get("constant").all - 5,
            () -> "constants but the first of a module with variables: " + counts.get("constant"));
        assertTrue(counts.get("index").certain >= 103, () -> "whole arrays: " + counts.get("index"));
        assertEquals(64, counts.get("key").certain, "whole pairs");
        assertEquals(64, counts.get("value").certain, "whole pairs");
        assertTrue(ruby.equals("3.1") || counts.get("ivar").unnamed <= WIDE, () -> "" + counts.get("ivar"));
    }

    @ParameterizedTest
    @MethodSource("rubies")
    void whatTheProcessToldIsCertain(String ruby) throws IOException {
        Map<String, GroundTruth.Count> counts = GroundTruth.of(ruby, true, folder).compare();
        counts.forEach((kind, count) -> {
            if (TOLD.contains(kind)) {
                assertEquals(count.all, count.certain, () -> kind + ": " + count);
                assertEquals(0, count.unnamed, () -> kind + ": " + count);
            }
        });
        GroundTruth.Count variables = counts.get("ivar");
        assertTrue((variables.certain + variables.likely) * 100 >= variables.all * 95, () -> "" + variables);
    }

    @ParameterizedTest
    @MethodSource("others")
    void ofOtherShapesTheProcessTellsTheVariablesAsWell(String program) throws IOException {
        boolean isGuises = program.startsWith("guises/");
        Map<String, GroundTruth.Count> counts = GroundTruth.of(program, true, folder).compare();
        for (String kind : List.of("constant", "class_ivar", "class_variable")) {
            int hidden = isGuises && kind.equals("constant") ? 1 : 0;
            assertEquals(counts.get(kind).all, counts.get(kind).certain, () -> kind + ": " + counts.get(kind));
            assertEquals(hidden, counts.get(kind).unnamed, () -> "a private one: " + kind + ": " + counts.get(kind));
        }
        GroundTruth.Count variables = counts.get("ivar");
        int unnamed = !isGuises ? 2 : program.endsWith("3.1") ? BESIDE_HIDDEN : 0;
        assertTrue(variables.unnamed <= unnamed, () -> "those of a hash and an array: " + variables);
        int few = isGuises ? BESIDE_ITSELF : 0;
        assertTrue(variables.certain + variables.unnamed >= variables.all - few, () -> "" + variables);
    }

    @ParameterizedTest
    @MethodSource("rubies")
    void allReferencesOfTheRecordsAreNamedInTheirOrderAsSingleOnesAre(String ruby) throws IOException {
        GroundTruth truth = GroundTruth.of(ruby, false, folder);
        int[] all = IntStream.range(0, truth.heap.objectCount()).toArray();
        Map<Integer, List<ReferenceName>> streamed = new HashMap<>();
        long[] last = {-1};
        AllReferences.visit(truth.values, all, (holder, targets, names) -> {
            assertTrue(truth.heap.recordOffset(holder) > last[0], "the order of the records");
            last[0] = truth.heap.recordOffset(holder);
            assertEquals(targets.length, names.length);
            streamed.put(holder, List.of(names));
        }, Task.UNWATCHED);
        assertEquals(all.length, streamed.size());
        int[] holders = truth.truth.keySet().stream().mapToInt(Integer::intValue).toArray();
        ReferenceNames single = ReferenceNames.of(truth.values, holders, Task.UNWATCHED);
        truth.truth.forEach((holder, targets) -> targets.keySet().forEach(target -> {
            ReferenceName name = single.of(holder, target);
            assertTrue(streamed.get(holder).stream().anyMatch(one -> one.kind() == name.kind()
                && (one.certainty() == Certainty.CERTAIN) == (name.certainty() == Certainty.CERTAIN)
                || name.certainty() != Certainty.CERTAIN), () -> truth.heap.identity(holder) + " " + name.kind());
        }));
    }
}
