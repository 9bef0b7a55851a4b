package io.github.memdump.analysis;

import io.github.memdump.array.IntList;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The dump's own objects: what tracing and dumping made, and not the program. They are records like others and are
 * listed and counted as such, but no leak: suspects, budgets of new objects, growth and consumers leave them out.
 *
 * <p>Only what the dump itself proves is taken, for a program's own files and threads must not be hidden:
 * <ul>
 * <li>the allocation tracer, by the name of its C type;
 * <li>the file that the dump is written to: one with a mutex that was made in Ruby's {@code dump_all}; or else the one
 * file on the machine stack, that of the thread that dumps, which nothing but the stack and its variables hold and
 * which was opened last, just before the dump;
 * <li>its mutex;
 * <li>the thread on whose stack this file is, if it was made for it: by code of the file that opened it, and nothing of
 * the program holds it; it is never the main thread;
 * <li>the block of this thread, which nothing else holds;
 * <li>what Ruby's {@code objspace.rb} allocated while it dumped.
 * </ul>
 * Where the process was not traced, the thread shows by its block alone. Linear time in objects and references; 4 bytes
 * for each of the few objects. Immutable, thread-safe.
 */
public final class OwnObjects {
    /** The C type of the allocation tracer. */
    public static final String TRACER = "ObjectTracing/allocation_info_tracer";

    /** What an own object is to the dump. */
    public enum Kind {
        /** The allocation tracer with its tables. */
        TRACER("allocation tracer"),
        /** The file the dump is written to. */
        FILE("file"),
        /** The mutex of this file. */
        MUTEX("mutex"),
        /** The thread that writes it. */
        THREAD("thread"),
        /** The block of this thread. */
        BLOCK("block"),
        /** What else dump_all allocated. */
        OTHER("other object");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Returns the word for one of this kind. */
        public String word() {
            return word;
        }
    }

    private final int[] objects;
    private final Kind[] kinds;

    private OwnObjects(Map<Integer, Kind> found) {
        this.objects = found.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.kinds = found.values().toArray(new Kind[0]);
    }

    /** Finds the own objects of a dump; linear time. */
    public static OwnObjects of(Heap heap) {
        return new OwnObjects(new Search(heap).found);
    }

    /** Returns whether an object is one of them; logarithmic in their number. */
    public boolean contains(int object) {
        return Arrays.binarySearch(objects, object) >= 0;
    }

    /** Returns what an object is to the dump, nothing if it is none of them. */
    public Optional<Kind> kind(int object) {
        int place = Arrays.binarySearch(objects, object);
        return place < 0 ? Optional.empty() : Optional.of(kinds[place]);
    }

    /** Returns the number of own objects. */
    public int size() {
        return objects.length;
    }

    /** Returns the ids of the own objects, ascending. */
    public int[] objects() {
        return objects.clone();
    }

    /** Looks at a heap once. */
    private static final class Search {
        private static final String STACK = "machine_context";
        private static final String THREAD = "VM/thread";
        /** The collections that may run between the opening of the file and the end of the dump. */
        private static final int MOST_COLLECTIONS = 4;
        private static final Set<String> STACK_OWNERS = Set.of(THREAD, "fiber", "proc", "binding", "ractor");

        final Map<Integer, Kind> found = new TreeMap<>();
        private final Heap heap;
        private final Graph references;
        private final int fileType;
        private final boolean isTraced;
        private final boolean[] isDumping;
        private final IntList files = new IntList();
        private final IntList threads = new IntList();
        private int lastGeneration = Heap.NO_GENERATION;

        Search(Heap heap) {
            this.heap = heap;
            this.references = heap.references();
            this.fileType = heap.types().number("FILE");
            this.isTraced = heap.facts().withGeneration() > 0;
            this.isDumping = new boolean[heap.sites().size()];
            for (int site = 0; site < isDumping.length; site++) {
                String method = heap.sites().method(site);
                isDumping[site] = method.equals("_dump_all")
                    || (method.equals("dump_all") && heap.sites().file(site).endsWith("/objspace.rb"));
            }
            scan();
            Map<Integer, IntList> holders = referrersOf(candidates());
            addFile(holders);
            for (int i = 0; i < threads.size(); i++) {
                addThread(threads.get(i), holders);
            }
        }

        private void scan() {
            for (int object = 0; object < heap.objectCount(); object++) {
                int type = heap.type(object);
                lastGeneration = Math.max(lastGeneration, heap.generation(object));
                if (type == fileType) {
                    files.add(object);
                } else if (type == RecordTypes.DATA && heap.name(object).equals(TRACER)) {
                    found.put(object, Kind.TRACER);
                } else if (isData(object, THREAD)) {
                    threads.add(object);
                } else if (heap.site(object) >= 0 && isDumping[heap.site(object)]) {
                    found.put(object, isData(object, "mutex") ? Kind.MUTEX : Kind.OTHER);
                }
            }
        }

        private boolean isData(int object, String name) {
            return heap.type(object) == RecordTypes.DATA && heap.name(object).equals(name);
        }

        /** Returns the objects of which it matters who holds them: files, threads and what threads refer to. */
        private Set<Integer> candidates() {
            Set<Integer> result = new HashSet<>();
            for (int i = 0; i < files.size(); i++) {
                result.add(files.get(i));
                addReferred(files.get(i), "mutex", result);
            }
            for (int i = 0; i < threads.size(); i++) {
                result.add(threads.get(i));
                addReferred(threads.get(i), "proc", result);
            }
            return result;
        }

