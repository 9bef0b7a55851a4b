package io.github.memdump.heap;

import io.github.memdump.array.IntList;
import io.github.memdump.array.LongList;
import io.github.memdump.dump.LimitExceededException;
import io.github.memdump.dump.RecordBlock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ROOT records of a dump, lines of one name merged, in order of first sight. Not thread-safe. */
final class RootRecords {
    private final IntList names = new IntList();
    /** A dump of anyone's making may have as many roots as objects. */
    private final Map<Integer, Integer> rootOf = new HashMap<>();
    private final LongList offsets = new LongList();
    private final List<IntList> targets = new ArrayList<>();
    private long references;

    /** Adds a line to the root of the given name. */
    void add(RecordBlock block, int record, int name, AddressPages pages) throws LimitExceededException {
        int root = rootOf.computeIfAbsent(name, first -> names.size());
        if (root == names.size()) {
            names.add(name);
            offsets.add(block.offset(record));
            targets.add(new IntList());
        }
        for (int i = block.referencesFrom(record); i < block.referencesTo(record); i++) {
            targets.get(root).add(pages.code(block.reference(i)));
        }
        references += block.referencesTo(record) - block.referencesFrom(record);
    }

    int size() {
        return names.size();
    }

    /** Returns how many references all of them have, with repetitions. */
    long references() {
        return references;
    }

    /** Returns the number of the root's name. */
    int name(int root) {
        return names.get(root);
    }

    /** Returns where the root's first line begins. */
    long offset(int root) {
        return offsets.get(root);
    }

    /** Returns the codes of what the root refers to, with repetitions. */
    IntList targets(int root) {
        return targets.get(root);
    }
}
