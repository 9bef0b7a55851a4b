package io.github.memdump.answer.content;

import io.github.memdump.analysis.suspect.HolderKind;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.answer.Figures;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.ObjectNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Where something gathers, in a few words: "Hash of class Sessions". Immutable, thread-safe. */
public final class PlaceWords {
    private static final Set<String> GENERIC = Set.of("Array", "Hash", "ARRAY", "HASH", "String", "Set", "Proc",
        "OBJECT", "IMEMO env", "Object");

    private final Heap heap;
    private final ObjectNames names;

    /** Prepares the words about a heap. */
    public PlaceWords(Heap heap, ObjectNames names) {
        this.heap = heap;
        this.names = names;
    }

    /** Returns the place where a suspect gathers. */
    public String of(Suspect suspect) {
        List<SuspectHolder> holders = suspect.holders();
        if (holders.isEmpty()) {
            return names.of(suspect.accumulationPoint());
        }
        SuspectHolder first = holders.stream()
            .filter(holder -> holder.object() == suspect.accumulationPoint()).findFirst().orElse(holders.get(0));
        return of(first);
    }

    /** Returns what a holder is, and of what it is a part where its own name says little. */
    public String of(SuspectHolder holder) {
        List<String> path = new ArrayList<>();
        for (int object : holder.path()) {
            path.add(names.of(object));
        }
        String name = path.isEmpty() ? names.of(holder.object()) : called(path);
        String many = holder.objects() == 1 ? name : times(name, holder.objects());
        boolean isThread = holder.kind() == HolderKind.THREAD && holder.anchor() != holder.object();
        String site = isThread ? heap.sites().place(heap.site(holder.anchor())) : "";
        return site.isEmpty() ? many : many + " made at " + site;
    }

    /** Returns the last of the objects on a path, and of what it is a part where its own name says little. */
    String ofPath(int[] path) {
        List<String> words = new ArrayList<>();
        for (int object : path) {
            words.add(names.of(object));
        }
        return called(words);
    }

    private static String times(String name, long number) {
        int of = name.indexOf(" of ");
        String times = " ×" + Figures.count(number);
        return of < 0 ? name + times : name.substring(0, of) + times + name.substring(of);
    }

    /** Returns the name of the last of a path, and of what it is in where its own name says little. */
    public static String called(List<String> path) {
        String last = path.get(path.size() - 1);
        if (!isGeneric(last)) {
            return last;
        }
        for (int i = path.size() - 2; i >= 0; i--) {
            if (!isGeneric(path.get(i))) {
                return last + " of " + path.get(i);
            }
        }
        return last;
    }

    private static boolean isGeneric(String name) {
        return GENERIC.contains(name) || name.startsWith("IMEMO ") || name.equals("ICLASS")
            || name.contains("class #<Class:#<") || name.contains("class #<Class:0x")
            || name.endsWith("class without a name");
    }
}
