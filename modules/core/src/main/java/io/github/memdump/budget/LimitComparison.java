package io.github.memdump.budget;

import java.util.Arrays;
import java.util.List;

/** How a figure is compared with a limit, those of two characters first. */
enum LimitComparison {
    AT_LEAST(">=", "or more"),
    AT_MOST("<=", "or less"),
    DIFFERENT("!=", "anything else"),
    SAME("==", "exactly"),
    MORE(">", "more"),
    LESS("<", "less"),
    EQUAL("=", "exactly");

    private final String sign;
    private final String words;

    LimitComparison(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    /** Returns the sign as it is written. */
    String sign() {
        return sign;
    }

    /** Returns which figures break a budget beside its limit: more, or more, less… */
    String words() {
        return words;
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
