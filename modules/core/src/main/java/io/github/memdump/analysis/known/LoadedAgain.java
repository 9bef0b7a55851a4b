package io.github.memdump.analysis.known;

import java.util.Optional;

/** Closures made at one place, each of code of its own: the file or the string is loaded again and again. */
final class LoadedAgain extends LeakRule {
    private static final int MANY = 10;

    LoadedAgain() {
        super("loaded_again", "a file or a string of code that is loaded again and again",
            "load, eval and reloading run the same code anew: what it registers comes once more each time, and"
                + " what was registered before keeps the old code.",
            "load it once (require), or empty the registry before it is loaded again");
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        long closures = scene.members(object -> scene.isData(object, "proc"));
        int codes = closures * 2 < scene.members() ? 0 : scene.referred(object -> scene.isImemo(object, "iseq"));
        return codes < MANY ? Optional.empty()
            : ifMost(codes, closures, "closures that have gathered have code of their own: it was loaded for each");
    }
}
