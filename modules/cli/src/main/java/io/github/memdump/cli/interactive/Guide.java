package io.github.memdump.cli.interactive;

import io.github.memdump.select.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a session says of itself. Immutable. */
public final class Guide {
    private static final String FIRST = String.join("\n",
        "A line is Java; what it returns is printed. dump is the loaded dump, before the earlier one if you named it.",
        "Nothing changes a dump: what an operation returns is another one, to keep in a variable.", "",
        "  dump.stats()                                  what there is, by class",
        "  var d = dump.diff(before)                     what is new",
        "  var border = dump.interfaceWith(d)            which old objects hold it, and how much each keeps alive",
        "  var high = border.newBorder().where(\"keepalive_count > 1000\")",
        "  dump.rootsOf(high).saveGml(\"leak.gml\")        the paths that hold it, for Gephi",
        "  dump = dump.commonCleanup()                   go on without collections and Ruby's own objects", "",
        "Tab completes, and shows what there is after a dot. Ctrl-C stops what runs; Ctrl-D or exit ends.",
        "commands() lists everything, help(\"collapse\") what is said of a word;"
            + " src/docs/selections.md tells what goes into where(…).", "");
    /** Call, what it does, the same in Ruby with memdump. */
    private static final List<String> COMMANDS = List.of(
        "# Look",
        "dump.stats()|objects and bytes by class; stats(\"type\"), \"file\", \"site\", \"generation\"|stats",
        "dump.size()|the number of objects; also references(), memsize()|size",
        "dump.top(\"retained_size\")|the objects with the largest numbers in a column|",
        "dump.numbers(\"keepalive_count\")|the numbers of a column, the largest first"
            + "|each_record.map { |r| r['keepalive_count'] }.sort.reverse",
        "dump.table(\"object,class,file\")|columns of the objects|",
        "dump.find(\"0x7f…\")|one object by address; .text(\"class\"), .number(\"memsize\"), .path()|find_by_address",
        "dump.eachRecord()|the objects as a Java stream|each_record",
        "# Compare",
        "load(\"after.json\")|another dump|MemDump::JSONDump.load('after.json')",
        "dump.diff(before)|what dump has and before has not, marked in_after = 1|before.diff(dump)",
        "dump.interfaceWith(d)|.oldBorder() and .newBorder(), with keepalive_count|interface_with(d)",
        "# Choose",
        "dump.where(\"class =~ /Plan/ and memsize > 1k\")|the objects of a selection|find_all { |r| … }",
        "dump.findAll(r -> r.number(\"memsize\") > 1000)|the same with Java"
            + "|find_all { |r| r['memsize'] > 1000 }",
        "dump.objectsOfClass(\"Plan\")|by class; objectsOfClass(\"/Plan/\") by pattern|objects_of_class(/Plan/)",
        "dump.objectsOfType(\"HASH\")|by record type|objects_of_type('HASH')",
        "dump.rootsOf(d)|shortest paths from the roots to objects: what keeps them alive|roots_of(d)",
        "dump.rootOf(\"0x7f…\")|everything that holds an object|root_of",
        "dump.subgraphOf(\"0x7f…\")|everything that an object holds; subgraphOf(\"0x7f…\", 2) to a depth|subgraph_of",
        "dump.parentsOf(d)|what refers to objects|parents_of(d)",
        "dump.roots()|what nothing here refers to|roots",
        "dump.addChildren(d)|objects and what they refer to|add_children(d)",
        "dump.without(d)|the rest|without(d), remove(d)",
        "dump.sample(0.1)|a random part|sample(0.1)",
        "# Simplify",
        "dump.commonCleanup()|without collections and what is Ruby's own|common_cleanup",
        "dump.collapse(\"class = Set\")|objects taken out, their neighbours joined|collapse(objects_of_class('Set'))",
        "dump.group(\"Plans\", d)|objects made one|group('Plans', d)",
        "dump.removeNode(\"0x7f…\")|without an object and what it alone keeps alive|remove_node",
        "dump.removeSmallComponents(1)|without what stands alone|remove_small_components(max_size: 1)",
        "# Write",
        "dump.saveGml(\"leak.gml\")|a graph for Gephi, with the columns that are known|to_gml('leak.gml')",
        "dump.save(\"small.json.gz\")|a dump, to load again|save('small.json')",
        "# Java",
        "dump.subset(), dump.heap()|the engine's own objects: HeapSubset and Heap, packages imported|");

    private final String text;

    private Guide(String text) {
        this.text = text;
    }

    /** Returns what to know first. */
    public static Guide help() {
        return new Guide(FIRST);
    }

    /** Returns all calls. */
    public static Guide commands() {
        return new Guide(COMMANDS.stream().map(Guide::line).collect(Collectors.joining())
            + "\nWhere objects are wanted (d), a selection or an address in quotes will do as well."
            + "\nhelp(\"diff\") tells how memdump's Ruby says it.\n");
    }

    private static String line(String command) {
        String[] parts = command.split("\\|", 3);
        return parts.length == 1 ? "\n" + command.substring(2) + "\n"
            : String.format(Locale.ROOT, "  %-46s  %s%n", parts[0], parts[1]);
    }

    /** Returns what is said of a word: a name of a method here or in Ruby, or any other. */
    public static Guide help(String word) {
        String sought = plain(word);
        String found = COMMANDS.stream().filter(command -> !command.startsWith("#") && plain(command).contains(sought))
            .map(command -> line(command) + ruby(command)).collect(Collectors.joining());
        if (!found.isEmpty()) {
            return new Guide(found);
        }
        String nearest = Nearest.to(word, names());
        return new Guide("Nothing is said of '" + word + "'."
            + (nearest.isEmpty() ? "" : " Did you mean " + nearest + "?") + " commands() lists everything.\n");
    }

    /** Returns the names of what can be called on a dump. */
    static Iterable<String> names() {
        TreeSet<String> names = new TreeSet<>(List.of("help", "commands", "load"));
        Arrays.stream(Dump.class.getMethods()).filter(method -> method.getDeclaringClass() == Dump.class)
            .forEach(method -> names.add(method.getName()));
        return names;
    }

    private static String ruby(String command) {
        String[] parts = command.split("\\|", 3);
        return parts[2].isEmpty() ? "" : "    in memdump's Ruby: " + parts[2] + "\n";
    }

    private static String plain(String text) {
        return text.replace("_", "").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }
}
