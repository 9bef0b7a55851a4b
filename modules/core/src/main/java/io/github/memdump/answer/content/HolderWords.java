package io.github.memdump.answer.content;

import io.github.memdump.analysis.suspect.HolderKind;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.answer.content.site.ThreadWords;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.Certainty;
import io.github.memdump.names.ProcessNames;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.names.ReferenceName;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.view.ObjectNames;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tells in Ruby's terms what holds a suspect, and what to do about it. */
public final class HolderWords {
    private static final String TOP_LEVEL = "class Object";
    /** Records of Ruby's own stand between a thread or closure and its variables, no more than so many. */
    private static final int NEAR = 5;
    private static final Set<ReferenceKind> OF_CONTEXT = EnumSet.of(ReferenceKind.LOCAL, ReferenceKind.THREAD_LOCAL);

    private final Heap heap;
    private final ObjectNames names;
    private final OwnerWords owners;
    private final ProcessNames told;
    private final ThreadWords threads;

    /** Prepares the words about the holders of a heap. */
    public HolderWords(Heap heap, ObjectNames names, ReferenceNames via) {
        this.heap = heap;
        this.names = names;
        this.owners = new OwnerWords(names, via);
        this.told = via.told();
        this.threads = new ThreadWords(heap, told);
    }

    /** Returns what holds it, no more than the dump and the process say. */
    public String held(SuspectHolder holder) {
        String anchor = names.of(holder.anchor());
        String owner = owner(holder);
        switch (holder.kind()) {
            case GLOBAL:
                return owner.isEmpty() ? "a global variable" : "global variable " + owner;
            case MODULE:
                return owner.isEmpty() ? ofModule(holder, anchor) : owner;
            case THREAD:
                return isItself(holder) ? "nothing else: it is a thread, and lives until it ends" + work(holder)
                    : "a thread " + at(holder) + work(holder) + ": " + (owner.isEmpty()
                        ? "a local variable on its stack or a thread-local" : owner);
            case FIBER:
                return isItself(holder) ? "what refers to the fiber, which is not finished"
                    : "a fiber " + at(holder) + ": a local variable on its stack; a thread's stack is its first"
                        + " fiber's";
            case CLOSURE:
                return isItself(holder) ? "what refers to the closure"
                    : !owner.isEmpty() ? "a closure, " + owner + ": " + anchor + " " + at(holder)
                    : "a closure that captured it (a block, lambda or Method; a Binding has the main script's"
                        + " variables): " + anchor + " " + at(holder);
            case FINALIZER:
                return "a finalizer (ObjectSpace.define_finalizer)";
            case C_EXTENSION:
                return "memory of a C extension, or of a part of Ruby written in C (" + anchor + ")";
            case VM:
                return "Ruby itself (" + anchor + "): symbols, frozen strings, autoload and the like";
            case STACK:
                return "the machine stack: a local variable or argument of a running method, or what one left there";
            case CODE:
                return "the program's code (" + anchor + "): a literal, or a cache in a method";
            default:
                return "other objects of the program";
        }
    }

    private String ofModule(SuspectHolder holder, String anchor) {
        ReferenceName name = owners.name(holder.path(), place(holder));
        if (name.kind() == ReferenceKind.CODE) {
            return anchor + ": its methods, or caches in them";
        } else if (name.kind() == ReferenceKind.SUPERCLASS) {
            return anchor + ": a module that it includes, or what it inherits from";
        } else if (name.certainty() == Certainty.CERTAIN && !name.words().isEmpty()) {
            return anchor + ": " + name.words();
        }
        return anchor.equals(TOP_LEVEL) ? "class Object: a constant at top level, most likely"
            : anchor + ": a constant, a class variable or a class-level instance variable";
    }

    /** Returns what to look for. */
    public String advice(SuspectHolder holder) {
        switch (holder.kind()) {
            case GLOBAL:
            case MODULE:
                return "find where the program adds to it, and bound it or take out what has ended";
            case THREAD:
                return "end the thread when its work is done, and clear what it keeps in Thread.current and in locals"
                    + " that outlive one round of its loop";
            case FIBER:
                return "let the fiber finish, or drop what refers to it; in a main loop, clear locals between rounds";
            case CLOSURE:
                return "drop the block when it is not needed (unsubscribe), or make it capture less: it keeps all"
                    + " variables around it, used or not";
            case FINALIZER:
                return "make the finalizer a block that does not capture the object it is for";
            case C_EXTENSION:
                return "look at what the extension registers, and at its version's known leaks";
            case VM:
                return "look for strings turned into symbols, and for classes and methods defined while running";
            case STACK:
                return "see whether a long-running method still needs it; if it stays in a later dump it is no chance";
            case CODE:
                return "look for constants and methods defined while running";
            default:
                return "follow the path upwards to the object that should have let go";
        }
    }

    private static boolean isItself(SuspectHolder holder) {
        return holder.anchor() == holder.object();
    }

    /** Returns the nearest variable below the anchor that has a name, and whose it is; of a module its own alone. */
    private String owner(SuspectHolder holder) {
        int[] path = holder.path();
        int place = place(holder);
        boolean isNear = holder.kind() == HolderKind.MODULE || holder.kind() == HolderKind.GLOBAL;
        int end = isNear ? Math.min(path.length, place + 1) : Math.min(path.length, place + NEAR);
        for (int step = place; step < end; step++) {
            ReferenceName name = owners.name(path, step);
            if (!name.names().isEmpty() && (isNear || OF_CONTEXT.contains(name.kind()))) {
                return owners.of(path, step);
            }
        }
        return "";
    }

    /** Returns the place of the anchor on the path, behind it where it is not there. */
    private static int place(SuspectHolder holder) {
        int[] path = holder.path();
        int place = 0;
        while (place < path.length && path[place] != holder.anchor()) {
            place++;
        }
        return place;
    }

    private String work(SuspectHolder holder) {
        String work = threads.of(holder.anchor());
        return work.isEmpty() ? "" : ", " + work;
    }

    private String at(SuspectHolder holder) {
        List<String> thread = told.thread(heap.address(holder.anchor()));
        String name = thread.isEmpty() || thread.get(0).isEmpty() ? "" : "\"" + thread.get(0) + "\" ";
        return name + heap.identity(holder.anchor());
    }
}
