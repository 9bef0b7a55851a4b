package io.github.memdump.analysis.known;

import java.util.Optional;
import java.util.regex.Pattern;

/** Ever new classes of ActiveRecord: each brings its schema, its callbacks, its modules and its locks. */
final class RecordClasses extends LeakRule {
    static final Pattern BASE = Pattern.compile("^(ActiveRecord::Base|ApplicationRecord|Sequel::Model)$");
    private static final int DEEPEST = 4;

    RecordClasses() {
        super("record_classes", "ever new classes of models",
            "A class of ActiveRecord or Sequel that is made while running brings columns, callbacks, modules and locks"
                + " of its own, some KiB each, and its superclass and caches may list it for ever.",
            "make the class once for each table and keep it under a constant or a bounded key");
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        long records = scene.members(object -> scene.isClass(object) && isRecord(scene, object, 0));
        return ifMost(records, scene.members(), "objects that have gathered are classes of models");
    }

    private static boolean isRecord(Scene scene, int object, int depth) {
        return scene.refers(object, target -> scene.isClass(target) && (scene.isNamed(target, BASE)
            || (depth < DEEPEST && scene.heap().name(target).isEmpty() && target != object
            && isRecord(scene, target, depth + 1))));
    }
}
