package io.github.memdump.names;

import java.util.Locale;

/** By what kind of thing an object holds another. */
public enum ReferenceKind {
    /** An instance variable of an object. */
    IVAR,
    /** A constant of a module. */
    CONSTANT,
    /** An instance variable of a class or module itself. */
    CLASS_IVAR,
    /** A class variable, {@code @@all}. */
    CLASS_VARIABLE,
    /** A global variable. */
    GLOBAL,
    /** A key of a hash or an element of a set; the name is its position. */
    KEY,
    /** A value of a hash; the name is its position. */
    VALUE,
    /** An element of an array; the name is its index. */
    INDEX,
    /** A member of a struct. */
    MEMBER,
    /** A local variable that a closure has captured. */
    LOCAL,
    /** A variable of a thread or fiber. */
    THREAD_LOCAL,
    /** What a class inherits from, an included module before it. */
    SUPERCLASS,
    /** The object of a singleton class. */
    SINGLETON,
    /** The class of an object, where nothing else keeps that class; no reference of the dump. */
    CLASS,
    /** The record in which Ruby keeps the variables of an object; they stand in its references. */
    FIELDS,
    /** Ruby's own: methods, code and its literals, caches, the file of a constant. */
    CODE,
    /** Anything else. */
    UNKNOWN;

    private final String id = name().toLowerCase(Locale.ROOT);

    /** Returns the name in JSON and CSV. */
    public String id() {
        return id;
    }
}
