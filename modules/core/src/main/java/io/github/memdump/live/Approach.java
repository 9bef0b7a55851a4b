package io.github.memdump.live;

import io.github.memdump.live.attach.Tracer;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;

/** Which ways to ask a process are taken, and how long an answer is waited for. Immutable. */
public final class Approach {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Optional<Way> via;
    private final boolean wakes;
    private final Duration patience;
    private final Consumer<String> listener;
    private final Optional<Tracer> tracer;

    private Approach(Optional<Way> via, boolean wakes, Duration patience, Consumer<String> listener,
        Optional<Tracer> tracer) {
        this.via = via;
        this.wakes = wakes;
        this.patience = patience;
        this.listener = listener;
        this.tracer = tracer;
    }

    /** Returns the usual one: all ways in their order, 30 seconds, a process that sleeps is woken. */
    public static Approach usual() {
        return new Approach(Optional.empty(), true, PATIENCE, said -> { }, Optional.empty());
    }

    /** Returns the same with one way alone. */
    public Approach via(Way way) {
        return new Approach(Optional.of(way), wakes, patience, listener, tracer);
    }

    /** Returns the same that sends no signal: a main thread that sleeps is asked when it goes on. */
    public Approach withoutWaking() {
        return new Approach(via, false, patience, listener, tracer);
    }

    /** Returns the same that waits as long for the first sign of life. */
    public Approach waiting(Duration longest) {
        return new Approach(via, wakes, longest, listener, tracer);
    }

    /** Returns the same that says, in sentences, which way is taken and why another was not. */
    public Approach saying(Consumer<String> said) {
        return new Approach(via, wakes, patience, said, tracer);
    }

    /** Returns the same that attaches by calls which a program brings along, in place of those that a service has. */
    public Approach attachingBy(Tracer calls) {
        return new Approach(via, wakes, patience, listener, Optional.of(calls));
    }

    /** Returns what attaches, nothing where that library is not there. */
    Optional<Tracer> tracer() {
        return tracer.or(() -> ServiceLoader.load(Tracer.class, Tracer.class.getClassLoader()).findFirst());
    }

    Optional<Way> via() {
        return via;
    }

    boolean wakes() {
        return wakes;
    }

    Duration patience() {
        return patience;
    }

    void say(String sentence) {
        listener.accept(sentence);
    }
}
