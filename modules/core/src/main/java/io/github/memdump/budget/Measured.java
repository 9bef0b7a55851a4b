package io.github.memdump.budget;

/** A budget and what a heap has of it. Immutable. */
public final class Measured {
    private final Budget budget;
    private final int objects;
    private final long value;
    private final boolean broken;

    Measured(Budget budget, int objects, long value, boolean broken) {
        this.budget = budget;
        this.objects = objects;
        this.value = value;
        this.broken = broken;
    }

    /** Returns the budget. */
    public Budget budget() {
        return budget;
    }

    /** Returns how many objects its selection is true of. */
    public int objects() {
        return objects;
    }

    /** Returns the figure, a number of objects or of bytes. */
    public long value() {
        return value;
    }

    /** Returns whether the budget is broken. */
    public boolean isBroken() {
        return broken;
    }
}
