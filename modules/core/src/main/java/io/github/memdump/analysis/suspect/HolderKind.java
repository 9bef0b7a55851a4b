package io.github.memdump.analysis.suspect;

import java.util.Locale;

/** By what Ruby holds on to an object, the kinds that tell most first. */
public enum HolderKind {
    /** A global variable. */
    GLOBAL,
    /**
     * A class or module: a constant, a class variable or a class-level instance variable. A dump lists all three as
     * references of the one record, so they cannot be told apart.
     */
    MODULE,
    /** A thread: its stack, its thread-local or its fiber-local variables, which cannot be told apart. */
    THREAD,
    /** A fiber: its stack or its locals; the stack of a thread is that of its first fiber. */
    FIBER,
    /** A block, lambda, Method or Binding: the variables it captured. */
    CLOSURE,
    /** A finalizer that ObjectSpace.define_finalizer registered. */
    FINALIZER,
    /** Memory of a C extension, or of a part of Ruby written in C. */
    C_EXTENSION,
    /** Ruby's own tables: symbols, frozen strings, classes. */
    VM,
    /** The machine stack of the thread that made the dump, read conservatively: a local variable or what is left. */
    STACK,
    /** The program's code: a literal, or a cache in a method. */
    CODE,
    /** Only other objects of the program were found. */
    OBJECT;

    /** Returns the name as it stands in JSON: lower case with underscores. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether this kind says where in the program to look. */
    boolean isTelling() {
        return compareTo(C_EXTENSION) <= 0;
    }

    /** Returns whether what is held this way is held for good, unless the program takes it out. */
    public boolean isLasting() {
        return this == GLOBAL || this == MODULE || this == FINALIZER;
    }
}
