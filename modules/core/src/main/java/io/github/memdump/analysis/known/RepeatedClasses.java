package io.github.memdump.analysis.known;

import io.github.memdump.heap.RecordTypes;
import java.util.Optional;

/** Ever new classes, modules, singleton classes and inclusions, from one line. */
final class RepeatedClasses extends LeakRule {
    RepeatedClasses() {
        super("repeated_classes", "ever new classes, modules or inclusions",
            "Class.new, Struct.new, Module.new, extend and define_method in a method make a class or a method table"
                + " each time; caches of methods are lost each time too.",
            "make them once when the program is loaded, or keep them under a bounded key");
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        boolean areRecords = new RecordClasses().in(scene).isPresent();
        long classes = scene.members(object -> scene.isClass(object)
            || scene.heap().type(object) == RecordTypes.ICLASS);
        return areRecords ? Optional.empty() : ifMost(classes, scene.members(),
            "objects that have gathered are classes, modules or inclusions, made while running");
    }
}
