package io.github.memdump.live;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Which ways to ask a process are taken, and how long an answer is waited for. Immutable. */
public final class Approach {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Optional<Way> via;
    private final boolean wakes;
    private final Duration patience;
    private final Consumer<String> listener;

    private Approach(Optional<Way> via, boolean wakes, Duration patience, Consumer<String> listener) {
        this.via = via;
        this.wakes = wakes;
        this.patience = patience;
        this.listener = listener;
    }

    /** Returns the usual one: all ways in their order, 30 seconds, a process that sleeps is woken. */
    public static Approach usual() {
        return new Approach(Optional.empty(), true, PATIENCE, said -> { });
    }

    /** Returns the same with one way alone. */
    public Approach via(Way way) {
        return new Approach(Optional.of(way), wakes, patience, listener);
    }

    /** Returns the same that sends no signal: a main thread that sleeps is asked when it goes on. */
    public Approach withoutWaking() {
        return new Approach(via, false, patience, listener);
    }

    /** Returns the same that waits as long for the first sign of life. */
    public Approach waiting(Duration longest) {
        return new Approach(via, wakes, longest, listener);
    }

    /** Returns the same that says, in sentences, which way is taken and why another was not. */
    public Approach saying(Consumer<String> said) {
        return new Approach(via, wakes, patience, said);
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
