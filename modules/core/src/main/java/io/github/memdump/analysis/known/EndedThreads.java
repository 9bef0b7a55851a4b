package io.github.memdump.analysis.known;

import java.util.Optional;

/** Threads that ended and are still in a list: each keeps its value, its locals and its block. */
final class EndedThreads extends LeakRule {
    EndedThreads() {
        super("ended_threads", "threads that have ended and are still held",
            "A Thread object that is referred to after the thread has ended keeps the value that its block returned,"
                + " its thread-locals and what the block captured.",
            "take a thread out of the list when it has been joined, or keep its value alone");
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        long threads = scene.members(object -> scene.isData(object, RunningThreads.THREAD));
        long ended = scene.members(object -> scene.isData(object, RunningThreads.THREAD)
            && !RunningThreads.isRunning(scene, object));
        return threads * 2 < scene.members() ? Optional.empty()
            : ifMost(ended, threads, "threads that have gathered have ended: no Ractor lists them any more");
    }
}
