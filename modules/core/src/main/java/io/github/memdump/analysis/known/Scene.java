package io.github.memdump.analysis.known;

import io.github.memdump.analysis.suspect.HolderKind;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.graph.Graph;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A suspect and what is around it, as rules look at them. Immutable. */
final class Scene {
    private final Heap heap;
    private final Suspect suspect;
    private final int[] members;

    Scene(Heap heap, Suspect suspect) {
        this.heap = heap;
        this.suspect = suspect;
        this.members = suspect.members();
    }

    Heap heap() {
        return heap;
    }

    Suspect suspect() {
        return suspect;
    }

    /** Returns how many objects have gathered. */
    int members() {
        return members.length;
    }

    /** Returns how many of them meet a condition. */
    long members(IntPredicate condition) {
        return IntStream.of(members).filter(condition).count();
    }

    /** Returns how many different objects they refer to that meet a condition. */
    int referred(IntPredicate condition) {
        Set<Integer> met = new HashSet<>();
        Graph references = heap.references();
        for (int member : members) {
            for (int i = references.from(member); i < references.to(member); i++) {
                if (condition.test(references.target(i))) {
                    met.add(references.target(i));
                }
            }
        }
        return met.size();
    }

    /** Returns whether an object refers to one that meets a condition. */
    boolean refers(int object, IntPredicate condition) {
        Graph references = heap.references();
        for (int i = references.from(object); i < references.to(object); i++) {
            if (condition.test(references.target(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether one that meets a condition refers to an object. */
    boolean isReferredTo(int object, IntPredicate condition) {
        Graph referrers = heap.referrers();
        for (int i = referrers.from(object); i < referrers.to(object); i++) {
            if (condition.test(referrers.target(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether something on the way from the roots to what has gathered meets a condition. */
    boolean isOnTheWay(IntPredicate condition) {
        return suspect.holders().stream().flatMapToInt(holder -> IntStream.of(holder.path())).anyMatch(condition)
            || suspect.holders().stream().mapToInt(SuspectHolder::object).anyMatch(condition)
            || condition.test(suspect.object()) || (suspect.accumulationPoint() >= 0
            && condition.test(suspect.accumulationPoint()));
    }

    /** Returns whether a kind of holder is what the suspect is held by in the first place. */
    boolean isHeldBy(HolderKind kind) {
        return !suspect.holders().isEmpty() && suspect.holders().get(0).kind() == kind;
    }

    /** Returns whether an object is DATA of a C struct. */
    boolean isData(int object, String struct) {
        return heap.type(object) == RecordTypes.DATA && heap.name(object).equals(struct);
    }

    /** Returns whether an object is an IMEMO of a kind. */
    boolean isImemo(int object, String kind) {
        return heap.type(object) == RecordTypes.IMEMO && heap.name(object).equals(kind);
    }

    /** Returns whether an object is a class or a module. */
    boolean isClass(int object) {
        return heap.type(object) == RecordTypes.CLASS || heap.type(object) == RecordTypes.MODULE;
    }

    /** Returns whether the name of an object's class, or of a class or module itself, matches. */
    boolean isNamed(int object, Pattern name) {
        return name.matcher(isClass(object) ? heap.name(object) : heap.className(object)).find();
    }
}
