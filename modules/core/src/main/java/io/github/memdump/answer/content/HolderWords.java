package io.github.memdump.answer.content;

import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.ObjectNames;

/** Tells in Ruby's terms what holds a suspect, and what to do about it. */
public final class HolderWords {
    private static final String TOP_LEVEL = "class Object";

    private final Heap heap;
    private final ObjectNames names;

    /** Prepares the words about the holders of a heap. */
    public HolderWords(Heap heap, ObjectNames names) {
        this.heap = heap;
        this.names = names;
    }

    /** Returns what holds it, no more than the dump says. */
    public String held(SuspectHolder holder) {
        String anchor = names.of(holder.anchor());
        switch (holder.kind()) {
            case GLOBAL:
                return "a global variable";
            case MODULE:
                return anchor.equals(TOP_LEVEL) ? "class Object: a constant at top level, most likely"
                    : anchor + ": a constant, a class variable or a class-level instance variable";
            case THREAD:
                return isItself(holder) ? "nothing else: it is a thread, and lives until it ends"
                    : "a thread " + at(holder) + ": a local variable on its stack or a thread-local";
            case FIBER:
                return isItself(holder) ? "what refers to the fiber, which is not finished"
                    : "a fiber " + at(holder) + ": a local variable on its stack; a thread's stack is its first"
                        + " fiber's";
            case CLOSURE:
                return isItself(holder) ? "what refers to the closure"
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

    private String at(SuspectHolder holder) {
        return heap.identity(holder.anchor());
    }
}
