package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.DumpSummary;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.Growth;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.view.assembly.Views;
import io.github.memdump.view.layout.Forest;
import io.github.memdump.view.layout.Positions;
import io.github.memdump.view.layout.TreeLayout;
import io.github.memdump.view.layout.TreeShape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every view of every shape of heap: no failure, names and places that are distinct, an extent in proportion. */
class AnyHeapTest {
    /** As {@link io.github.memdump.view.layout.TrunkLayout} promises, with the margin that it gives a node. */
    private static final double MOST_EXTENT = 16;
    private static final double LEAST_SIDE = 200;
    private static final double SPACING = 10;

    /** Heaps by what their objects refer to; the first object hangs on the only root. */
    enum Shape {
        EMPTY(dump -> { }),
        ONE_OBJECT(dump -> dump.object(0)),
        CHAIN(dump -> IntStream.range(0, 100_000).forEach(i -> dump.object(i, i + 1 < 100_000 ? new int[] {i + 1}
            : new int[0]))),
        STAR(dump -> {
            dump.object(0, IntStream.range(1, 50_000).toArray());
            IntStream.range(1, 50_000).forEach(dump::object);
        }),
        LADDER(dump -> {
            for (int i = 0; i < 20_000; i += 2) {
                dump.object(i, i + 1, Math.min(i + 2, 19_998));
                dump.object(i + 1, Math.min(i + 3, 19_999));
            }
        }),
        GRID(dump -> IntStream.range(0, 120 * 120).forEach(i -> dump.object(i, i % 120 < 119 ? i + 1 : i,
            i < 119 * 120 ? i + 120 : i))),
        /** Hubs within hubs, each with leaves of its own. */
        NEST(dump -> IntStream.range(0, 20_000).forEach(i -> dump.object(i, i % 100 == 0
            ? IntStream.rangeClosed(i + 1, Math.min(i + 100, 19_999)).toArray() : new int[0]))),
        DENSE_BIPARTITE(dump -> {
            dump.object(0, IntStream.rangeClosed(1, 200).toArray());
            IntStream.rangeClosed(1, 200).forEach(i -> dump.object(i, IntStream.rangeClosed(201, 400).toArray()));
            IntStream.rangeClosed(201, 400).forEach(dump::object);
        }),
        ONE_GREAT_COMPONENT(dump -> {
            Random random = new Random(5);
            IntStream.range(0, 20_000).forEach(i -> dump.object(i, (i + 1) % 20_000, random.nextInt(20_000)));
        }),
        CLASSES_8000(dump -> {
            Random random = new Random(6);
            dump.classes(8_000);
            IntStream.range(0, 24_000).forEach(i -> dump.of(i % 8_000, 40 + random.nextInt(4_000)).object(i,
                Math.min(i + 1 + random.nextInt(40), 23_999), Math.min(i + 1, 23_999)));
        }),
        SITES_60000(dump -> {
            Random random = new Random(7);
            IntStream.range(0, 60_000).forEach(i -> dump.at(i).object(i, Math.min(i + 1, 59_999),
                Math.min(i + 1 + random.nextInt(9_000), 59_999)));
        }),
        /** Few classes have most of the objects, and each of thousands has a few. */
        APPLICATION(dump -> {
            Random random = new Random(8);
            dump.classes(7_800);
            for (int i = 0; i < 60_000; i++) {
                int one = (int) (7_800 * Math.pow(random.nextDouble(), 6));
                dump.of(one, 40 << random.nextInt(8)).at(one * 7 + random.nextInt(7)).object(i,
                    IntStream.range(0, random.nextInt(4)).map(any -> random.nextInt(60_000)).toArray());
                dump.rooted(random.nextInt(20) == 0 ? i : 0);
            }
        });

        private final Consumer<ShapedDump> told;

