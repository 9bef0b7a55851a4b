package io.github.memdump.cli.report.story;

import io.github.memdump.answer.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The finding in one sentence. */
public final class Headline {
    private static final int MOST_HOLDERS = 3;
    private static final int ENOUGH_PERCENT = 80;
    private static final int LITTLE_PERCENT = 25;
    private static final int MUCH_KEPT_PERCENT = 30;
    private static final Set<String> GENERIC = Set.of("Array", "Hash", "ARRAY", "HASH", "String", "Set", "Proc",
        "OBJECT", "IMEMO env", "Object");

    private final LeakStory story;
    private final Map<String, List<String>> chains;

    /**
     * Prepares the sentence about a leak.
     *
     * @param chains by identity, other paths to holders, for those whose shortest path tells nothing but its root
     */
    public Headline(LeakStory story, Map<String, List<String>> chains) {
        this.story = story;
        this.chains = chains;
    }

    /** Returns the sentence: how much is new and on what most of it hangs. */
    public String about(long newObjects, long newBytes) {
        String sum = Figures.count(newObjects, "new object") + " (" + Figures.bytes(newBytes) + ")";
        if (newObjects == 0) {
            return "Nothing is new between the two dumps.";
        }
        if (story.attributed() == 0) {
            return sum + ". No root reaches any of them.";
        }
        List<Holder> named = new ArrayList<>();
        long covered = 0;
        int objects = 0;
        for (Holder holder : story.holders()) {
            if (named.size() == MOST_HOLDERS || covered * 100 >= newObjects * ENOUGH_PERCENT) {
                break;
            }
            named.add(holder);
            covered += holder.newObjects();
            objects += holder.objects();
        }
        if (covered * 100 < newObjects * LITTLE_PERCENT) {
            return scattered(sum, newObjects);
        }
        StringBuilder sentence = new StringBuilder(sum).append(". ").append(Words.percent(covered, newObjects))
            .append(newObjects == 1 ? " hangs on " : " hang on ").append(Figures.count(objects, "old object"))
            .append(": ");
        for (int i = 0; i < named.size(); i++) {
            String separator = i == named.size() - 1 ? " and " : ", ";
            sentence.append(i == 0 ? "" : separator).append(called(named.get(i)));
        }
        return sentence.append('.').append(keptBesides(named, newObjects)).toString();
    }

    /** Says who else must let go: an old object on which less hangs by the shortest path but that keeps much alive. */
    private String keptBesides(List<Holder> named, long newObjects) {
        return story.holders().stream()
            .filter(holder -> !named.contains(holder) && holder.kept() * 100 >= newObjects * MUCH_KEPT_PERCENT)
            .max(Comparator.comparingLong(Holder::kept))
            .map(holder -> " " + Words.percent(holder.kept(), newObjects) + (newObjects == 1 ? " is" : " are")
                + " kept alive by " + called(holder) + " too.")
            .orElse("");
    }

    private String scattered(String sum, long newObjects) {
        Map<String, long[]> byName = new TreeMap<>();
        for (BorderGroup group : story.groups()) {
            long[] counts = byName.computeIfAbsent(group.name(), any -> new long[2]);
            counts[0] += group.newObjects();
            counts[1] += group.objects();
        }
        Map.Entry<String, long[]> most = byName.entrySet().stream()
            .max(Comparator.comparingLong(entry -> entry.getValue()[0])).orElseThrow();
        long holders = story.holders().stream().mapToLong(Holder::objects).sum();
        return sum + ", spread over " + Figures.count(holders, "old object") + ". "
            + Words.percent(most.getValue()[0], newObjects) + " hang on what these hold of "
            + Words.times(most.getKey(), most.getValue()[1]) + ".";
    }

    /** Returns the name of a holder, and of what it is in where its own name says little. */
    private String called(Holder holder) {
        List<String> chain = new ArrayList<>(holder.chain());
        String last = chain.remove(chain.size() - 1);
        String times = Words.times(last, holder.objects());
        String name = named(times, last, chain);
        return holder.objects() == 1 && name.equals(times + " of " + holder.chain().get(0))
            && chains.containsKey(holder.identity()) ? called(chains.get(holder.identity())) : name;
    }

    /** Returns the name of the last of a chain, and of what it is in where its own name says little. */
    static String called(List<String> chain) {
        String last = chain.get(chain.size() - 1);
        return named(last, last, chain.subList(0, chain.size() - 1));
    }

    private static String named(String name, String last, List<String> above) {
        if (!GENERIC.contains(last)) {
            return name;
        }
        for (int i = above.size() - 1; i >= 0; i--) {
            if (!GENERIC.contains(above.get(i))) {
                return name + " of " + above.get(i);
            }
        }
        return name;
    }
}
