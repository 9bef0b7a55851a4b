package io.github.memdump.analysis.known;

import java.util.Optional;
import java.util.Set;

/** Code that is compiled again and again: eval, class_eval of strings, templates without a cache. */
final class CompiledAgain extends LeakRule {
    private static final Set<String> CODE = Set.of("iseq", "ment", "callcache", "callinfo", "constcache", "cref");

    CompiledAgain() {
        super("compiled_again", "code that is compiled again and again",
            "eval, instance_eval and class_eval of a string, RubyVM::InstructionSequence.compile and templates"
                + " compile anew each time they run; methods and closures keep what was compiled.",
            "compile once and keep the method or the template, or use define_method with a block");
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        boolean isCallCache = new CallCaches().in(scene).isPresent();
        long code = scene.members(object -> CODE.stream().anyMatch(kind -> scene.isImemo(object, kind)));
        return isCallCache ? Optional.empty()
            : ifMost(code, scene.members(), "objects that have gathered are compiled code");
    }
}
