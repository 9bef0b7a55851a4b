package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.ProgramObjects;
import io.github.memdump.analysis.suspect.weight.Weights;
import io.github.memdump.array.IntList;
import io.github.memdump.heap.Heap;

/** A chain of objects of which one holds the next, as in a linked list. */
final class Chain {
    private static final int SHORTEST = 16;

    private Chain() {
    }

    /** Returns the links: where a path is long, loses its load on the way and is mostly of one class; else none. */
    static int[] links(Heap heap, ProgramObjects objects, Weights weights, IntList path) {
        int last = path.get(path.size() - 1);
        boolean isLost = weights.of(last).shareOf(weights.total())
            < weights.of(path.get(0)).shareOf(weights.total()) / 2;
        if (path.size() < SHORTEST || !isLost) {
            return new int[0];
        }
        int[] counts = new int[heap.classes().size()];
        int most = heap.classNumber(last);
        for (int i = 0; i < path.size(); i++) {
            int number = heap.classNumber(path.get(i));
            counts[number]++;
            most = counts[number] > counts[most] && objects.isPrograms(path.get(i)) ? number : most;
        }
        IntList links = new IntList();
        for (int i = 0; i < path.size(); i++) {
            if (heap.classNumber(path.get(i)) == most) {
                links.add(path.get(i));
            }
        }
        return links.size() * 3 >= path.size() ? links.toArray() : new int[0];
    }
}
