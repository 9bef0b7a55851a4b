package io.github.memdump.analysis.known;

import io.github.memdump.analysis.suspect.HolderKind;
import io.github.memdump.analysis.suspect.SuspectHolder;
import java.util.Optional;

/** What a class holds that was loaded between the dumps: it may come once and stay so. */
final class LoadedOnce extends LeakRule {
    LoadedOnce() {
        super("loaded_once", "code that was loaded between the dumps, with what it keeps",
            "A file that is loaded on first use (autoload, a lazy require) brings classes, tables and constants once;"
                + " between the dumps before and after that it looks like growth.",
            "take a third dump: what was loaded once does not grow again");
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        long loaded = scene.suspect().holders().stream()
            .filter(holder -> holder.kind() == HolderKind.MODULE && holder.isAnchorNew()
                && !scene.heap().name(holder.anchor()).isEmpty()).mapToLong(SuspectHolder::objects).sum();
        long all = scene.suspect().holders().stream().mapToLong(SuspectHolder::objects).sum();
        return ifMost(loaded, all, "holders belong to a class or module that came between the dumps");
    }
}
