package io.github.memdump.answer.suspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.PackedDumps;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.analysis.Retained;
import io.github.memdump.analysis.suspect.Accumulated;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.analysis.suspect.SuspectOptions;
import io.github.memdump.analysis.suspect.Suspects;
import io.github.memdump.analysis.suspect.weight.EarlierHeap;
import io.github.memdump.answer.content.HolderWords;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.task.Task;
import io.github.memdump.view.ObjectNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Real dumps of small programs with known truth: 27 of the zoo, 22 of which leak, and 31 further ones. Each file has
 * the records of all dumps of a program, in front of each a digit whose bits say in which dumps it is.
 */
class ZooTest {
    private static final Pattern LINES = Pattern.compile(
        ", ?\"(?:file|method)\":\"[^\"]*\"|, ?\"(?:line|generation)\":\\d+");

    private final List<String> failures = new ArrayList<>();
    private int first;
    private int headlines;
    private int clean;
    private int innocent;
    private int suspected;
    private boolean isTraced = true;

    @Test
    void theLeakIsTheFirstSuspectAndAHealthyProgramHasNone() throws IOException {
        judgeAll("/zoo/");
        String totals = totals();
        assertEquals(List.of(22, 22, 5), List.of(first, headlines, clean), totals);
        assertTrue(innocent <= 4, totals);
    }

    /**
     * Ten programs that were written after the rules. Two innocents are accused: a log that filled to three times what
     * it was, and translations that were loaded between the dumps, once.
     */
    @Test
    void soItIsForTenFurtherProgramsButOneHealthyOneIsAccused() throws IOException {
        judgeAll("/further/");
        String totals = totals();
        assertEquals(List.of(7, 7, 2, 2, 9), List.of(first, headlines, clean, innocent, suspected), totals);
    }

    /**
     * Programs of other kinds, most beside a healthy cache, a pool and a log ring: a text that grows, a queue that
     * falls behind, finalizers, locals of threads, a tree, four healthy ones.
     */
    @Test
    void soItIsForProgramsOfOtherKinds() throws IOException {
        judgeAll("/varied/");
        assertEquals(List.of(11, 11, 4), List.of(first, headlines, clean), totals());
        assertTrue(innocent <= 2, totals());
    }

    /**
     * Six programs that were written after most rules, and run with the harness of the varied ones. Accused are
     * what RubyGems noted of gems when a library was loaded late, and a cache that was filling beside a leak.
     */
    @Test
    void soItIsForProgramsOfLibrariesThatMakeWhatLeaks() throws IOException {
        judgeAll("/later/");
        String totals = totals();
        assertEquals(List.of(4, 4, 1), List.of(first, headlines, clean), totals);
        assertTrue(innocent <= 2, totals);
    }

    private void judgeAll(String folder) throws IOException {
        try (BufferedReader truth = PackedDumps.text(folder + "truth.tsv")) {
            for (String line : truth.lines().collect(Collectors.toList())) {
                judge(folder, line.split("\t", -1));
            }
        }
    }

    /** Without the lines and generations that tracing notes, and with what it notes, the same suspects come first. */
    @Test
    void withoutTracingTheLeakIsTheFirstSuspectToo() throws IOException {
        isTraced = false;
        judgeAll("/zoo/");
        String totals = totals();
        assertEquals(List.of(22, 22, 5), List.of(first, headlines, clean), totals);
        assertTrue(innocent <= 5, totals);
    }

    private String totals() {
        return "first " + first + ", headline " + headlines + ", clean " + clean + ", innocent " + innocent + " of "
            + suspected + " suspects " + failures;
    }

    private void judge(String folder, String[] truth) throws IOException {
        List<Heap> dumps = PackedDumps.of(folder + truth[0] + ".gz", Integer.parseInt(truth[1]),
            line -> isTraced ? line : LINES.matcher(line).replaceAll(""));
        Heap last = dumps.get(dumps.size() - 1);
        List<EarlierHeap> earlier = dumps.subList(0, dumps.size() - 1).stream()
            .map(heap -> EarlierHeap.of(heap, Task.UNWATCHED)).collect(Collectors.toList());
        HeapDiff diff = HeapDiff.between(dumps.get(0), last, Task.UNWATCHED);
        Suspects suspects = Suspects.of(diff, earlier, Retained.of(last, Task.UNWATCHED), SuspectOptions.OF_GROWTH,
            Task.UNWATCHED);
        suspected += suspects.list().size();
        requireWhole(suspects, truth[0]);
        if (truth[2].isEmpty()) {
            clean += suspects.list().isEmpty() ? 1 : 0;
            innocent += suspects.list().size();
            return;
        }
        for (Suspect suspect : suspects.list()) {
            innocent += matches(truth[5], holders(last, suspect)) ? 1 : 0;
        }
        boolean isFirst = !suspects.list().isEmpty() && isTrue(truth, last, suspects.list().get(0));
        first += isFirst ? 1 : 0;
        String headline = new Verdict(Findings.of(last).compared(diff, Task.UNWATCHED).retained(Task.UNWATCHED)
            .build().and(suspects)).ofGrowth();
        headlines += matches(truth[4], headline) ? 1 : 0;
        if (!isFirst || !matches(truth[4], headline)) {
            failures.add(truth[0] + ": " + headline);
        }
    }

    /** What the suspects grew by and the rest are all that came. */
    private static void requireWhole(Suspects suspects, String program) {
        long count = suspects.rest().count();
        long size = suspects.rest().size();
        assertTrue(count >= 0 && size >= 0, program + " " + count + " " + size);
        for (Suspect suspect : suspects.list()) {
            count += suspect.growth().count();
            size += suspect.growth().size();
        }
        assertEquals(suspects.total().count() + " " + suspects.total().size(), count + " " + size, program);
    }

    private static boolean isTrue(String[] truth, Heap heap, Suspect suspect) {
        StringBuilder classes = new StringBuilder(heap.className(suspect.object())).append(' ')
            .append(heap.className(suspect.accumulationPoint()));
        List<Accumulated> groups = new ArrayList<>(suspect.accumulated());
        groups.addAll(suspect.contents());
        groups.forEach(group -> classes.append(' ').append(heap.className(group.example())).append(' ')
            .append(heap.typeName(group.example())));
        String holders = holders(heap, suspect);
        return matches(truth[2], holders) && matches(truth[3], classes.toString()) && !matches(truth[5], holders);
    }

    private static boolean matches(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).find();
    }

    private static String holders(Heap heap, Suspect suspect) {
        ObjectNames names = new ObjectNames(heap);
        HolderWords words = new HolderWords(heap, names, ReferenceNames.none(heap));
        StringBuilder text = new StringBuilder(heap.className(suspect.object()));
        for (SuspectHolder holder : suspect.holders()) {
            text.append(" | ").append(heap.className(holder.object())).append(" | ").append(words.held(holder));
            for (int step : holder.path()) {
                text.append(" | ").append(names.of(step));
            }
        }
        return text.toString();
    }
}
