package io.github.memdump.budget;

import java.util.Arrays;
import java.util.List;

/** How a figure is compared with a limit, those of two characters first. */
enum LimitComparison {
    AT_LEAST(">="),
    AT_MOST("<="),
    DIFFERENT("!="),
    SAME("=="),
    MORE(">"),
    LESS("<"),
    EQUAL("=");

    private final String sign;

    LimitComparison(String sign) {
        this.sign = sign;
    }

    /** Returns the sign as it is written. */
    String sign() {
        return sign;
    }

    static List<LimitComparison> all() {
        return Arrays.asList(values());
    }

    boolean holds(long value, long limit) {
        switch (this) {
            case MORE:
                return value > limit;
            case AT_LEAST:
                return value >= limit;
            case LESS:
                return value < limit;
            case AT_MOST:
                return value <= limit;
            case DIFFERENT:
                return value != limit;
            default:
                return value == limit;
        }
    }
}
