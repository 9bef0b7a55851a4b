package io.github.memdump.answer.content;

import io.github.memdump.analysis.suspect.HolderKind;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.site.ThreadWords;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.view.ObjectNames;
import java.util.List;
import java.util.Set;

/** Where something gathers, in a few words: "Hash, @sessions of Shop::SessionStore". Immutable, thread-safe. */
public final class PlaceWords {
    /** So many objects at the end of a path say where something is; what is further away says nothing of it. */
    static final int STEPS = 100;

    private static final Set<String> GENERIC = Set.of("Array", "Hash", "ARRAY", "HASH", "String", "Set", "Proc",
        "OBJECT", "IMEMO env", "Object");

    private static final String TOP_LEVEL = "class Object";

    private final Heap heap;
    private final ObjectNames names;
    private final OwnerWords owners;
    private final ThreadWords threads;

    /** Prepares the words about a heap. */
    public PlaceWords(Heap heap, ObjectNames names, ReferenceNames via) {
        this.heap = heap;
        this.names = names;
        this.owners = new OwnerWords(names, via);
        this.threads = new ThreadWords(heap, via.told());
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

    /** Returns what a holder is, by what it is held, and of what it is a part where its own name says little. */
    public String of(SuspectHolder holder) {
        int[] path = holder.path().length == 0 ? new int[] {holder.object()} : holder.path();
        boolean isThread = holder.kind() == HolderKind.THREAD && holder.anchor() != holder.object();
        String thread = isThread ? threads.of(holder.anchor()) : "";
        String words = ofPath(path, holder.objects());
        return words + (thread.isEmpty() ? top(holder, words) : " " + thread);
    }

    /** Returns whose it is in the end: the class that holds it, or what a constant at top level or a global holds. */
    private String top(SuspectHolder holder, String words) {
        int[] path = holder.path();
        int top = 0;
        while (top < path.length && path[top] != holder.anchor()) {
            top++;
        }
        top = holder.kind().isLasting() ? belowTopLevel(path, top)
            : holder.kind() == HolderKind.CLOSURE ? classAbove(path, top) : path.length;
        if (top < 0 || top >= path.length - 1 || isGeneric(path[top])) {
            return "";
        }
        String name = names.of(path[top]);
        return words.contains(name.substring(name.indexOf(' ') + 1)) ? "" : ", held by " + name;
    }

    private int belowTopLevel(int[] path, int anchor) {
        if (anchor >= path.length || (!heap.isRoot(path[anchor]) && !names.of(path[anchor]).equals(TOP_LEVEL))) {
            return anchor;
        }
        int below = anchor + 1;
        while (below < path.length && heap.isFields(path[below])) {
            below++;
        }
        return below;
    }

    private int classAbove(int[] path, int anchor) {
        int above = Math.min(anchor, path.length - 1);
        while (above >= 0 && (!isModule(path[above]) || names.of(path[above]).equals(TOP_LEVEL))) {
            above--;
        }
        return above;
    }

    /** Returns the last of the objects on a path, by what it is held, and of what it is a part: one of so many. */
    public String ofPath(int[] path, long objects) {
        int last = path.length - 1;
        String name = names.of(path[last]) + (objects == 1 ? "" : " ×" + Figures.count(objects));
        if (last == 0) {
            return name;
        }
        if (!isGeneric(path[last])) {
            String owner = isModule(path[last]) ? "" : owners.of(path, last - 1);
            return owner.isEmpty() ? name : name + ", " + owner;
        }
        int part = last - 1;
        int least = Math.max(0, path.length - STEPS);
        while (part > least && isGeneric(path[part])) {
            part--;
        }
        for (int step = last - 1; step >= part; step--) {
            String owner = isGeneric(path[step]) ? owners.ofContext(path, step) : owners.of(path, step);
            if (!owner.isEmpty()) {
                return name + (isNext(path, step) ? ", " : " in ") + owner
                    + (step == part || isGeneric(path[part]) ? "" : ", in " + names.of(path[part]));
            }
        }
        return isGeneric(path[part]) ? name : name + " of " + names.of(path[part]);
    }

    private boolean isNext(int[] path, int step) {
        return step == path.length - 2 || (step == path.length - 3 && heap.isFields(path[step + 1]));
    }

    private boolean isModule(int object) {
        return heap.type(object) == RecordTypes.CLASS || heap.type(object) == RecordTypes.MODULE;
    }

    private boolean isGeneric(int object) {
        return isGeneric(names.of(object));
    }

    private static boolean isGeneric(String name) {
        return GENERIC.contains(name) || name.startsWith("IMEMO ") || name.equals("ICLASS")
            || name.contains("class #<Class:#<") || name.contains("class #<Class:0x")
            || name.endsWith("class without a name");
    }
}