        private void addReferred(int from, String name, Set<Integer> result) {
            for (int i = references.from(from); i < references.to(from); i++) {
                if (isData(references.target(i), name)) {
                    result.add(references.target(i));
                }
            }
        }

        /** Returns the referrers of a few objects, themselves left out, without turning all references round. */
        private Map<Integer, IntList> referrersOf(Set<Integer> wanted) {
            Map<Integer, IntList> holders = new TreeMap<>();
            wanted.forEach(object -> holders.put(object, new IntList()));
            boolean[] isWanted = new boolean[heap.objectCount()];
            wanted.forEach(object -> isWanted[object] = true);
            for (int source = 0; source < isWanted.length && !wanted.isEmpty(); source++) {
                for (int i = references.from(source); i < references.to(source); i++) {
                    if (isWanted[references.target(i)] && references.target(i) != source) {
                        of(holders, references.target(i)).add(source);
                    }
                }
            }
            return holders;
        }

        private static IntList of(Map<Integer, IntList> holders, int object) {
            return Objects.requireNonNull(holders.get(object));
        }

        private void addFile(Map<Integer, IntList> holders) {
            int last = Heap.NO_OBJECT;
            boolean isOnly = true;
            boolean isProven = false;
            for (int i = 0; i < files.size(); i++) {
                int file = files.get(i);
                if (refersToMutexOfDump(file)) {
                    found.put(file, Kind.FILE);
                    isProven |= isOnStack(of(holders, file));
                } else if (isOnStack(of(holders, file)) && isOfStack(of(holders, file)) && isRecent(file)) {
                    isOnly = last == Heap.NO_OBJECT || heap.generation(file) != heap.generation(last);
                    last = last == Heap.NO_OBJECT || heap.generation(file) >= heap.generation(last) ? file : last;
                }
            }
            if (last != Heap.NO_OBJECT && isOnly && !isProven) {
                found.put(last, Kind.FILE);
                for (int i = references.from(last); i < references.to(last); i++) {
                    int target = references.target(i);
                    if (isData(target, "mutex") && of(holders, target).size() == 1) {
                        found.put(target, Kind.MUTEX);
                    }
                }
            }
        }

        private boolean refersToMutexOfDump(int file) {
            for (int i = references.from(file); i < references.to(file); i++) {
                if (found.get(references.target(i)) == Kind.MUTEX) {
                    return true;
                }
            }
            return false;
        }

        private boolean isOnStack(IntList holders) {
            for (int i = 0; i < holders.size(); i++) {
                if (heap.isRoot(holders.get(i)) && heap.name(holders.get(i)).equals(STACK)) {
                    return true;
                }
            }
            return false;
        }

        /** Returns whether nothing holds an object but stacks and the variables of blocks. */
        private boolean isOfStack(IntList holders) {
            for (int i = 0; i < holders.size(); i++) {
                int holder = holders.get(i);
                boolean isStack = heap.isRoot(holder) ? heap.name(holder).equals(STACK)
                    : heap.type(holder) == RecordTypes.IMEMO
                    || (heap.type(holder) == RecordTypes.DATA && STACK_OWNERS.contains(heap.name(holder)));
                if (!isStack) {
                    return false;
                }
            }
            return true;
        }

        private boolean isRecent(int file) {
            return !isTraced || (heap.generation(file) != Heap.NO_GENERATION
                && heap.generation(file) >= lastGeneration - MOST_COLLECTIONS);
        }

        private void addThread(int thread, Map<Integer, IntList> holders) {
            int file = fileOnStackOf(thread, holders);
            if (file == Heap.NO_OBJECT || threads.size() < 2 || !isOfStack(of(holders, thread))) {
                return;
            }
            int block = blockOf(thread, holders);
            boolean isMadeForIt = isTraced ? heap.generation(thread) != Heap.NO_GENERATION
                && heap.sites().file(heap.site(thread)).equals(heap.sites().file(heap.site(file)))
                : block != Heap.NO_OBJECT;
            if (isMadeForIt) {
                found.put(thread, Kind.THREAD);
                if (block != Heap.NO_OBJECT) {
                    found.put(block, Kind.BLOCK);
                }
            }
        }

        /** Returns the file of the dump that a thread or its fiber refers to. */
        private int fileOnStackOf(int thread, Map<Integer, IntList> holders) {
            for (int i = 0; i < files.size(); i++) {
                IntList of = of(holders, files.get(i));
                for (int h = 0; h < of.size() && found.get(files.get(i)) == Kind.FILE && isOnStack(of); h++) {
                    int holder = of.get(h);
                    if (holder == thread || (isData(holder, "fiber") && references.hasEdge(holder, thread)
                        && references.hasEdge(thread, holder))) {
                        return files.get(i);
                    }
                }
            }
            return Heap.NO_OBJECT;
        }

        /** Returns the only block that a thread alone refers to. */
        private int blockOf(int thread, Map<Integer, IntList> holders) {
            int block = Heap.NO_OBJECT;
            for (int i = references.from(thread); i < references.to(thread); i++) {
                int target = references.target(i);
                if (isData(target, "proc") && isOnlyHeldBy(thread, of(holders, target))) {
                    if (block != Heap.NO_OBJECT) {
                        return Heap.NO_OBJECT;
                    }
                    block = target;
                }
            }
            return block;
        }

        private boolean isOnlyHeldBy(int thread, IntList of) {
            for (int i = 0; i < of.size(); i++) {
                if (of.get(i) != thread && !(heap.isRoot(of.get(i)) && heap.name(of.get(i)).equals(STACK))) {
                    return false;
                }
            }
            return true;
        }
    }
}
