package io.github.memdump.answer;

/** What a value is, so that a renderer can show it as it is shown everywhere. */
public enum CellKind {
    /** A whole number of things: {@code 12,345}. */
    COUNT,
    /** A number of bytes: {@code 9.4 MiB}. */
    BYTES,
    /** A part of a whole, from 0 to 1: {@code 34.9 %}. */
    SHARE,
    /** A change per step, with its sign and one decimal: {@code +622.5}. */
    SLOPE,
    /** A whole number that counts nothing, such as a generation, a line or a node: {@code 12345}. */
    NUMBER,
    /** The identity of an object: {@code 0x7f00:12}. */
    OBJECT,
    /** What an object is called: a class, or a module or root by its name. */
    CLASS,
    /** Where something was allocated: {@code app/shop.rb:12}. */
    SITE,
    /** A path through the heap, from a root on. */
    PATH,
    /** By what an object holds another: {@code @sessions}. */
    NAME,
    /** An answer or a table inside a row, which machines see, in CSV nobody. */
    INNER,
    /** Anything else. */
    TEXT;

    /** Returns whether the values are numbers, which stand to the right. */
    public boolean isNumber() {
        return compareTo(NUMBER) <= 0;
    }
}
