package io.github.memdump.analysis.collection;

/** In which way a collection takes more memory than its contents need; the first that holds counts. */
public enum Waste {
    /** Nothing is in it, and it may change. All of it would be saved if it were made when it is first needed. */
    EMPTY,
    /** A hash with one pair, or a set with one element. What an array of two takes would do. */
    ONE_ENTRY,
    /** More than half of the room that it has is empty. What the contents do not need would be saved by a copy. */
    GROWN
}
