package io.github.memdump.select;

import io.github.memdump.analysis.Column;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Selections, and what each means, said in Java. */
final class Truths {
    /** What is true of an object of a leak. */
    interface Truth {
        boolean holds(Leak leak, String object);
    }

    private static final Map<String, Truth> TABLE = new LinkedHashMap<>();

    static {
        texts();
        numbers();
        predicates();
    }

    private Truths() {
    }

    static Map<String, Truth> table() {
        return TABLE;
    }

    private static void texts() {
        TABLE.put("type = STRING", (l, o) -> l.oracle.type(o).equals("STRING"));
        TABLE.put("type == \"STRING\"", (l, o) -> l.oracle.type(o).equals("STRING"));
        TABLE.put("type != STRING", (l, o) -> !l.oracle.type(o).equals("STRING"));
        TABLE.put("TYPE = string", (l, o) -> false);
        TABLE.put("type in (HASH, 'ARRAY',ROOT)",
            (l, o) -> Set.of("HASH", "ARRAY", "ROOT").contains(l.oracle.type(o)));
        TABLE.put("type not in (HASH)", (l, o) -> !l.oracle.type(o).equals("HASH"));
        TABLE.put("class = K0", (l, o) -> l.oracle.className(o).equals("K0"));
        TABLE.put("class = RubyVM::Env", (l, o) -> l.oracle.className(o).equals("RubyVM::Env"));
        TABLE.put("class = '#<Class:K0>'", (l, o) -> l.oracle.className(o).equals("#<Class:K0>"));
        TABLE.put("class =~ /k[12]$/i", (l, o) -> l.oracle.className(o).matches("K[12]"));
        TABLE.put("class =~ K", (l, o) -> l.oracle.className(o).contains("K"));
        TABLE.put("class !~ /^(K|Set)/", (l, o) -> !l.oracle.className(o).matches("(?:K|Set).*"));
        TABLE.put("class =~/a\\/b|Object/", (l, o) -> l.oracle.className(o).contains("Object"));
        TABLE.put("file = app1.rb", (l, o) -> l.text(Column.FILE, o).equals("app1.rb"));
        TABLE.put("file = \"\"", (l, o) -> l.text(Column.FILE, o).isEmpty());
        TABLE.put("file =~ /app[02]\\.rb/", (l, o) -> l.text(Column.FILE, o).matches("app[02]\\.rb"));
        TABLE.put("method = dump_all", (l, o) -> l.text(Column.METHOD, o).equals("dump_all"));
        TABLE.put("method != call", (l, o) -> !l.text(Column.METHOD, o).equals("call"));
        TABLE.put("name =~ /^K/", (l, o) -> l.text(Column.NAME, o).startsWith("K"));
        TABLE.put("name = ''", (l, o) -> l.text(Column.NAME, o).isEmpty());
        TABLE.put("object in (vm, global_tbl)", (l, o) -> o.equals("vm") || o.equals("global_tbl"));
        TABLE.put("object =~ /:7$/", (l, o) -> o.endsWith(":7"));
        TABLE.put("address = ''", (l, o) -> l.oracle.type(o).equals("ROOT"));
        TABLE.put("address =~ /8$/ or address = 0x1", (l, o) -> l.text(Column.ADDRESS, o).endsWith("8"));
        TABLE.put("border = new", (l, o) -> l.change.newBorder().contains(o));
        TABLE.put("border in (old, \"\")", (l, o) -> !l.change.newBorder().contains(o));
        TABLE.put("dominator = ALL_ROOTS", (l, o) -> "ALL_ROOTS".equals(l.dominator(o)));
        TABLE.put("dominator = \"\"", (l, o) -> l.dominator(o) == null);
    }

