package io.github.memdump.view;

import io.github.memdump.graph.Graph;
import java.util.Arrays;

/**
 * The parts of what is chosen that hang together, by references either way and by the steps that led from one object
 * to another. Union-find with halved paths; near linear in the references of what is chosen.
 */
final class ShownParts {
    private final Chosen chosen;
    private final int[] parts;
    private final int[] sizes;

    private ShownParts(Chosen chosen) {
        this.chosen = chosen;
        this.parts = new int[chosen.size()];
        this.sizes = new int[parts.length];
        Arrays.setAll(parts, position -> position);
    }

    static ShownParts of(Chosen chosen, Graph references) {
        ShownParts all = new ShownParts(chosen);
        ObjectPositions positions = new ObjectPositions();
        for (int i = 0; i < chosen.size(); i++) {
            positions.add(chosen.object(i));
        }
        for (int i = 0; i < chosen.size(); i++) {
            int object = chosen.object(i);
            if (!chosen.joins(object)) {
                continue;
            }
            int parent = chosen.parent(object);
            if (parent >= 0) {
                all.join(i, positions.of(parent));
            }
            for (int e = references.from(object); e < references.to(object); e++) {
                int target = positions.of(references.target(e));
                if (target >= 0 && chosen.joins(references.target(e))) {
                    all.join(i, target);
                }
            }
        }
        for (int i = 0; i < all.parts.length; i++) {
            all.sizes[all.part(i)] += chosen.contains(chosen.object(i)) ? 1 : 0;
        }
        return all;
    }

    private int part(int position) {
        int on = position;
        while (parts[on] != on) {
            parts[on] = parts[parts[on]];
            on = parts[on];
        }
        return on;
    }

    private void join(int one, int other) {
        parts[part(one)] = part(other);
    }

    /** Takes away the parts of so many objects or fewer. */
    void removeSmall(int most) {
        for (int i = 0; i < parts.length; i++) {
            if (sizes[part(i)] <= most && chosen.contains(chosen.object(i))) {
                chosen.remove(chosen.object(i));
            }
        }
    }
}
