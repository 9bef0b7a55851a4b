package io.github.memdump.analysis.known;

import io.github.memdump.analysis.suspect.HolderKind;
import io.github.memdump.analysis.suspect.SuspectHolder;
import java.util.Optional;

/** Locals of threads and fibers that live as long as the pool: nothing clears them between two rounds. */
final class ThreadLocals extends LeakRule {
    ThreadLocals() {
        super("thread_locals", "locals of threads that a pool keeps",
            "Thread.current[:name], thread variables and locals around a loop live as long as the thread or fiber. A"
                + " server's or a pool's threads live as long as the process, so what one request adds to them stays.",
            "clear them at the end of each request (ensure), or pass the data along instead");
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        if (!scene.isHeldBy(HolderKind.THREAD) && !scene.isHeldBy(HolderKind.FIBER)) {
            return Optional.empty();
        }
        SuspectHolder holder = scene.suspect().holders().get(0);
        boolean isItself = scene.members(object -> scene.isData(object, RunningThreads.THREAD)) > 0;
        long places = Math.max(scene.suspect().alike(), holder.objects());
        return isItself || holder.isAnchorNew() ? Optional.empty()
            : ifMost(places, places, "places where it gathers belong to threads or fibers that were there before");
    }
}