        Shape(Consumer<ShapedDump> told) {
            this.told = told;
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void isShownByEveryView(Shape shape) {
        ShapedDump dump = new ShapedDump();
        shape.told.accept(dump);
        Heap before = Loading.load(new ShapedDump().text());
        Heap after = Loading.load(dump.text());
        Findings leak = Findings.ofLeak(before, after, Task.UNWATCHED);
        Findings grown = Findings.ofGrowth(before.identities(), Growth.of(
            List.of(DumpSummary.of(before), DumpSummary.of(after)), after, Task.UNWATCHED), Task.UNWATCHED);
        for (Recipe.Subject subject : Recipe.Subject.values()) {
            List<String> dumps = List.of("a", "b", "c").subList(0, subject.leastDumps());
            for (int nodes : new int[] {5_000, 40}) {
                ViewBudget budget = ViewBudget.of(nodes, 4 * nodes);
                Recipe recipe = subject.isAboutSomething() ? Recipe.about(subject, dumps, about(subject, shape), budget)
                    .toDepth(Recipe.ANY_DEPTH) : Recipe.of(subject, dumps, budget);
                Findings findings = subject == Recipe.Subject.GROWTH ? grown : leak;
                require(Views.of(recipe, findings, Task.UNWATCHED), shape + ", " + recipe + ", " + nodes);
            }
        }
    }

    private static String about(Recipe.Subject subject, Shape shape) {
        return subject == Recipe.Subject.SELECTION ? "class = C0"
            : shape == Shape.EMPTY ? ShapedDump.classAddress(0) : ShapedDump.address(0);
    }

    private static void require(View view, String what) {
        Set<String> ids = new HashSet<>();
        Set<List<Float>> places = new HashSet<>();
        int[] parents = new int[view.nodes().size()];
        float[] diameters = new float[parents.length];
        double area = 0;
        for (int i = 0; i < parents.length; i++) {
            ViewNode node = view.nodes().get(i);
            assertTrue(ids.add(view.id(node)), what + ": " + view.id(node) + " is there twice");
            assertTrue(node.size() > 0 && Float.isFinite(node.size()), what);
            parents[i] = view.sketch().parent(i);
            diameters[i] = node.size();
            assertTrue(Float.isFinite(node.x()) && Float.isFinite(node.y()), what + ": " + view.id(node));
            assertTrue(places.add(List.of(node.x(), node.y())), what + ": two nodes in one place");
            area += Math.pow(node.size() + Math.max(2.4, node.size() * 0.16), 2);
        }
        double most = MOST_EXTENT * Math.max(LEAST_SIDE, Math.sqrt(area));
        double across = extent(view.nodes().stream().mapToDouble(ViewNode::x).toArray());
        double down = extent(view.nodes().stream().mapToDouble(ViewNode::y).toArray());
        assertTrue(Math.max(across, down) <= most, what + ": " + across + " by " + down + ", allowed " + most);
        for (TreeShape tree : TreeShape.values()) {
            Positions positions = TreeLayout.of(new Forest(parents, diameters), tree, SPACING);
            Set<List<Float>> taken = new HashSet<>();
            IntStream.range(0, parents.length).forEach(i -> taken.add(List.of(positions.x(i), positions.y(i))));
            assertEquals(parents.length, taken.size(), what + ", " + tree + ": two nodes in one place");
            assertTrue(Double.isFinite(positions.extent()), what + ", " + tree);
        }
    }

    private static double extent(double[] values) {
        return Arrays.stream(values).max().orElse(0) - Arrays.stream(values).min().orElse(0);
    }

    /** Writes a dump of numbered objects, quickly. */
    private static final class ShapedDump {
        private final StringBuilder objects = new StringBuilder();
        private final StringBuilder roots = new StringBuilder();
        private final StringBuilder classes = new StringBuilder();
        private int ofClass;
        private int memsize = 40;
        private int site;

        ShapedDump() {
            classes(1);
        }

        static String address(int object) {
            return "0x" + Long.toHexString(0x7f0000000000L + object * 40L);
        }

        private static String classAddress(int number) {
            return "0x" + Long.toHexString(0x10000L + number * 40L);
        }

        void classes(int count) {
            classes.setLength(0);
            for (int i = 0; i < count; i++) {
                classes.append(String.format("{\"address\":\"%s\",\"type\":\"CLASS\",\"class\":\"%s\",\"name\":\"C%d\","
                    + "\"memsize\":40}%n", classAddress(i), classAddress(0), i));
            }
        }

        ShapedDump of(int number, int bytes) {
            ofClass = number;
            memsize = bytes;
            return this;
        }

        ShapedDump at(int number) {
            site = number;
            return this;
        }

        void rooted(int object) {
            if (object > 0) {
                roots.append(",\"").append(address(object)).append('"');
            }
        }

        void object(int number, int... references) {
            objects.append("{\"address\":\"").append(address(number)).append("\",\"type\":\"OBJECT\",\"class\":\"")
                .append(classAddress(ofClass)).append("\",\"references\":[");
            String comma = "";
            for (int reference : references) {
                objects.append(comma).append('"').append(address(reference)).append('"');
                comma = ",";
            }
            objects.append("],\"file\":\"app/f").append(site / 40).append(".rb\",\"line\":").append(1 + site % 40)
                .append(",\"generation\":5,\"memsize\":").append(memsize).append("}\n");
        }

        String text() {
            return "{\"type\":\"ROOT\",\"root\":\"vm\",\"references\":[\"" + classAddress(0) + '"'
                + (objects.length() == 0 ? "" : ",\"" + address(0) + '"') + roots + "]}\n" + classes + objects;
        }
    }
}
