package io.github.memdump.analysis.known;

import java.util.Optional;

/** Call sites that remember the singleton method which they called last, and so the object that has it. */
final class CallCaches extends LeakRule {
    private static final String CACHE = "callcache";

    CallCaches() {
        super("call_caches", "call caches that keep an object by its singleton method",
            "Each place in the code that calls a method remembers the method that it found. If that was a singleton"
                + " method (extend, define_singleton_method, instance_eval of a def), the cache keeps the object that"
                + " has it until the place calls another method: one object for each place. A dump leaves out the"
                + " reference from a method to its class, so that such objects may look like garbage in it.",
            "give the class the method instead of each object, or call it with public_send, which has no cache");
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        boolean isCached = !scene.suspect().holders().isEmpty()
            && scene.isImemo(scene.suspect().holders().get(0).object(), CACHE);
        return isCached ? ifMost(scene.members(object -> isOfSingleton(scene, object)), scene.members(),
            "methods that call caches hold are of no class with a name") : Optional.empty();
    }

    /** A named class lists its methods. The dump leaves out the reference from a method to its class. */
    private static boolean isOfSingleton(Scene scene, int object) {
        return scene.isImemo(object, "ment") && scene.isReferredTo(object, referrer -> scene.isImemo(referrer, CACHE))
            && !scene.isReferredTo(object, referrer -> scene.isClass(referrer)
            && !scene.heap().name(referrer).isEmpty());
    }
}
