package io.github.memdump.gephi.window.steps;

import io.github.memdump.analysis.Identities;
import io.github.memdump.gephi.graph.StepRun;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.ObjectNames;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openide.util.NbBundle;

/** A recipe in lines for people: what is shown, then each step with its objects, named by class where it can be. */
final class StepLines {
    private static final int NAMED = 3;

    private StepLines() {
    }

    /** Returns the lines; linear in the objects of the steps and in the classes of the heap. */
    static List<String> of(Recipe recipe, Optional<Heap> heap) {
        Optional<ObjectNames> names = heap.map(ObjectNames::new);
        List<String> lines = new ArrayList<>();
        lines.add(subject(recipe));
        for (Step step : recipe.steps()) {
            if (step.kind() == Step.Kind.CLEANUP) {
                lines.add(NbBundle.getMessage(StepRun.class, "Step." + step.kind()));
                continue;
            }
            if (step.selection().isPresent() || step.kind().takesNumber()) {
                lines.add(text("step", NbBundle.getMessage(StepRun.class, "Step." + step.kind()),
                    step.selection().orElseGet(() -> Amounts.count(step.number()))));
                continue;
            }
            List<String> objects = step.objects().stream()
                .map(identity -> name(identity, heap, names)).collect(Collectors.toList());
            lines.add(text("step", NbBundle.getMessage(StepRun.class, "Step." + step.kind()), summary(objects)));
        }
        return lines;
    }

    private static String subject(Recipe recipe) {
        boolean hasDepth = recipe.subject().isAboutSomething() && recipe.subject() != Recipe.Subject.SELECTION;
        if (!hasDepth) {
            return recipe.title();
        }
        return recipe.depth() == Recipe.ANY_DEPTH ? text("anyDepth", recipe.title())
            : text("depth", recipe.title(), recipe.depth());
    }

    private static String name(String identity, Optional<Heap> heap, Optional<ObjectNames> names) {
        int object = heap.map(of -> Identities.find(of, identity)).orElse(Heap.NO_OBJECT);
        return object == Heap.NO_OBJECT ? identity : names.orElseThrow().of(object);
    }

    /** Returns the names, each once with its number, those of most objects first. */
    static String summary(List<String> names) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        names.forEach(name -> counts.merge(name, 1, Integer::sum));
        List<Map.Entry<String, Integer>> most = new ArrayList<>(counts.entrySet());
        most.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        String shown = most.stream().limit(NAMED).map(entry -> entry.getValue() == 1 ? entry.getKey()
            : text("times", entry.getKey(), Amounts.count(entry.getValue()))).collect(Collectors.joining(", "));
        int rest = most.stream().skip(NAMED).mapToInt(Map.Entry::getValue).sum();
        return rest == 0 ? shown : text("more", shown, Amounts.count(rest));
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(StepLines.class, "StepLines." + key, values);
    }
}
