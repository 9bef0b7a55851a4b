package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.view.assembly.Views;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MainHoldersTest {
    private static List<Integer> of(Integer... held) {
        return MainHolders.of(Stream.of(held), Integer::doubleValue);
    }

    @Test
    void theFiveThroughWhichMostIsReachedAreMain() {
        assertEquals(List.of(9, 8, 7, 6, 5), of(3, 9, 5, 7, 4, 8, 6));
        assertEquals(List.of(), of());
    }

    @Test
    void whatLeadsToLessThanAHundredthOfTheFirstIsNot() {
        assertEquals(List.of(53_000, 530), of(529, 530, 53_000, 1));
    }

    @ParameterizedTest
    @EnumSource(value = Recipe.Subject.class, names = {"BORDER", "DOMINATORS"})
    void whateverAViewIsAboutTheyStandWhereNamesHaveRoom(Recipe.Subject subject) {
        GoldenDumps dumps = GoldenDumps.RUBY_3_4;
        Findings findings = Findings.ofLeak(Loading.load(dumps.before()), Loading.load(dumps.after()), Task.UNWATCHED);
        View view = Views.of(Recipe.of(subject, List.of("before.json", "after.json"), ViewBudget.DEFAULT), findings,
            Task.UNWATCHED);
        List<Integer> holders = MainHolders.of(IntStream.range(0, view.nodes().size()).boxed()
            .filter(node -> view.text(Column.BORDER, view.nodes().get(node)).equals("old")),
            node -> view.number(Column.KEEPALIVE_NEW_COUNT, view.nodes().get(node)));
        assertTrue(!holders.isEmpty(), subject + " shows no holder");
        for (int holder : holders) {
            for (int node = holder; node >= 0; node = view.sketch().parent(node)) {
                assertTrue(view.sketch().onTrunk(node), subject + ": " + view.nodes().get(node).name()
                    + " on the way to " + view.nodes().get(holder).name());
            }
        }
    }
}
