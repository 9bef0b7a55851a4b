package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.RandomHeap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HolderReachTest {
    @Test
    void agreesWithAWalkFromEveryOldHolder() {
        for (long seed = 1; seed <= 40; seed++) {
            RandomHeap pair = RandomHeap.ofSeed(seed);
            Heap after = Loading.load(pair.after());
            Findings findings = Findings.ofLeak(Loading.load(pair.before()), after, Task.UNWATCHED);
            NodeSet newObjects = findings.diff().orElseThrow().newObjects();
            NodeSet holders = findings.border().orElseThrow().oldBorder();
            HolderReach reach = HolderReach.of(after, newObjects, holders, Task.UNWATCHED);
            for (int holder : holders.toArray()) {
                Set<Integer> held = new HashSet<>();
                Set<Integer> reached = new HashSet<>();
                Deque<Integer> next = new ArrayDeque<>(Set.of(holder));
                long bytes = 0;
                while (!next.isEmpty()) {
                    int from = next.pop();
                    for (int i = after.references().from(from); i < after.references().to(from); i++) {
                        int target = after.references().target(i);
                        if (newObjects.contains(target)) {
                            bytes += from == holder && held.add(target) ? after.memsize(target) : 0;
                            if (reached.add(target)) {
                                next.push(target);
                            }
                        }
                    }
                }
                assertEquals(reached.size(), reach.count(holder), "seed " + seed);
                assertEquals(held.size(), findings.number(Column.HELD_NEW_COUNT, holder), "seed " + seed);
                assertEquals(bytes, findings.number(Column.HELD_NEW_SIZE, holder), "seed " + seed);
            }
            for (int object : newObjects.toArray()) {
                assertEquals(Findings.ABSENT, findings.number(Column.HELD_NEW_COUNT, object), "a new object");
                assertEquals(HolderReach.NOT_COUNTED, reach.count(object));
            }
        }
    }
}
