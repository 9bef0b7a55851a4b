package io.github.memdump.analysis.unused;

import io.github.memdump.array.LongList;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.DumpReader;
import io.github.memdump.dump.RecordBlock;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * The dangling references of a dump, by object (memdump's {@code validate_references}). A heap keeps only their number,
 * so the dump is read again. 8 bytes per dangling reference. Immutable.
 */
public final class DanglingReferences {
    /** The most objects that are listed one by one. */
    public static final int MOST_ROWS = 1_000;

    private final List<Row> rows;
    private final long references;
    private final long[] missing;

    private DanglingReferences(List<Row> rows, long references, long[] missing) {
        this.rows = Collections.unmodifiableList(rows);
        this.references = references;
        this.missing = missing;
    }

    /** An object that refers to addresses without a record. Immutable. */
    public static final class Row {
        private final int object;
        private final long[] missing;

        Row(int object, long[] missing) {
            this.object = object;
            this.missing = missing;
        }

        /** Returns the object's id in the heap. */
        public int object() {
            return object;
        }

        /** Returns the addresses, ascending, each once; the array belongs to the caller. */
        public long[] missing() {
            return missing.clone();
        }
    }

    /**
     * Finds the dangling references of a heap in the dump that it was loaded from; takes as long as to load it.
     *
     * @param limits those within which the heap was loaded
     * @throws DumpException                             if the dump cannot be read again
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public static DanglingReferences of(DumpInput input, Heap heap, DumpLimits limits, Task task)
            throws DumpException {
        Search search = new Search(heap);
        new DumpReader(limits, false).read(input, search::take, task);
        return search.result();
    }

    /** Finds the dangling references of a heap that was loaded within the default limits. */
    public static DanglingReferences of(DumpInput input, Heap heap, Task task) throws DumpException {
        return of(input, heap, DumpLimits.DEFAULT, task);
    }

    /** Returns the first objects with dangling references, in file order, ROOT objects last. */
    public List<Row> rows() {
        return rows;
    }

    /** Returns how many dangling references there are, as sets within each object. */
    public long references() {
        return references;
    }

    /** Returns the addresses that have no record, ascending, each once; the array belongs to the caller. */
    public long[] missing() {
        return missing.clone();
    }

    private static final class Search {
        private final Heap heap;
        private final List<Row> rows = new ArrayList<>();
        private final Map<Integer, LongList> ofRoots = new TreeMap<>();
        private final LongList all = new LongList();

        Search(Heap heap) {
            this.heap = heap;
        }

        void take(RecordBlock block, DumpReader.Rejections rejections) {
            for (int record = 0; record < block.size(); record++) {
                boolean isRoot = block.root(record) != RecordBlock.NONE;
                int object = isRoot ? heap.rootNamed(block.strings().get(block.root(record)))
                    : heap.at(block.address(record));
                // Of several records of one address the heap has taken the first.
                boolean isTaken = object != Heap.NO_OBJECT
                    && (isRoot || heap.recordOffset(object) == block.offset(record));
                LongList missing = isTaken ? missing(block, record) : new LongList();
                if (missing.size() > 0 && isRoot) {
                    LongList ofRoot = ofRoots.computeIfAbsent(object, root -> new LongList());
                    stream(missing).forEach(ofRoot::add);
                } else if (missing.size() > 0) {
                    add(object, missing);
                }
            }
        }

        private LongList missing(RecordBlock block, int record) {
            LongList missing = new LongList();
            for (int i = block.referencesFrom(record); i < block.referencesTo(record); i++) {
                if (heap.at(block.reference(i)) == Heap.NO_OBJECT) {
                    missing.add(block.reference(i));
                }
            }
            return missing;
        }

        private static LongStream stream(LongList list) {
            return Arrays.stream(list.toArray());
        }

        private void add(int object, LongList missing) {
            long[] distinct = stream(missing).sorted().distinct().toArray();
            for (long address : distinct) {
                all.add(address);
            }
            if (rows.size() < MOST_ROWS) {
                rows.add(new Row(object, distinct));
            }
        }

        DanglingReferences result() {
            ofRoots.forEach(this::add);
            return new DanglingReferences(rows, all.size(), stream(all).sorted().distinct().toArray());
        }
    }
}
