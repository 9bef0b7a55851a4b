package io.github.memdump.gephi.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.analysis.Findings;
import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.graph.VisibleGraph;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.HeapTies;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.task.Task;
import io.github.memdump.testing.DiffOracle;
import io.github.memdump.testing.Oracle;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gephi.filters.api.FilterController;
import org.gephi.filters.api.Query;
import org.gephi.filters.spi.Filter;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.GraphView;
import org.gephi.graph.api.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.Lookup;

/** The filters as Gephi's own controller runs them. */
final class HeapFiltersTest {
    @TempDir
    private Path folder;

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private static FilterController controller() {
        return Lookup.getDefault().lookup(FilterController.class);
    }

    private GraphModel opened(RandomHeap heap) throws Exception {
        List<DumpFile> dumps = List.of(DumpFile.of(heap.before().writeTo(folder.resolve(heap + "b.json"))),
            DumpFile.of(heap.after().writeTo(folder.resolve(heap + "a.json"))));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.of(100, 300)), dumps,
            new TicketTask());
        return Gephi.graph();
    }

    /** Returns the ids that a filter keeps, without nodes that stand for more than one object. */
    private static Set<String> kept(Filter filter) {
        GraphView view = controller().filter(controller().createQuery(filter));
        return ids(Gephi.graph().getGraph(view).getNodes().toCollection());
    }

    private static Set<String> ids(Collection<Node> nodes) {
        return nodes.stream().map(node -> node.getId().toString()).filter(id -> !id.endsWith("+"))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> shown(Predicate<String> wanted) {
        return ids(Gephi.graph().getGraph().getNodes().toCollection()).stream().filter(wanted)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Integer> depths(Oracle oracle, Collection<String> starts) {
        Map<String, Integer> depths = new HashMap<>();
        starts.forEach(start -> depths.put(start, 0));
        Deque<String> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            String object = open.remove();
            for (String target : oracle.graph().get(object)) {
                if (depths.putIfAbsent(target, depths.get(object) + 1) == null) {
                    open.add(target);
                }
            }
        }
        return depths;
    }

    private static <F extends SelectionFilter> F of(F filter, String selection) {
        filter.setSelection(FilterText.of(selection));
        return filter;
    }

    @Test
    void keepWhatBruteForceFindsInTheWholeHeap() throws Exception {
        for (long seed = 81; seed <= 88; seed++) {
            RandomHeap heap = RandomHeap.ofSeed(seed);
            opened(heap);
            Oracle oracle = Oracle.of(heap.after());
            DiffOracle diff = oracle.since(Oracle.of(heap.before()));
            String name = Stream.concat(diff.newObjects().stream(), oracle.objects().stream())
                .filter(object -> !oracle.type(object).equals("ROOT")).map(oracle::className).findFirst().orElseThrow();
            Set<String> ofClass = oracle.objects().stream().filter(object -> oracle.className(object).equals(name))
                .collect(Collectors.toSet());
            String selection = "class = \"" + name + "\"";
            String where = heap + ", " + selection;
            Map<String, Integer> depths = depths(oracle, ofClass);
            assertEquals(shown(depths::containsKey), kept(of(new ReachableFilter(), selection)), where);
            ReachableFilter near = of(new ReachableFilter(), selection);
            near.setDepth(2);
            assertEquals(shown(object -> depths.getOrDefault(object, 9) <= 2), kept(near), where);
            Set<String> dominated = new HashSet<>();
            ofClass.forEach(object -> dominated.addAll(oracle.dominators().retainedBy(object)));
            assertEquals(shown(dominated::contains), kept(of(new DominatedFilter(), selection)), where);
            Set<String> alive = new HashSet<>();
            inside(oracle, diff.newObjects(), ofClass, alive);
            assertEquals(shown(alive::contains), kept(of(new KeptAliveFilter(), selection)), where);
            KeptAliveFilter everywhere = of(new KeptAliveFilter(), selection);
            everywhere.setInsideNew(false);
            assertEquals(shown(depths::containsKey), kept(everywhere), where);
            ClassFilter byName = new ClassFilter();
            byName.setPattern(FilterText.of(name));
            assertEquals(shown(ofClass::contains), kept(byName), where);
            assertEquals(shown(diff.newObjects()::contains), kept(new NewObjectsFilter()), where);
            BorderFilter border = new BorderFilter();
            border.setSide(BorderSide.NEW);
            assertEquals(shown(diff.newBorder()::contains), kept(border), where);
            border.setSide(BorderSide.BOTH);
            assertEquals(shown(object -> diff.newBorder().contains(object) || diff.oldBorder().contains(object)),
                kept(border), where);
            KeepAliveRangeFilter range = new KeepAliveRangeFilter();
            range.setFrom(2L);
            range.setTo(9L);
            assertEquals(shown(object -> keptNew(oracle, diff, object) >= 2
                && keptNew(oracle, diff, object) <= 9), kept(range), where);
            Gephi.projects().closeCurrentProject();
        }
    }

    /** How many new objects one of the new border keeps alive, or are reached through one of the old border. */
    private static long keptNew(Oracle oracle, DiffOracle diff, String object) {
        Set<String> reached = new HashSet<>();
        inside(oracle, diff.newObjects(), Set.copyOf(oracle.graph().get(object)), reached);
        return diff.oldBorder().contains(object) ? reached.size()
            : diff.newBorder().contains(object) ? diff.keepaliveNewCount(object) : 0;
    }

    private static void inside(Oracle oracle, Set<String> inside, Set<String> starts, Set<String> reached) {
        Deque<String> open = new ArrayDeque<>();
        starts.stream().filter(inside::contains).filter(reached::add).forEach(open::add);
        while (!open.isEmpty()) {
            oracle.graph().get(open.remove()).stream().filter(inside::contains).filter(reached::add)
                .forEach(open::add);
        }
    }

    @Test
    void anEmptyOrWrongTextKeepsEverything() throws Exception {
        opened(RandomHeap.ofSeed(3));
        Set<String> all = shown(object -> true);
        assertEquals(all, kept(new ReachableFilter()));
        assertEquals(all, kept(of(new ReachableFilter(), "memsize >")));
        assertEquals(all, kept(of(new DominatedFilter(), "0xdead")));
        ClassFilter wrong = new ClassFilter();
        wrong.setPattern(FilterText.of("/(/"));
        assertEquals(all, kept(wrong));
    }

    @Test
    void workOnTheVisibleGraphWhereThereIsNoHeap() {
        Gephi.projects().newProject();
        GraphModel model = Gephi.graph();
        model.getNodeTable().addColumn("class", String.class);
        for (String id : List.of("a", "b", "c", "d", "e")) {
            Node node = model.factory().newNode(id);
            node.setAttribute("class", "Class" + id.toUpperCase(Locale.ROOT));
            model.getGraph().addNode(node);
        }
        for (String edge : List.of("ab", "bc", "ac", "cd")) {
            model.getGraph().addEdge(model.factory().newEdge(model.getGraph().getNode(edge.substring(0, 1)),
                model.getGraph().getNode(edge.substring(1)), true));
        }
        assertEquals(Set.of("b", "c", "d"), kept(of(new ReachableFilter(), "b")));
        assertEquals(Set.of("b"), kept(of(new DominatedFilter(), "ClassB")));
        assertEquals(Set.of("c", "d"), kept(of(new DominatedFilter(), "/^ClassC/")));
        assertEquals(Set.of("c", "d"), kept(of(new KeptAliveFilter(), "c")));
        assertEquals(Set.of(), kept(new KeepAliveRangeFilter()));
    }

    @Test
    void workOnTheVisibleGraphWhenTheDumpIsGone() throws Exception {
        RandomHeap heap = RandomHeap.ofSeed(6);
        GraphModel model = opened(heap);
        HeapTies.of(model).orElseThrow().release();
        Files.delete(folder.resolve(heap + "a.json"));
        for (Node node : model.getGraph().getNodes().toArray()) {
            Set<Node> reached = new HashSet<>(Set.of(node));
            Deque<Node> open = new ArrayDeque<>(reached);
            while (!open.isEmpty()) {
                Stream.of(model.getDirectedGraph().getOutEdges(open.remove()).toArray())
                    .filter(edge -> !"class".equals(edge.getAttribute("kind"))).map(Edge::getTarget)
                    .filter(reached::add).forEach(open::add);
            }
            String id = node.getId().toString();
            if (!id.endsWith("+")) {
                assertEquals(ids(reached), kept(of(new ReachableFilter(), id)), heap + ", " + id);
            }
        }
    }

    @Test
    void theHeapIsLoadedWhenItIsNotInMemory() throws Exception {
        GraphModel model = opened(RandomHeap.ofSeed(7));
        Set<String> before = kept(of(new DominatedFilter(), "root or new"));
        HeapTies.of(model).orElseThrow().release();
        System.gc();
        assertEquals(before, kept(of(new DominatedFilter(), "root or new")));
        assertTrue(HeapTies.of(model).orElseThrow().loaded().isPresent());
    }

    @Test
    void gephiFiltersAgainWhenTheObjectsAreFound() throws Exception {
        GraphModel model = opened(RandomHeap.ofSeed(9));
        ReachableFilter filter = of(new ReachableFilter(), "new");
        Set<String> expected = kept(of(new ReachableFilter(), "new"));
        assertTrue(expected.size() < shown(any -> true).size());
        HeapTies.of(model).orElseThrow().release();
        Query query = controller().createQuery(filter);
        controller().add(query);
        controller().filterVisible(query);
        long until = System.nanoTime() + 20_000_000_000L;
        while (!ids(model.getGraphVisible().getNodes().toCollection()).equals(expected)
            && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        assertEquals(expected, ids(model.getGraphVisible().getNodes().toCollection()));
        controller().filterVisible(null);
    }

    /** Fails as no filter should. */
    private static final class FailingFilter extends SelectionFilter {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public String getName() {
            return "Failing";
        }

        @Override
        String parameters() {
            return "";
        }

        @Override
        NodeSet onHeap(NodeSet selected, Findings findings, Task task) {
            asked.incrementAndGet();
            throw new IllegalStateException("unexpected");
        }

        @Override
        NodeSet onGraph(NodeSet selected, VisibleGraph graph) {
            return selected;
        }
    }

    @Test
    void anUnexpectedFailureIsShownOnceAndKeepsEverything() throws Exception {
        GraphModel model = opened(RandomHeap.ofSeed(10));
        FailingFilter filter = of(new FailingFilter(), "new");
        Query query = controller().createQuery(filter);
        controller().add(query);
        controller().filterVisible(query);
        long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (filter.asked.get() == 0 && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        // Longer than Gephi is given to ask again.
        Thread.sleep(2_000);
        assertEquals(1, filter.asked.get());
        assertEquals(model.getGraph().getNodeCount(), model.getGraphVisible().getNodeCount());
        controller().filterVisible(null);
    }

    @Test
    void aFilterThatIsNotShownHasItsObjectsWhateverTheThreadIsCalled() throws Exception {
        opened(RandomHeap.ofSeed(9));
        Set<String> expected = kept(of(new ReachableFilter(), "new"));
        HeapTies.current().orElseThrow().release();
        FutureTask<Set<String>> found = new FutureTask<>(() -> kept(of(new ReachableFilter(), "new")));
        new Thread(found, "Filter Thread 7").start();
        assertEquals(expected, found.get());
    }
}
