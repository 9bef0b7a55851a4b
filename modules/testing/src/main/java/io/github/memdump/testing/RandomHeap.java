package io.github.memdump.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A pair of heaps drawn at random from a seed, of the shape of real ones: classes and roots, one component that holds
 * most objects, trees that hang from it, a few hubs, strings at the ends, cycles, objects that no root reaches, held
 * classes, dangling and duplicate references, records without generation, class, memsize or references; and after it
 * growth in a few old holders, growth that holds old objects, objects that are gone and addresses that are used again.
 *
 * <pre>{@code
 * RandomHeap pair = RandomHeap.ofSeed(seed).objects(300).newObjects(120);
 * Oracle after = Oracle.of(pair.after());
 * }</pre>
 *
 * <p>The same seed and sizes always give the same text. Print the seed when a test fails: {@link #toString} has it.
 */
public final class RandomHeap {
    private final long seed;
    private final int objects;
    private final int newObjects;

    private RandomHeap(long seed, int objects, int newObjects) {
        this.seed = seed;
        this.objects = objects;
        this.newObjects = newObjects;
    }

    /** Returns a pair of small heaps: 200 objects before, 80 new ones. */
    public static RandomHeap ofSeed(long seed) {
        return new RandomHeap(seed, 200, 80);
    }

    /** Returns a pair with this many objects before, besides classes and roots. */
    public RandomHeap objects(int count) {
        return new RandomHeap(seed, count, newObjects);
    }

    /** Returns a pair with this many new objects. */
    public RandomHeap newObjects(int count) {
        return new RandomHeap(seed, objects, count);
    }

    /** Draws the first heap. */
    public HeapDsl before() {
        return drawBefore(new RandomRecords(new Random(seed), HeapDsl.heap()));
    }

    /** Draws the second heap. */
    public HeapDsl after() {
        Random random = new Random(seed);
        RandomRecords old = new RandomRecords(random, HeapDsl.heap());
        HeapDsl heap = drawBefore(old).then();
        List<String> gone = new ArrayList<>();
        for (String symbol : old.drawn()) {
            if (random.nextInt(20) == 0) {
                gone.add(symbol);
            }
        }
        heap.remove(gone.toArray(new String[0]));
        RandomRecords young = old.goOnIn(heap, gone);
        String[] holders = {young.anyOld(), young.anyOld(), young.anyOld()};
        for (int i = 0; i < newObjects; i++) {
            String symbol = young.record("n" + i, 20 + random.nextInt(5));
            if (i < gone.size() && random.nextInt(3) == 0) {
                heap.change(symbol).atAddressOf(gone.get(i));
            }
            young.hang(symbol, random.nextInt(4) == 0 ? holders[random.nextInt(holders.length)] : young.anyNew());
            if (random.nextInt(4) == 0) {
                heap.change(symbol).refers(young.anyOld());
            }
        }
        young.crossLinks(newObjects / 8);
        return heap;
    }

    @Override
    public String toString() {
        return "RandomHeap.ofSeed(" + seed + "L).objects(" + objects + ").newObjects(" + newObjects + ")";
    }

    private HeapDsl drawBefore(RandomRecords records) {
        records.rootsAndClasses(3 + objects / 40);
        int inComponent = Math.max(1, objects / 6);
        for (int i = 0; i < objects; i++) {
            String symbol = records.record("o" + i, 1 + i % 15);
            if (i < inComponent) {
                records.link(i == 0 ? "vm" : "o" + (i - 1), symbol);
            } else {
                records.hang(symbol, records.anyNew());
            }
        }
        records.link("o" + (inComponent - 1), "o0");
        records.link("held", "o" + objects / 2);
        records.link("heldSingleton", records.record("ofHeldSingleton", 3));
        records.crossLinks(objects / 6);
        records.hubs(3, objects / 12);
        return records.heap();
    }
}