    private static void numbers() {
        TABLE.put("memsize > 0.5k", (l, o) -> l.oracle.memsize(o) > 512);
        TABLE.put("memsize >= 500 and memsize<=600",
            (l, o) -> l.oracle.memsize(o) >= 500 && l.oracle.memsize(o) <= 600);
        TABLE.put("memsize < 0.5kb", (l, o) -> l.oracle.memsize(o) < 512);
        TABLE.put("memsize in (40, 8_0, 120)", (l, o) -> Set.of(40L, 80L, 120L).contains(l.oracle.memsize(o)));
        TABLE.put("memsize != 40", (l, o) -> l.oracle.memsize(o) != 40);
        TABLE.put("memsize = none", (l, o) -> false);
        TABLE.put("generation = none", (l, o) -> !o.contains(":"));
        TABLE.put("generation != none", (l, o) -> o.contains(":"));
        TABLE.put("generation > 5", (l, o) -> l.number(Column.GENERATION, o) > 5);
        TABLE.put("generation < 5", (l, o) -> o.contains(":") && l.number(Column.GENERATION, o) < 5);
        TABLE.put("generation <= -1", (l, o) -> false);
        TABLE.put("generation != 5", (l, o) -> l.number(Column.GENERATION, o) != 5);
        TABLE.put("line not in (none, 1, 2)", (l, o) -> l.number(Column.LINE, o) > 2);
        TABLE.put("root_distance <= 3", (l, o) -> l.oracle.rootDistances().getOrDefault(o, 9) <= 3);
        TABLE.put("root-distance = none", (l, o) -> !l.oracle.rootDistances().containsKey(o));
        TABLE.put("in_after = 1", (l, o) -> l.change.newObjects().contains(o));
        TABLE.put("keepalive_count >= 20", (l, o) -> l.oracle.reachableFrom(o).size() >= 20);
        TABLE.put("retained_count > 3", (l, o) -> l.number(Column.RETAINED_COUNT, o) > 3);
        TABLE.put("retained_size > 1k", (l, o) -> l.number(Column.RETAINED_SIZE, o) > 1024);
    }

    private static void predicates() {
        TABLE.put("new", (l, o) -> l.change.newObjects().contains(o));
        TABLE.put("old", (l, o) -> !l.change.newObjects().contains(o));
        TABLE.put("border", (l, o) -> l.change.newBorder().contains(o) || l.change.oldBorder().contains(o));
        TABLE.put("root", (l, o) -> l.oracle.type(o).equals("ROOT"));
        TABLE.put("Reachable", (l, o) -> l.oracle.rootDistances().containsKey(o));
        TABLE.put("reachable-from(class = K1)",
            (l, o) -> l.once("K1", () -> l.reachable(l.where(x -> l.oracle.className(x).equals("K1")))).contains(o));
        TABLE.put("reachable_from(type = NOTHING)", (l, o) -> false);
        TABLE.put("reaches(name = K2)",
            (l, o) -> l.oracle.reachableFrom(o).stream().anyMatch(x -> l.text(Column.NAME, x).equals("K2")));
        TABLE.put("dominated-by(type = HASH)",
            (l, o) -> l.isDominatedBy(o, l.once("HASH", () -> l.where(x -> l.oracle.type(x).equals("HASH")))));
        TABLE.put("refers-to(new)",
            (l, o) -> l.oracle.graph().get(o).stream().anyMatch(l.change.newObjects()::contains));
        TABLE.put("referred-by(root)",
            (l, o) -> l.oracle.roots().stream().anyMatch(root -> l.oracle.graph().get(root).contains(o)));
        TABLE.put("refers-to(referred-by(type = ARRAY) and not new)", (l, o) -> {
            Set<String> arrays = l.once("ARRAY", () -> l.where(x -> l.oracle.type(x).equals("ARRAY")));
            Set<String> held = l.once("held", () -> l.where(x -> !l.change.newObjects().contains(x)
                && arrays.stream().anyMatch(array -> l.oracle.graph().get(array).contains(x))));
            return l.oracle.graph().get(o).stream().anyMatch(held::contains);
        });
        TABLE.put("type = STRING or type = HASH and new",
            (l, o) -> l.oracle.type(o).equals("STRING")
                || l.oracle.type(o).equals("HASH") && l.change.newObjects().contains(o));
        TABLE.put("(type = STRING || type = HASH) && !new",
            (l, o) -> Set.of("STRING", "HASH").contains(l.oracle.type(o)) && !l.change.newObjects().contains(o));
        TABLE.put("NOT type = STRING AND NOT (root OR new)",
            (l, o) -> !l.oracle.type(o).equals("STRING") && !l.oracle.type(o).equals("ROOT")
                && !l.change.newObjects().contains(o));
    }
}
