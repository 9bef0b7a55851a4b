package io.github.memdump.bench.scaling;

import java.io.IOException;
import java.util.Locale;
import java.util.stream.LongStream;

/** A heap that is as unlike a program's as one can be: of n objects, give or take a factor of two. */
enum HeapShape {
    /** Each object holds the next. */
    CHAIN {
        @Override
        void write(Records records, int size) throws IOException {
            records.root("global_tbl", HOLDER);
            records.oldObject(HOLDER, "OBJECT", FIRST);
            for (int i = 0; i < size; i++) {
                records.newObject(FIRST + i, "OBJECT", next(i, size));
            }
        }
    },
    /** Two chains, with rungs that lead now to the one, now to the other. */
    LADDER {
        @Override
        void write(Records records, int size) throws IOException {
            records.root("global_tbl", HOLDER);
            records.oldObject(HOLDER, "OBJECT", FIRST, FIRST + 1);
            for (int i = 0; i + 3 < size; i += 2) {
                boolean rightward = i % 4 == 0;
                records.newObject(FIRST + i, "OBJECT", rightward ? new long[] {FIRST + i + 1, FIRST + i + 2}
                    : new long[] {FIRST + i + 2});
                records.newObject(FIRST + i + 1, "OBJECT", rightward ? new long[] {FIRST + i + 3}
                    : new long[] {FIRST + i, FIRST + i + 3});
            }
            records.newObject(FIRST + (size - 2) / 2 * 2, "OBJECT", FIRST + size - 1);
            records.newObject(FIRST + size - 1, "OBJECT");
        }
    },
    /** Rows and columns; each object holds that to its right and that below. */
    GRID {
        @Override
        void write(Records records, int size) throws IOException {
            int side = (int) Math.sqrt(size);
            records.root("global_tbl", HOLDER);
            records.oldObject(HOLDER, "OBJECT", FIRST);
            for (int i = 0; i < side * side; i++) {
                records.newObject(FIRST + i, "OBJECT", inGrid(i, side));
            }
        }

        @Override
        int last(int size) {
            int side = (int) Math.sqrt(size);
            return FIRST + side * side - 1;
        }
    },
    /** A grid of new objects, each of which an old object of its own holds too. */
    HELD_GRID {
        @Override
        void write(Records records, int size) throws IOException {
            int side = (int) Math.sqrt(size / 2);
            int nodes = side * side;
            records.root("global_tbl", LongStream.range(FIRST + nodes, FIRST + 2 * nodes).toArray());
            for (int i = 0; i < nodes; i++) {
                records.newObject(FIRST + i, "OBJECT", inGrid(i, side));
            }
            for (int i = 0; i < nodes; i++) {
                records.oldObject(FIRST + nodes + i, "OBJECT", FIRST + i);
            }
        }

        @Override
        int last(int size) {
            int side = (int) Math.sqrt(size / 2);
            return FIRST + side * side - 1;
        }
    },
    /** Arrays, hashes and closures in each other, each with an object beside the next. */
    NEST {
        @Override
        void write(Records records, int size) throws IOException {
            String[] containers = {"ARRAY", "HASH", "IMEMO"};
            records.root("global_tbl", HOLDER);
            records.oldObject(HOLDER, "OBJECT", FIRST);
            for (int i = 0; i + 1 < size; i += 2) {
                records.newObject(FIRST + i, containers[i / 2 % containers.length],
                    i + 3 < size ? new long[] {FIRST + i + 1, FIRST + i + 2} : new long[] {FIRST + i + 1});
                records.newObject(FIRST + i + 1, "OBJECT");
            }
        }

        @Override
        int last(int size) {
            return FIRST + size / 2 * 2 - 1;
        }
    },
    /** Each object of an old chain holds a new object. */
    OLD_CHAIN {
        @Override
        void write(Records records, int size) throws IOException {
            records.root("global_tbl", FIRST);
            for (int i = 0; i + 1 < size; i += 2) {
                records.oldObject(FIRST + i, "OBJECT",
                    i + 3 < size ? new long[] {FIRST + i + 1, FIRST + i + 2} : new long[] {FIRST + i + 1});
                records.newObject(FIRST + i + 1, "OBJECT");
            }
        }

        @Override
        int last(int size) {
            return FIRST + size / 2 * 2 - 1;
        }
    },
    /** A parent, held from above by the last object, and its children, which all refer back to it. */
    FAMILY {
        @Override
        void write(Records records, int size) throws IOException {
            int holder = FIRST + size - 1;
            records.root("global_tbl", holder);
            records.newObject(FIRST, "OBJECT", LongStream.range(FIRST + 1, holder).toArray());
            for (int i = 1; i + 1 < size; i++) {
                records.newObject(FIRST + i, "OBJECT", FIRST);
            }
            records.oldObject(holder, "OBJECT", FIRST);
        }

        @Override
        int last(int size) {
            return FIRST + size - 2;
        }
    },
    /** A root of its own, with its own name, for each object. */
    ROOTS {
        @Override
        void write(Records records, int size) throws IOException {
            for (int i = 0; i < size; i++) {
                records.root("root_" + i, FIRST + i);
                records.newObject(FIRST + i, "OBJECT");
            }
        }
    },
    /** Half of the objects share an Array of the other half. */
    HUB {
        @Override
        void write(Records records, int size) throws IOException {
            int half = size / 2;
            records.root("global_tbl", HOLDER);
            records.oldObject(HOLDER, "OBJECT", LongStream.range(FIRST + 1, FIRST + half).toArray());
            records.newObject(FIRST, "ARRAY", LongStream.range(FIRST + half, FIRST + 2 * half).toArray());
            for (int i = 1; i < 2 * half; i++) {
                records.newObject(FIRST + i, "OBJECT", i < half ? new long[] {FIRST} : new long[0]);
            }
        }

        @Override
        int last(int size) {
            return FIRST + size / 2 * 2 - 1;
        }
    },
    /** An Array of strings, of which two each are the same. */
    STRINGS {
        @Override
        void write(Records records, int size) throws IOException {
            records.root("global_tbl", HOLDER);
            records.oldObject(HOLDER, "ARRAY", LongStream.range(FIRST, FIRST + size).toArray());
            for (int i = 0; i < size; i++) {
                records.string(FIRST + i, "text number " + i / 2);
            }
        }
    },
    /** Each object has a class, a file and a line of its own, and each class is under the one before. */
    CLASSES {
        @Override
        void write(Records records, int size) throws IOException {
            records.root("global_tbl", HOLDER);
            records.oldObject(HOLDER, "ARRAY", LongStream.range(0, size / 2).map(i -> FIRST + 2 * i + 1).toArray());
            for (int i = 0; i + 1 < size; i += 2) {
                records.classWithInstance(FIRST + i, i == 0 ? Records.NODE_CLASS : FIRST + i - 2, "Kind" + i);
            }
        }

        @Override
        int last(int size) {
            return FIRST + size / 2 * 2 - 1;
        }
    },
    /** Each object refers to an address of its own that is not in the dump. */
    DANGLING {
        @Override
        void write(Records records, int size) throws IOException {
            records.root("global_tbl", HOLDER);
            records.oldObject(HOLDER, "ARRAY", LongStream.range(FIRST, FIRST + size).toArray());
            for (int i = 0; i < size; i++) {
                records.newObject(FIRST + i, "OBJECT", FIRST + 2L * size + i);
            }
        }
    };

    /** An old object that holds what is new. */
    static final int HOLDER = Records.FIRST_FREE;
    /** The object at the top. */
    static final int FIRST = HOLDER + 1;

    /** Writes the heap into both dumps. */
    abstract void write(Records records, int size) throws IOException;

    /** Returns the number of the object that is furthest from the top. */
    int last(int size) {
        return FIRST + size - 1;
    }

    /** Returns the name in the table. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static long[] next(int i, int size) {
        return i + 1 < size ? new long[] {FIRST + i + 1} : new long[0];
    }

    private static long[] inGrid(int i, int side) {
        LongStream right = i % side < side - 1 ? LongStream.of(FIRST + i + 1) : LongStream.empty();
        LongStream below = i / side < side - 1 ? LongStream.of(FIRST + i + side) : LongStream.empty();
        return LongStream.concat(right, below).toArray();
    }
}
