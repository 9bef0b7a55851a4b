package io.github.memdump.testing;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is new in a dump since another one, and the border between new and old. Identities are those of "after". */
public final class DiffOracle {
    private final Oracle before;
    private final Oracle after;
    private final Set<String> newObjects;

    DiffOracle(Oracle before, Oracle after) {
        this.before = before;
        this.after = after;
        this.newObjects = new LinkedHashSet<>(after.objects());
        newObjects.removeAll(before.objects());
    }

    /** Returns the objects of "after" that "before" does not have. */
    public Set<String> newObjects() {
        return Collections.unmodifiableSet(newObjects);
    }

    /** Returns the objects of "before" that "after" does not have. */
    public Set<String> goneObjects() {
        Set<String> gone = new LinkedHashSet<>(before.objects());
        gone.removeAll(after.objects());
        return gone;
    }

    /** Returns the new objects at an address where "before" has an object too. */
    public Set<String> reusedAddresses() {
        Set<String> addressesBefore = new HashSet<>();
        before.dump.records.values().forEach(record -> addressesBefore.add(record.address));
        return after.objectsWhere(record -> !record.isRoot() && newObjects.contains(record.identity)
            && addressesBefore.contains(record.address));
    }

    /** Returns the new objects that have no generation. */
    public Set<String> newWithoutGeneration() {
        return after.objectsWhere(record -> newObjects.contains(record.identity) && !record.hasGeneration);
    }

    /** Returns the bytes of the new objects. */
    public long newMemsize() {
        return newObjects.stream().mapToLong(after::memsize).sum();
    }

    /** Returns the new objects counted by class name, the most frequent first, then by name. */
    public List<HistogramRow> rowsByClass() {
        return after.rows(newObjects, after::className);
    }

    /** Returns the old border: old objects that refer to a new one. */
    public Set<String> oldBorder() {
        Set<String> border = new LinkedHashSet<>(after.objects());
        border.removeAll(newObjects);
        border.removeIf(object -> after.graph().get(object).stream().noneMatch(newObjects::contains));
        return border;
    }

    /** Returns the new border: new objects that an old one refers to. */
    public Set<String> newBorder() {
        Set<String> border = new LinkedHashSet<>();
        oldBorder().forEach(holder -> border.addAll(after.graph().get(holder)));
        border.retainAll(newObjects);
        return border;
    }

    /** Returns how many references lead from an old object to a new one. */
    public long edgesAcross() {
        return oldBorder().stream()
            .mapToLong(holder -> after.graph().get(holder).stream().filter(newObjects::contains).count()).sum();
    }

    /** Returns how many objects of "after" can be reached from an object, itself included. */
    public long keepaliveCount(String object) {
        return after.reachableFrom(object).size();
    }

    /** Returns how many new objects can be reached from an object over new objects only; 0 for an old object. */
    public long keepaliveNewCount(String object) {
        return Walks.reach(after.graph(), List.of(object), newObjects::contains).size();
    }

    /** Returns how many new objects can be reached through an old object over new objects only. */
    public long keptNewThrough(String holder) {
        Set<String> starts = new LinkedHashSet<>(after.graph().get(holder));
        starts.retainAll(newObjects);
        return Walks.reach(after.graph(), starts, newObjects::contains).size();
    }
}
