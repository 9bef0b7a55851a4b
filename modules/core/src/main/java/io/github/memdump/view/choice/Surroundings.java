package io.github.memdump.view.choice;

/** What could be shown at objects that are chosen. */
public interface Surroundings {
    /** Tells each object that is not chosen, with a chosen one it hangs on; an object at one place at most. */
    void each(ViewBuilder chosen, Found found);

    /** Chooses an object that hangs on a chosen one. */
    void take(ViewBuilder chosen, int place, int object);

    /** Receives what hangs where. */
    interface Found {
        /** Takes note of an object that is not chosen and of the chosen one it hangs on. */
        void add(int place, int object);
    }
}
