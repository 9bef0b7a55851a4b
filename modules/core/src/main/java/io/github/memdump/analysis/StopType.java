package io.github.memdump.analysis;

import io.github.memdump.heap.RecordTypes;

/** The record types at which walks can be made to stop: what nearly everything refers to sooner or later. */
public enum StopType {
    /** Classes, through which any object soon comes to constants, methods and most of the heap. */
    CLASS(RecordTypes.CLASS),
    /** Modules. */
    MODULE(RecordTypes.MODULE),
    /** What stands for an included module in the ancestors of a class. */
    ICLASS(RecordTypes.ICLASS),
    /** What the interpreter keeps for itself: compiled code, method entries, environments of closures. */
    IMEMO(RecordTypes.IMEMO);

    private final int number;

    StopType(int number) {
        this.number = number;
    }

    /** Returns the number that every heap has for the type. */
    int number() {
        return number;
    }
}
