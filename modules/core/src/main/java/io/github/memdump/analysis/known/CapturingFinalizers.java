package io.github.memdump.analysis.known;

import io.github.memdump.analysis.suspect.HolderKind;
import java.util.Optional;

/** Finalizers that capture the object which they are for, so that it is never collected. */
final class CapturingFinalizers extends LeakRule {
    CapturingFinalizers() {
        super("capturing_finalizers", "finalizers that capture their object",
            "ObjectSpace.define_finalizer keeps its block until the object is collected. A block made in a method of"
                + " the object captures self, the object, which therefore never is collected.",
            "make the block in a class method that gets only what it needs, such as the path or the descriptor");
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        long closures = scene.members(object -> scene.isData(object, "proc") || scene.isData(object, "method"));
        return scene.isHeldBy(HolderKind.FINALIZER)
            ? ifMost(closures, scene.members(), "objects that the table of finalizers holds are closures")
            : Optional.empty();
    }
}
