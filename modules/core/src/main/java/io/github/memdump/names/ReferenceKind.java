package io.github.memdump.names;

import java.util.Locale;

/** By what kind of thing an object holds another. */
public enum ReferenceKind {
    /** An instance variable of an object. */
    IVAR("a variable"),
    /** A constant of a module. */
    CONSTANT("a constant", "constant "),
    /** An instance variable of a class or module itself. */
    CLASS_IVAR("a variable of the class"),
    /** A class variable, {@code @@all}. */
    CLASS_VARIABLE("a variable of the class"),
    /** A global variable. */
    GLOBAL("a global variable"),
    /** A key of a hash or an element of a set; the name is its position. */
    KEY("key"),
    /** A value of a hash; the name is its position. */
    VALUE("value"),
    /** An element of an array; the name is its index. */
    INDEX("an element"),
    /** A member of a struct. */
    MEMBER("a member", "member "),
    /** A local variable that a closure has captured. */
    LOCAL("a captured variable", "captured "),
    /** A variable of a thread or fiber. */
    THREAD_LOCAL("a variable of the thread", "thread's "),
    /** What a class inherits from, an included module before it. */
    SUPERCLASS("superclass"),
    /** The object of a singleton class. */
    SINGLETON("its object"),
    /** The class of an object, where nothing else keeps that class; no reference of the dump. */
    CLASS("its class"),
    /** The record in which Ruby keeps the variables of an object; they stand in its references. */
    FIELDS(""),
    /** Ruby's own: methods, code and its literals, caches, the file of a constant. */
    CODE("code"),
    /** Anything else. */
    UNKNOWN("");

    private final String id = name().toLowerCase(Locale.ROOT);
    private final String words;
    private final String prefix;

    ReferenceKind(String words) {
        this(words, "");
    }

    ReferenceKind(String words, String prefix) {
        this.words = words;
        this.prefix = prefix;
    }

    /** Returns the name in JSON and CSV. */
    public String id() {
        return id;
    }

    /** Returns what a reference of the kind is called where its name is not known; empty where that tells nothing. */
    String words() {
        return words;
    }

    /** Returns what stands before a name of the kind. */
    String prefix() {
        return prefix;
    }
}
