package io.github.memdump.analysis.known;

import io.github.memdump.heap.SiteTable;
import java.util.Optional;
import java.util.regex.Pattern;

/** Subscribers, observers and listeners that nobody takes out again. */
final class Subscribers extends LeakRule {
    private static final Pattern NOTIFIER = Pattern.compile("Notifications::Fanout|^Wisper|^Dry::Events|^Observable$"
        + "|Observer(Set|Registry)?$|Subscriber");
    private static final String OBSERVABLE = "/observer.rb";

    Subscribers() {
        super("subscribers", "subscribers that are never taken out",
            "A notifier (ActiveSupport::Notifications, Observable, Wisper and the like) holds each subscriber, and"
                + " with its block all that this captured, until it is unsubscribed.",
            "keep what subscribe returns and unsubscribe it, or subscribe once when the program starts");
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        long subscribers = scene.members(object -> scene.isNamed(object, NOTIFIER));
        if (subscribers * 2 >= scene.members()) {
            return ifMost(subscribers, scene.members(), "objects that have gathered are subscribers");
        }
        return scene.isOnTheWay(object -> scene.isNamed(object, NOTIFIER) || isOfObservable(scene, object))
            ? ifMost(scene.members(), scene.members(), "objects that have gathered are held by a notifier")
            : Optional.empty();
    }

    /** The Hash of peers is made in Ruby's own file. */
    private static boolean isOfObservable(Scene scene, int object) {
        int site = scene.heap().site(object);
        return site != SiteTable.NO_SITE && scene.heap().sites().file(site).endsWith(OBSERVABLE);
    }
}
