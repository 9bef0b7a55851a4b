package io.github.memdump.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Draws records and references into one heap; remembers which objects are old and which it drew itself. */
final class RandomRecords {
    private static final String[] TYPES = {
        "OBJECT", "OBJECT", "OBJECT", "STRING", "STRING", "STRING", "ARRAY", "HASH", "IMEMO", "DATA", "STRUCT",
        "SYMBOL", "NODE", "SHAPE", "OTHER",
    };
    private static final String[] CLASSES = {"Object", "Set", "WeakRef", "RubyVM::Env"};

    private final Random random;
    private final HeapDsl heap;
    private final List<String> classes = new ArrayList<>();
    private final List<String> old = new ArrayList<>();
    private final List<String> drawn = new ArrayList<>();

    RandomRecords(Random random, HeapDsl heap) {
        this.random = random;
        this.heap = heap;
    }

    /** Returns a drawer for the heap made from this one, to which all that was drawn here is old. */
    RandomRecords goOnIn(HeapDsl next, Collection<String> gone) {
        RandomRecords records = new RandomRecords(random, next);
        Set<String> left = new HashSet<>(gone);
        records.classes.addAll(classes);
        records.old.addAll(classes);
        drawn.stream().filter(symbol -> !left.contains(symbol)).forEach(records.old::add);
        return records;
    }

    HeapDsl heap() {
        return heap;
    }

    List<String> drawn() {
        return drawn;
    }

    String anyOld() {
        return old.get(random.nextInt(old.size()));
    }

    /** Returns an object drawn here, the first ones more often; an old one where there is none yet. */
    String anyNew() {
        return drawn.isEmpty() ? anyOld() : drawn.get((int) (drawn.size() * Math.pow(random.nextDouble(), 2)));
    }

    void rootsAndClasses(int plainClasses) {
        heap.root("vm").root("global_tbl").root("machine_context");
        heap.klass("Class").ofClass("Class").memsize(600).heldBy("vm");
        heap.klass("Module").ofClass("Class").memsize(600).heldBy("vm");
        for (String name : CLASSES) {
            klass(name, "vm");
        }
        for (int i = 0; i < plainClasses; i++) {
            klass("K" + i, classes.get(random.nextInt(classes.size())));
        }
        heap.anonymousClass("held").memsize(500);
        heap.anonymousClass("anonymous").ofClass("Class").memsize(500).heldBy("global_tbl");
        heap.singletonClass("singleton", "K0").ofClass("Class").memsize(500).heldBy("K0");
        heap.module("Mixin").ofClass("Module").memsize(300).heldBy("vm");
        heap.record("iclass", "ICLASS").ofClass("Mixin").memsize(40).heldBy("K1");
        classes.add("anonymous");
        classes.add("iclass");
        // Held by their instances alone, one of them an instance of the other.
        heap.singletonClass("heldSingleton", "held").ofClass("Class").memsize(500);
        classes.add("held");
        heap.root("vm", "Class", "Object", "Object");
    }

    /** Draws a record under this name, referred to by nothing yet, and returns the name. */
    String record(String symbol, int generation) {
        if (drawn.size() % 40 == 7) {
            // A slot, which refers to nothing, and to which hardly anything refers.
            heap.record("slot before " + symbol, drawn.size() % 80 == 7 ? "NONE" : "ZOMBIE");
        }
        String type = TYPES[random.nextInt(TYPES.length)];
        heap.record(symbol, type);
        if (!type.equals("SHAPE") && random.nextInt(30) != 0) {
            // An IMEMO has junk for a class: an address of anything.
            heap.ofClass(type.equals("IMEMO") ? symbol : classes.get(random.nextInt(classes.size())));
        }
        if (random.nextInt(30) != 0) {
            heap.memsize(40L * (1 + random.nextInt(20)));
        }
        if (random.nextInt(3) != 0) {
            heap.allocatedAt("app" + generation % 3 + ".rb", 1L + random.nextInt(90),
                random.nextInt(40) == 0 ? "dump_all" : "call").generation(generation);
        }
        if (type.equals("STRING")) {
            heap.with("value", "value of " + symbol);
        }
        if (random.nextInt(60) == 0) {
            heap.refersToMissing("missing" + random.nextInt(3));
        }
        drawn.add(symbol);
        return symbol;
    }

    /** Makes a parent refer to an object, sometimes twice, or leaves it to itself where no root reaches it. */
    void hang(String symbol, String parent) {
        int fate = random.nextInt(25);
        if (fate == 0) {
            link(symbol, symbol);
        } else if (fate != 1) {
            link(parent, symbol);
            if (fate < 5) {
                link(parent, symbol);
            }
        }
    }

    /** Adds references between two objects drawn here, back and forth, mostly among the first ones. */
    void crossLinks(int count) {
        for (int i = 0; i < count && !drawn.isEmpty(); i++) {
            link(anyNew(), anyNew());
        }
    }

    /** Makes a few objects refer to very many. */
    void hubs(int count, int references) {
        for (int i = 0; i < count; i++) {
            String hub = anyNew();
            for (int j = 0; j < references; j++) {
                link(hub, drawn.get(random.nextInt(drawn.size())));
            }
        }
    }

    void link(String source, String target) {
        heap.change(source).refers(target);
    }

    private void klass(String name, String holder) {
        heap.klass(name).ofClass("Class").memsize(500L + name.length()).heldBy(holder);
        classes.add(name);
    }
}
