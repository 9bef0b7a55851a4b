package io.github.memdump.select;

import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.graph.Graph;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.syntax.Nearest;
import io.github.memdump.select.syntax.SelectionException;
import io.github.memdump.select.syntax.SyntaxError;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.task.Task;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which objects of a heap, said in the language of {@code --where}. Immutable, thread-safe.
 *
 * <pre>{@code
 * class =~ /Plan/ and memsize > 1k and not type = STRING
 * new and reachable-from(class = "Shop::Registry") and file !~ "/gems/"
 * type in (CLASS, MODULE) or retained_size >= 1.5m
 * }</pre>
 *
 * <p><b>Comparisons.</b> The name of a {@link io.github.memdump.analysis.Column}, an operator, a value. Columns of text
 * have {@code =}, {@code !=}, {@code =~ /pattern/}, {@code !~ /pattern/} and {@code in (a, b)}; an absent text is equal
 * to {@code ""}. Columns of numbers have {@code =}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=} and
 * {@code in}; suffixes k, m and g stand for 1,024 and its powers; an absent number is equal to {@code none} and
 * neither smaller nor larger than anything. {@code !=}, {@code !~} and {@code not in} hold exactly where {@code =},
 * {@code =~} and {@code in} do not. Values stand bare or, with spaces or any of {@code ( ) , < > = ! ~ & |} in them,
 * in double or single quotes ({@code \"} for a quote). Patterns are those of {@link java.util.regex.Pattern}, found
 * anywhere in the text, with the letters i, m and x of Ruby behind them.
 *
 * <p><b>Predicates.</b> {@code new}, {@code old}, {@code border} (either side), {@code root} (ROOT objects) and
 * {@code reachable} (from the ROOT objects). With a selection S in parentheses: {@code reachable-from(S)} and
 * {@code reaches(S)} follow any number of references, none included; {@code dominated-by(S)} is what would die with
 * one object of S, itself included; {@code refers-to(S)} and {@code referred-by(S)} follow one reference; with a name
 * {@code holds(@user, S)} is what holds an object of S by that variable or constant, {@code field-of(@user, S)} what an
 * object of S holds by it; without S it may be any object. Underscores do as well as hyphens.
 *
 * <p><b>Together:</b> {@code not} binds tightest, then {@code and}, then {@code or}; parentheses; {@code &&},
 * {@code ||} and {@code !} do as well.
 *
 * <p><b>Cost.</b> Each condition takes time linear in the objects that those before it have left and 1 bit per object
 * of the heap, one that follows references time linear in the references. Classes, types, files and methods are
 * compared once for each distinct text. A pattern that would try too many ways is given up with an error. Limits:
 * {@value #LONGEST} characters, {@value #DEEPEST} levels of parentheses and nots, 1,000 characters a pattern.
 */
public final class Selection {
    /** The most characters of a selection. */
    public static final int LONGEST = 100_000;
    /** The most levels of parentheses and nots. */
    public static final int DEEPEST = 50;

    private final String text;
    private final Condition condition;
    private final Map<Need, Integer> needs = new EnumMap<>(Need.class);

    private Selection(String text, Condition condition) {
        this.text = text;
        this.condition = condition;
        condition.addNeeds(needs);
    }

    /** Reads a selection; a mistake is a value, never an exception. Linear time. */
    public static ParsedSelection parse(String text) {
        try {
            return ParsedSelection.of(new Selection(text, Parser.parse(text)));
        } catch (SelectionException wrong) {
            return ParsedSelection.failed(wrong.error());
        }
    }

    /** Returns the selection as it was written. */
    public String text() {
        return text;
    }

    /** Returns which analyses {@link #in} looks at, so that no other needs to be made. */
    public Set<Need> needs() {
        return needs.isEmpty() ? EnumSet.noneOf(Need.class) : EnumSet.copyOf(needs.keySet());
    }

    /**
     * Makes the findings that the selection needs and no others. Without an earlier heap, those that need one are left
     * out and {@link #in} will say so. Keep-alive is counted for all objects, exactly as far as the usual budget goes.
     *
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public Findings findings(Optional<Heap> before, Heap heap, Task task) {
        Optional<HeapDiff> diff = before.filter(earlier -> Need.isComparing(needs.keySet()))
            .map(earlier -> HeapDiff.between(earlier, heap, task));
        return Need.findings(needs.keySet(), diff, heap, Findings.of(heap), task);
    }

    /** Returns the first thing that the selection asks for and the findings do not have, if there is one. */
    public Optional<SyntaxError> missing(Findings findings) {
        return missing(Stream.of(Need.values()).filter(need -> need.isMetBy(findings))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Need.class))));
    }

    /** Returns the first thing that the selection asks for beyond some analyses, if there is one. */
    public Optional<SyntaxError> missing(Set<Need> met) {
        return needs.entrySet().stream().filter(need -> !met.contains(need.getKey()))
            .min(Map.Entry.comparingByValue())
            .map(need -> new SyntaxError(text, need.getValue() + 1, "This needs " + need.getKey().missing()
                + ", and there is none here.", ""));
    }

    /**
     * Returns the objects of the heap that the selection is true of.
     *
     * @param findings what is known of the heap; {@link #needs} says what must be
     * @param task     told of each step
     * @throws SelectionException                        if the findings lack something or a pattern takes too long
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public NodeSet in(Findings findings, Task task) throws SelectionException {
        Heap heap = findings.heap();
        return in(findings, NodeSet.all(heap.objectCount()), heap.references(), heap::referrers, task);
    }

    /**
     * Returns the objects of a subset that the selection is true of. References are those of the subset; what findings
     * say (distances, dominators, counts) is of the heap.
     *
     * @throws SelectionException                        if the findings lack something or a pattern takes too long
     * @throws io.github.memdump.task.CancelledException if the task was cancelled
     */
    public NodeSet in(Findings findings, HeapSubset subset, Task task) throws SelectionException {
        return in(findings, subset.objects(), subset.references(), subset::referrers, task);
    }

    private NodeSet in(Findings findings, NodeSet universe, Graph references, Supplier<Graph> referrers, Task task)
            throws SelectionException {
        Optional<SyntaxError> missing = missing(findings);
        if (missing.isPresent()) {
            throw new SelectionException(missing.get());
        }
        return condition.among(universe, new Evaluation(findings, universe, references, referrers, text, task));
    }

    /**
     * Returns, as sentences, which classes and types the selection names that the heap does not have where it has
     * others that may have been meant. Linear in the classes.
     */
    public List<String> doubts(Heap heap) {
        Map<Numbering, Set<String>> named = new EnumMap<>(Numbering.class);
        condition.addNames(named);
        List<String> doubts = new ArrayList<>();
        named.forEach((numbering, names) -> new NamesOfHeap(heap, numbering).addDoubts(names, doubts));
        return doubts;
    }

    @Override
    public String toString() {
        return text;
    }

    /** The names of the classes or of the types that a heap has. */
    private static final class NamesOfHeap {
        private final String what;
        private final Set<String> names = new TreeSet<>();

        NamesOfHeap(Heap heap, Numbering numbering) {
            what = numbering.name().toLowerCase(Locale.ROOT);
            for (int number = 0; number < numbering.count(heap); number++) {
                names.add(numbering.text(heap, number));
            }
        }

        /** Adds a sentence for each name that the heap does not have if it has one that may have been meant. */
        void addDoubts(Set<String> wanted, List<String> doubts) {
            for (String name : wanted) {
                String meant = names.contains(name) || name.isEmpty() ? "" : meant(name);
                if (!meant.isEmpty()) {
                    doubts.add("no " + what + " here is called " + name + ". Did you mean " + meant + "?");
                }
            }
        }

        /**
         * Returns the nearest name, or one that ends in the wanted one: the module in front of it is often forgotten.
         */
        private String meant(String wanted) {
            String nearest = Nearest.to(wanted, names);
            return !nearest.isEmpty() ? nearest
                : names.stream().filter(name -> name.endsWith("::" + wanted)).findFirst().orElse("");
        }
    }
}
