package io.github.memdump.select;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Draws selections joined from known ones, and the objects that they select by the laws of logic. */
final class RandomLogic {
    /** A selection and its objects. */
    static final class Said {
        final String text;
        final Set<String> objects;

        Said(String text, Set<String> objects) {
            this.text = text;
            this.objects = objects;
        }
    }

    private final Random random;
    private final Map<String, Set<String>> leaves;
    private final List<String> texts;
    private final Set<String> everything;

    RandomLogic(Random random, Map<String, Set<String>> leaves, Set<String> everything) {
        this.random = random;
        this.leaves = leaves;
        this.texts = new ArrayList<>(new TreeSet<>(leaves.keySet()));
        this.everything = everything;
    }

    Said any(int depth) {
        Said said = all(depth);
        for (int i = random.nextInt(3); i > 0; i--) {
            Said other = all(depth);
            Set<String> objects = new TreeSet<>(said.objects);
            objects.addAll(other.objects);
            said = new Said(said.text + (random.nextBoolean() ? " or " : " || ") + other.text, objects);
        }
        return said;
    }

    private Said all(int depth) {
        Said said = one(depth);
        for (int i = random.nextInt(3); i > 0; i--) {
            Said other = one(depth);
            Set<String> objects = new TreeSet<>(said.objects);
            objects.retainAll(other.objects);
            said = new Said(said.text + (random.nextBoolean() ? " and " : "&&") + other.text, objects);
        }
        return said;
    }

    private Said one(int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 1) {
            Said inside = one(depth - 1);
            Set<String> objects = new TreeSet<>(everything);
            objects.removeAll(inside.objects);
            return new Said((random.nextBoolean() ? " not " : "!") + inside.text, objects);
        }
        if (kind == 2) {
            Said inside = any(depth - 1);
            return new Said("(" + inside.text + ")", inside.objects);
        }
        String text = texts.get(random.nextInt(texts.size()));
        // A leaf may be joined itself.
        return new Said("(" + text + ")", leaves.get(text));
    }
}
