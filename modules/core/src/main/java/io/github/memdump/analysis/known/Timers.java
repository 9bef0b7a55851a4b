package io.github.memdump.analysis.known;

import java.util.Optional;
import java.util.regex.Pattern;

/** Timers that were set and neither fired nor were cancelled: their queue holds each with its block. */
final class Timers extends LeakRule {
    private static final Pattern TIMER = Pattern.compile("(^|::)(Timer|TimerSet|TimerTask|TimerThread|ScheduledTask"
        + "|PeriodicTimer|Timers|Scheduler)$|^Timeout(::|$)|^(Concurrent::Timer|Timers::|Rufus::Scheduler)");

    Timers() {
        super("timers", "timers that are set and never cancelled",
            "A queue of timers holds each timer, its block and what the block captured, until it fires; a repeating"
                + " one for ever.",
            "cancel the timer when what it is for has ended, or let one timer look after all");
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        long timers = scene.members(object -> scene.isNamed(object, TIMER));
        if (timers * 2 >= scene.members()) {
            return ifMost(timers, scene.members(), "objects that have gathered are timers");
        }
        return scene.isOnTheWay(object -> !scene.isClass(object) && scene.isNamed(object, TIMER))
            ? ifMost(scene.members(), scene.members(), "objects that have gathered are held by a queue of timers")
            : Optional.empty();
    }
}
