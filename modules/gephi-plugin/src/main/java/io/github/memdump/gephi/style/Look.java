package io.github.memdump.gephi.style;

import io.github.memdump.analysis.Column;
import io.github.memdump.task.Task;
import org.gephi.graph.api.GraphModel;
import org.openide.util.NbBundle;

/** The looks that one click gives to the visible graph. Their names stand in the bundle. */
public enum Look {
    /** Sizes. */
    SIZE_BY_KEEPALIVE_NEW_COUNT((model, task) -> SizeLook.apply(model, Column.KEEPALIVE_NEW_COUNT, task)),
    /** Sizes. */
    SIZE_BY_KEEPALIVE_COUNT((model, task) -> SizeLook.apply(model, Column.KEEPALIVE_COUNT, task)),
    /** Sizes. */
    SIZE_BY_RETAINED_SIZE((model, task) -> SizeLook.apply(model, Column.RETAINED_SIZE, task)),
    /** Sizes. */
    SIZE_BY_MEMSIZE((model, task) -> SizeLook.apply(model, Column.MEMSIZE, task)),
    /** Colours. */
    COLOUR_BY_CLASS((model, task) -> KindLook.byColumn(model, Column.CLASS, task)),
    /** Colours. */
    COLOUR_BY_TYPE((model, task) -> KindLook.byColumn(model, Column.TYPE, task)),
    /** Colours. */
    COLOUR_BY_PART(PartLook::apply),
    /** Colours. */
    COLOUR_BY_GENERATION((model, task) -> RampLook.apply(model, Column.GENERATION, task)),
    /** Colours. */
    COLOUR_BY_SITE(KindLook::bySite),
    /** Colours. */
    COLOUR_BY_ROOT_DISTANCE((model, task) -> RampLook.apply(model, Column.ROOT_DISTANCE, task));

    private interface Change {
        int apply(GraphModel model, Task task);
    }

    private final Change change;

    Look(Change change) {
        this.change = change;
    }

    /**
     * Gives the look to the visible graph of a workspace. Rests keep theirs. One pass over the nodes under the write
     * lock.
     *
     * @return how many nodes were styled; 0 if no visible node has the values for it
     */
    public int apply(GraphModel model, Task task) {
        return change.apply(model, task);
    }

    /** Returns whether it changes sizes; colours if not. */
    public boolean isSize() {
        return name().startsWith("SIZE");
    }

    /** Returns its name, with an ampersand before the letter that chooses it. */
    public String title() {
        return NbBundle.getMessage(Look.class, "Look." + name());
    }

    /** Returns what is missing where it cannot be given. */
    public String missing() {
        return NbBundle.getMessage(Look.class, "Look." + name() + ".missing");
    }
}
