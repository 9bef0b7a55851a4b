package io.github.memdump.analysis.known;

import io.github.memdump.analysis.suspect.HolderKind;
import io.github.memdump.heap.RecordTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ever new names of instance variables, methods and constants: Ruby keeps each name for good. */
final class EverNewNames extends LeakRule {
    private static final Set<String> NAMING = Set.of("instance_variable_set", "define_method",
        "define_singleton_method", "const_set", "class_variable_set", "attr_accessor", "method_missing", "OpenStruct");

    EverNewNames() {
        super("ever_new_names", "ever new names of variables or methods",
            "instance_variable_set, define_method and const_set with a name that depends on data make Ruby keep each"
                + " name for ever, and give the class a table of all of them.",
            "keep such data in a Hash under its key");
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        long names = scene.members(object -> scene.heap().type(object) == RecordTypes.STRING
            && NAMING.contains(scene.heap().sites().method(scene.heap().site(object))));
        boolean isHeldByRuby = List.of(HolderKind.VM, HolderKind.CODE).stream().anyMatch(scene::isHeldBy);
        return isHeldByRuby ? ifMost(names, scene.members(),
            "strings that have gathered were made where names are given to variables, methods or constants")
            : Optional.empty();
    }
}
