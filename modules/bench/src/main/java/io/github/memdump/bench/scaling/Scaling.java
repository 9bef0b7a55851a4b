package io.github.memdump.bench.scaling;

import io.github.memdump.analysis.Column;
import io.github.memdump.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs every command on heaps of extreme shapes, at one, two and four times a size, warm and in this process, and
 * prints what a doubling costs: 2 is linear, 4 a square. What costs more than {@value #MOST} times is marked.
 *
 * <pre>java -XX:ActiveProcessorCount=1 -cp … io.github.memdump.bench.scaling.Scaling [SIZE [SHAPE,… [PATTERN]]]</pre>
 *
 * <p>PATTERN is a regular expression that is found in the calls to be run. One processor, so that a command does all
 * its work on the thread that is measured.
 */
public final class Scaling {
    /** A doubling that costs more is too much. */
    static final double MOST = 2.3;
    /** What takes less says nothing about how it grows. */
    private static final double LEAST_SECONDS = 0.02;
    /** A run that takes longer is not run at larger sizes. */
    private static final double PATIENCE_SECONDS = 30;
    private static final int FACTORS = 3;
    /** What is marked by one run may be the machine: it is run again. */
    private static final int MORE_RUNS = 3;

    private static final List<String> SCRIPT = List.of("dump.stats(\"class\")", "dump.diff(before)",
        "dump.interfaceWith(dump.diff(before))", "dump.where(\"type = OBJECT\")", "dump.rootOf(\"LAST\")",
        "dump.subgraphOf(\"FIRST\")", "dump.rootsOf(\"type = OBJECT\")", "dump.parentsOf(\"type = OBJECT\")",
        "dump.roots()", "dump.removeSmallComponents(1)", "dump.numbers(\"keepalive_count\")");

    private final Path folder;
    private final int size;
    private final Set<Case> warm = new HashSet<>();
    private int runs;
    private int marked;

    Scaling(Path folder, int size) {
        this.folder = folder;
        this.size = size;
    }

    /** Runs what is asked for; exit code 1 if something grows too fast or fails. */
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30_000;
        String shapes = arguments.length > 1 ? arguments[1] : "all";
        Pattern calls = Pattern.compile(arguments.length > 2 ? arguments[2] : "");
        Path folder = Files.createTempDirectory("memdump-scaling");
        int marked = 0;
        try {
            marked = new Scaling(folder, size).run(shapes(shapes), calls);
        } finally {
            clear(folder);
        }
        System.exit(marked == 0 ? 0 : 1);
    }

    /** Returns the commands that have neither a case nor a reason to be left out. */
    static Set<String> forgotten() {
        Set<String> forgotten = new TreeSet<>(Main.commands());
        forgotten.removeAll(Case.LEFT_OUT.keySet());
        Case.all().forEach(one -> forgotten.remove(one.command()));
        return forgotten;
    }

    private static List<HeapShape> shapes(String list) {
        return list.equals("all") ? List.of(HeapShape.values())
            : Stream.of(list.split(",")).map(name -> HeapShape.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')))
                .collect(Collectors.toList());
    }

    private int run(List<HeapShape> shapes, Pattern calls) throws IOException {
        if (!forgotten().isEmpty()) {
            throw new IllegalStateException("No case, and no reason to leave out: " + forgotten());
        }
        System.out.printf("Sizes %,d, %,d and %,d; a ratio is that of the worse doubling.%n%n", size,
            2 * size, 4 * size);
        System.out.println("| shape | call | CPU s | ratio | MB allocated | ratio | MB printed | ratio | |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        Map<HeapShape, List<Map<String, String>>> dumps = new EnumMap<>(HeapShape.class);
        for (HeapShape shape : shapes) {
            dumps.put(shape, dumps(shape));
        }
        for (Case one : Case.all()) {
            for (HeapShape shape : shapes) {
                if (calls.matcher(one.text()).find()) {
                    measure(one, shape, dumps.get(shape));
                }
            }
        }
        System.out.printf("%n%d marked. Left out: %s.%n", marked, Case.LEFT_OUT.entrySet().stream()
            .map(entry -> entry.getKey() + " (" + entry.getValue() + ")").collect(Collectors.joining(", ")));
        return marked;
    }

    private List<Map<String, String>> dumps(HeapShape shape) throws IOException {
        List<Map<String, String>> meanings = new ArrayList<>();
        for (int i = 0; i < FACTORS; i++) {
            meanings.add(dumps(shape, size << i));
        }
        return meanings;
    }

    /** Writes the dumps of a shape; returns what the words of a case stand for. */
    Map<String, String> dumps(HeapShape shape, int objects) throws IOException {
        String name = shape.id() + "-" + objects;
        Files.createDirectories(folder);
        Path before = folder.resolve(name + "-before.json");
        Path after = folder.resolve(name + "-after.json");
        try (Records records = new Records(before, after)) {
            shape.write(records, objects);
        }
        Map<String, String> meaning = new TreeMap<>(Map.of("BEFORE", before.toString(), "AFTER", after.toString(),
            "BETWEEN", Files.copy(after, folder.resolve(name + "-between.json")).toString(),
            "FIRST", Records.address(HeapShape.FIRST), "LAST", Records.address(shape.last(objects)),
            "COLUMNS", Stream.of(Column.values()).filter(column -> column != Column.FIRST_DUMP)
                .map(column -> column.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","))));
        Path script = folder.resolve(name + ".script");
        Files.write(script, SCRIPT.stream().map(line -> line.replace("LAST", meaning.get("LAST"))
            .replace("FIRST", meaning.get("FIRST"))).collect(Collectors.toList()));
        meaning.put("SCRIPT", script.toString());
        return meaning;
    }

    private void measure(Case one, HeapShape shape, List<Map<String, String>> meanings) throws IOException {
        Measurement[] least = new Measurement[FACTORS];
        if (warm.add(one)) {
            run(one, meanings.get(0));
        }
        int sizes = 0;
        while (sizes < FACTORS && (sizes == 0 || least[sizes - 1].seconds < PATIENCE_SECONDS)) {
            least[sizes] = run(one, meanings.get(sizes));
            sizes++;
        }
        for (int more = 0; more < MORE_RUNS && isTooMuch(least, sizes); more++) {
            for (int i = 0; i < sizes && least[i].seconds < PATIENCE_SECONDS / 10; i++) {
                least[i] = least[i].least(run(one, meanings.get(i)));
            }
        }
        boolean isMarked = isTooMuch(least, sizes) || Stream.of(least).limit(sizes).anyMatch(m -> !m.failure.isEmpty());
        marked += isMarked ? 1 : 0;
        System.out.printf("| %s | `%s` | %s | %s |%n", shape.id(), one.text(), figures(least, sizes),
            isMarked ? "**" + Stream.of(least).limit(sizes).map(m -> m.failure).filter(f -> !f.isEmpty()).findFirst()
                .orElse("too much") + "**" : "");
    }

    private static boolean isTooMuch(Measurement[] least, int sizes) {
        double seconds = 0;
        double megabytes = 0;
        double printed = 0;
        for (int i = 1; i < sizes; i++) {
            seconds = Math.max(seconds, ratio(least[i - 1].seconds, least[i].seconds, LEAST_SECONDS));
            megabytes = Math.max(megabytes, ratio(least[i - 1].megabytes, least[i].megabytes, 1));
            printed = Math.max(printed, ratio(least[i - 1].printed, least[i].printed, 0.1));
        }
        return Math.max(seconds, Math.max(megabytes, printed)) > MOST;
    }

    private static double ratio(double once, double twice, double least) {
        return once < least ? Math.min(1, twice / once) : twice / once;
    }

    private static String figures(Measurement[] least, int sizes) {
        List<Measurement> all = Stream.of(least).limit(sizes).collect(Collectors.toList());
        return column(all.stream().mapToDouble(m -> m.seconds).toArray(), "%.2f") + " | "
            + column(all.stream().mapToDouble(m -> m.megabytes).toArray(), "%.0f") + " | "
            + column(all.stream().mapToDouble(m -> m.printed).toArray(), "%.1f");
    }

    private static String column(double[] values, String format) {
        StringBuilder text = new StringBuilder();
        double worst = 0;
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(String.format(format, values[i]));
            worst = i == 0 || values[i - 1] == 0 ? worst : Math.max(worst, values[i] / values[i - 1]);
        }
        return text + " | " + String.format("%.1f", worst);
    }

    /** Runs a case once. */
    Measurement run(Case one, Map<String, String> meaning) throws IOException {
        Map<String, String> all = new TreeMap<>(meaning);
        Path out = Files.createDirectories(folder.resolve("out")).resolve("out" + runs++);
        all.put("OUT", out.toString());
        Measurement measured = Measurement.of(one.arguments(all));
        clear(folder.resolve("out"));
        return measured;
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.delete(path);
            }
        }
    }
}
