package io.github.memdump.analysis.known;

import io.github.memdump.heap.RecordTypes;
import java.util.Optional;

/** Threads that never end: a Ractor lists each as long as it runs. */
final class RunningThreads extends LeakRule {
    static final String THREAD = "VM/thread";

    RunningThreads() {
        super("running_threads", "ever more threads that do not end",
            "A thread lives, with its stack and all that its block captured, until its block returns; one that waits"
                + " for a queue, a lock or a socket that nobody serves waits for ever.",
            "end threads with their work: close the queue, set timeouts, use a pool of fixed size");
    }

    /** Returns whether the machine still lists a thread. */
    static boolean isRunning(Scene scene, int thread) {
        return scene.isReferredTo(thread, referrer -> scene.isData(referrer, "ractor") || scene.isData(referrer, "VM")
            || scene.heap().type(referrer) == RecordTypes.ROOT);
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        long threads = scene.members(object -> scene.isData(object, THREAD));
        long running = scene.members(object -> scene.isData(object, THREAD) && isRunning(scene, object));
        boolean isHeldByThem = threads * 2 >= scene.members() && threads > 1;
        return isHeldByThem && running * 2 > threads
            ? ifMost(running, threads, "threads that have gathered have not ended") : Optional.empty();
    }
}
