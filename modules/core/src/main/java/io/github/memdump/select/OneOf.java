package io.github.memdump.select;

import java.util.Collections;
import java.util.Set;

/** Texts that are equal to one of some values. */
final class OneOf implements TextMatch {
    private final Set<String> values;

    OneOf(Set<String> values) {
        this.values = Collections.unmodifiableSet(values);
    }

    Set<String> values() {
        return values;
    }

    @Override
    public Run begin(Evaluation evaluation) {
        return values::contains;
    }
}
