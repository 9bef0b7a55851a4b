package io.github.memdump.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.OwnObjects;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.assembly.Views;
import io.github.memdump.view.step.Continuation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupViewTest {
    private static final HeapDsl SHOP = HeapDsl.heap().klass("Cart").klass("Item").root("vm", "c1", "c2")
        .object("c1").ofClass("Cart").memsize(100).allocatedAt("app/shop.rb", 3, "new")
        .object("c2").ofClass("Cart").memsize(100).allocatedAt("app/shop.rb", 3, "new")
        .object("i1").ofClass("Item").memsize(40).heldBy("c1", "c2").allocatedAt("app/shop.rb", 7, "new")
        .object("i2").ofClass("Item").memsize(30).heldBy("c1", "i1").allocatedAt("app/shop.rb", 8, "new");

    @Test
    void aNodeIsAClassWithItsObjectsAndBytes() {
        View view = view(Recipe.Subject.CLASSES, Loading.load(SHOP), ViewBudget.DEFAULT);

        ViewNode cart = node(view, "class:Cart");
        assertEquals("Cart ×2", cart.label());
        assertEquals(2, cart.objects());
        assertEquals(200, view.number(Column.MEMSIZE, cart));
        assertEquals("Cart", view.text(Column.CLASS, cart));
        assertEquals("", view.text(Column.LINE, cart));
        assertEquals(Findings.ABSENT, view.number(Column.RETAINED_SIZE, cart));
        assertTrue(edges(view).containsAll(Set.of("class:Cart class:Item 3", "class:Item class:Item 1")));
        assertTrue(cart.size() > node(view, "class:Item").size());
    }

    @Test
    void aFileOfRubyItselfIsCalledByItsName() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "a").object("a").memsize(40)
            .allocatedAt("<internal:/usr/lib/ruby/rubygems/kernel_require.rb>", 85, "require");
        View view = view(Recipe.Subject.SITES, Loading.load(dsl), ViewBudget.DEFAULT);
        assertTrue(view.nodes().stream().anyMatch(node -> node.label().equals("kernel_require.rb:85 ×1")),
            () -> view.nodes().stream().map(ViewNode::label).collect(Collectors.joining(", ")));
    }

    @Test
    void aNodeIsAnAllocationSiteWithFileAndLine() {
        View view = view(Recipe.Subject.SITES, Loading.load(SHOP), ViewBudget.DEFAULT);

        ViewNode site = node(view, "site:app/shop.rb:7");
        assertEquals("shop.rb:7 ×1", site.label());
        assertEquals("app/shop.rb", view.text(Column.FILE, site));
        assertEquals("7", view.text(Column.LINE, site));
        assertEquals(7, view.number(Column.LINE, site));
        assertEquals("", view.text(Column.CLASS, site));
        assertTrue(edges(view).contains("site:app/shop.rb:3 site:app/shop.rb:7 2"));
    }


    @Test
    void agreesWithMapsOfEveryObjectAndReference() {
        for (long seed = 0; seed < 30; seed++) {
            Heap heap = Loading.load(RandomHeap.ofSeed(seed).after());
            agrees(heap, Recipe.Subject.CLASSES, object -> "class:" + heap.className(object), "seed " + seed);
            agrees(heap, Recipe.Subject.SITES, object -> "site:" + heap.sites().place(heap.site(object)),
                "seed " + seed);
        }
    }

    private static void agrees(Heap heap, Recipe.Subject subject, IntFunction<String> group, String which) {
        Map<String, Long> objects = new HashMap<>();
        Map<String, Long> bytes = new HashMap<>();
        Map<String, Long> references = new HashMap<>();
        for (int object = 0; object < heap.objectCount(); object++) {
            objects.merge(group.apply(object), 1L, Long::sum);
            bytes.merge(group.apply(object), heap.memsize(object), Long::sum);
            for (int e = heap.references().from(object); e < heap.references().to(object); e++) {
                int target = heap.references().target(e);
                references.merge(group.apply(object) + " " + group.apply(target), 1L, Long::sum);
            }
        }
        Set<String> expected = new HashSet<>();
        references.forEach((ends, count) -> expected.add(ends + " " + count));
        View view = view(subject, heap, ViewBudget.DEFAULT);
        assertEquals(expected, edges(view), which);
        assertEquals(objects.keySet().size(), view.nodes().size(), which);
        for (ViewNode node : view.nodes()) {
            assertEquals(objects.get(view.id(node)), node.objects(), which);
            assertEquals(bytes.get(view.id(node)), view.number(Column.MEMSIZE, node), which);
        }
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void theLargestAreShownWithinTheBudgetAndTheRestIsTold(GoldenDumps dumps) {
        Heap heap = Loading.load(dumps.after());
        View all = view(Recipe.Subject.CLASSES, heap, ViewBudget.of(100_000, 1_000_000));
        OwnObjects own = OwnObjects.of(heap);
        String left = String.format(Locale.ROOT, "Left out: %,d objects that the tracer and the dump made, %,d bytes.",
            own.size(), Arrays.stream(own.objects()).mapToLong(heap::memsize).sum());
        assertEquals(List.of(left), all.omissions());
        assertEquals(heap.objectCount() - own.size(), sum(all, ViewNode::objects));
        View view = view(Recipe.Subject.CLASSES, heap, ViewBudget.of(30, 50));
        assertEquals(30, view.nodes().size());
        assertEquals(50, view.edges().size());
        long least = view.nodes().stream().filter(GroupViewTest::isByItself)
            .mapToLong(node -> view.number(Column.MEMSIZE, node)).min().orElseThrow();
        assertTrue(all.nodes().stream().filter(node -> all.number(Column.MEMSIZE, node) > least).count() < 30);
        assertEquals(sum(all, ViewNode::objects), sum(view, ViewNode::objects), "every object is in one node");
        assertEquals(sum(all, node -> all.number(Column.MEMSIZE, node)), sum(view,
            node -> view.number(Column.MEMSIZE, node)));
        assertTrue(view.omissions().get(0).matches("Not shown: [0-9,]+ of " + String.format(Locale.ROOT, "%,d",
            all.nodes().size()) + " classes.*"), view.omissions().toString());
        assertTrue(view.omissions().get(1).startsWith("Not drawn: "), view.omissions().toString());
        for (ViewNode node : all.nodes()) {
            assertTrue(Float.isFinite(node.x()) && Float.isFinite(node.y()) && node.size() > 0);
        }
        assertEquals(all.nodes().size(), all.nodes().stream().map(node -> List.of(node.x(), node.y())).distinct()
            .count(), "no two nodes stand at one place");
        for (int i = 0; i < all.nodes().size(); i++) {
            assertTrue(all.sketch().parent(i) < i);
        }
        assertFalse(all.nodes().get(0).label().isEmpty());
    }

    @Test
    void whatTheBudgetCutOffIsOneNodeThatCanBeExpanded() {
        Heap heap = Loading.load(GoldenDumps.RUBY_3_1.after());
        View all = view(Recipe.Subject.CLASSES, heap, ViewBudget.of(100_000, 1_000_000));
        Recipe recipe = Recipe.of(Recipe.Subject.CLASSES, List.of("dump"), ViewBudget.of(10, 1_000));
        View view = Views.of(recipe, findings(heap), Task.UNWATCHED);
        assertTrue(node(view, "classes+").label().matches("\\+ [0-9,]+ more"), node(view, "classes+").label());
        Recipe more = recipe.with(Step.of(Step.Kind.EXPAND_MORE, List.of("classes")));
        View expanded = Views.of(more, findings(heap), Task.UNWATCHED);
        assertTrue(expanded.nodes().size() <= 10 + Continuation.BATCH && expanded.nodes().size() > 50);
        assertEquals(sum(all, ViewNode::objects), sum(expanded, ViewNode::objects));
        for (int i = 0; i < all.nodes().size(); i += Continuation.BATCH) {
            more = more.with(Step.of(Step.Kind.EXPAND_MORE, List.of("classes")));
            for (ViewNode node : view.nodes()) {
                if (view.id(node).endsWith("/*")) {
                    more = more.with(Step.of(Step.Kind.EXPAND_MORE, List.of(view.id(node))));
                }
            }
        }
        View complete = Views.of(more, findings(heap), Task.UNWATCHED);
        assertEquals(all.nodes().size(), complete.nodes().size());
        assertTrue(complete.nodes().stream().allMatch(GroupViewTest::isByItself));
    }

    private static boolean isByItself(ViewNode node) {
        String id = node.group().orElseThrow().id();
        return !id.endsWith("/*") && !id.endsWith("+");
    }

    @Test
    void smallClassesOfANamespaceAreOneNodeThatOpensAndCloses() {
        HeapDsl dsl = HeapDsl.heap().root("vm", "s0");
        for (int i = 0; i < 300; i++) {
            String name = i < 200 ? "Mail::Part" + i : "Net::Port" + i;
            dsl.klass(name).object("s" + i).ofClass(name).memsize(100 + i)
                .refers(i < 200 ? "s" + (200 + i % 100) : "s" + i);
        }
        Heap heap = Loading.load(dsl);
        Recipe recipe = Recipe.of(Recipe.Subject.CLASSES, List.of("dump"), ViewBudget.of(150, 1_000));
        View view = Views.of(recipe, findings(heap), Task.UNWATCHED);
        assertTrue(view.nodes().size() <= 150);
        ViewNode mail = node(view, "class:Mail/*");
        assertEquals("Mail", view.text(Column.CLASS, mail));
        assertTrue(mail.objects() > 1 && mail.label().equals("Mail: " + mail.objects() + " classes"), mail.label());
        int out = view.edges().stream().filter(edge -> view.nodes().get(edge.source()) == mail)
            .filter(edge -> view.id(view.nodes().get(edge.target())).startsWith("class:Net"))
            .mapToInt(ViewEdge::weight).sum();
        assertEquals(mail.objects(), out, "each of its objects refers to one of the other namespace");

        View open = Views.of(recipe.with(Step.of(Step.Kind.EXPAND_MORE, List.of("class:Mail/*"))), findings(heap),
            Task.UNWATCHED);
        assertEquals(view.nodes().size() + Continuation.BATCH, open.nodes().size());
        View closed = Views.of(recipe.with(Step.of(Step.Kind.COLLAPSE, List.of("class:Net::Port299"))),
            findings(heap), Task.UNWATCHED);
        assertTrue(closed.nodes().stream().noneMatch(node -> closed.id(node).equals("class:Net::Port299")));
        assertEquals(sum(view, ViewNode::objects), sum(closed, ViewNode::objects));
    }

    @Test
    void sitesBelongToTheirGemsAndFolders() {
        assertEquals("rack", Namespaces.ofSite("/usr/lib/ruby/gems/3.1.0/gems/rack-2.2.4/lib/rack/mock.rb:3"));
        assertEquals("active-model-x", Namespaces.ofSite("/opt/gems/active-model-x-1.0/lib/a.rb:3"));
        assertEquals("active_record", Namespaces.ofSite("/usr/lib/ruby/vendor_ruby/active_record/base.rb:9"));
        assertEquals(Namespaces.LIBRARY, Namespaces.ofSite("/usr/lib/ruby/3.1.0/set.rb:9"));
        assertEquals(Namespaces.LIBRARY, Namespaces.ofSite("<internal:kernel>:90"));
        assertEquals("/srv/shop/app/models", Namespaces.ofSite("/srv/shop/app/models/order.rb:1"));
        assertEquals(Namespaces.UNKNOWN, Namespaces.ofSite(""));
    }

    @ParameterizedTest
    @EnumSource(GoldenDumps.class)
    void classesAreCalledByTheirNamesAndNotByTheirSingletonClasses(GoldenDumps dumps) {
        View view = view(Recipe.Subject.CLASSES, Loading.load(dumps.after()), ViewBudget.DEFAULT);
        assertEquals("class String", node(view, "class:#<Class:String>").label());
        ViewNode below = node(view, "class:#<Class:Object>");
        assertTrue(below.objects() > 1);
        assertEquals(String.format(Locale.ROOT, "below class Object ×%,d", below.objects()), below.label());
    }

    @Test
    void aLongNameIsShortenedInTheMiddle() {
        String name = "Deep::" + "Er".repeat(40) + "::Tail";
        View view = view(Recipe.Subject.CLASSES, Loading.load(HeapDsl.heap().klass(name).root("vm", "a")
            .object("a").ofClass(name)), ViewBudget.DEFAULT);
        String label = node(view, "class:" + name).label();
        assertTrue(label.length() < 50 && label.startsWith("Deep::") && label.endsWith("::Tail ×1"), label);
    }

    private static long sum(View view, ToLongFunction<ViewNode> figure) {
        return view.nodes().stream().mapToLong(figure).sum();
    }

    private static View view(Recipe.Subject subject, Heap heap, ViewBudget budget) {
        return Views.of(Recipe.of(subject, List.of("dump"), budget), findings(heap), Task.UNWATCHED);
    }

    private static Findings findings(Heap heap) {
        return Findings.of(heap).distances(Task.UNWATCHED).retained(Task.UNWATCHED).build();
    }

    private static ViewNode node(View view, String id) {
        return view.nodes().stream().filter(node -> view.id(node).equals(id)).findFirst().orElseThrow();
    }

    private static Set<String> edges(View view) {
        Set<String> edges = new HashSet<>();
        for (ViewEdge edge : view.edges()) {
            assertTrue(edges.add(view.id(view.nodes().get(edge.source())) + " "
                + view.id(view.nodes().get(edge.target())) + " " + edge.weight()), "an edge is there twice");
        }
        return edges;
    }
}
