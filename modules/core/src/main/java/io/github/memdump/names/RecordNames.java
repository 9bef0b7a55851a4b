package io.github.memdump.names;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names all references of a record, in its order. Linear time in their number. Thread-safe. */
final class RecordNames {
    private static final String STRUCT = "STRUCT";
    private static final String CODE_TYPE = "ICLASS";

    private final NameContext context;
    private final Heap heap;
    private final CollectionNames collections;

    RecordNames(NameContext context) {
        this.context = context;
        this.heap = context.heap();
        this.collections = new CollectionNames(context);
    }

    /** Returns the names of the references of a record. */
    ReferenceName[] of(HolderRecord holder) {
        ReferenceName[] names = byType(holder);
        if (!context.told().isEmpty()) {
            told(holder, names);
        }
        return names;
    }

    /** Notes what the values of an object's variables are, where all their names are certain. */
    void noteCertain(HolderRecord holder) {
        ReferenceName[] names = of(holder);
        List<String> known = new ArrayList<>();
        for (ReferenceName name : names) {
            if (name.certainty() != Certainty.CERTAIN || name.names().isEmpty()) {
                return;
            }
            known.add(name.names().get(0));
        }
        int owner = holder.isFields() ? heap.at(holder.recordedClass) : holder.object;
        if (owner != Heap.NO_OBJECT && !known.isEmpty()) {
            context.evidence().note(heap.classNumber(owner), known, holder.targets);
        }
    }

    private ReferenceName[] byType(HolderRecord holder) {
        switch (holder.type) {
            case RecordTypes.CLASS:
            case RecordTypes.MODULE:
                return new ModuleNames(context, holder).names();
            case RecordTypes.ARRAY:
                return collections.ofArray(holder);
            case RecordTypes.HASH:
                return collections.ofHash(holder);
            case RecordTypes.OBJECT:
                return variables(holder, holder.object);
            case RecordTypes.STRING:
                return string(holder);
            case RecordTypes.IMEMO:
                return imemo(holder);
            case RecordTypes.ROOT:
                return all(holder, holder.name.equals("global_tbl") ? ReferenceName.of(ReferenceKind.GLOBAL)
                    : ReferenceName.UNKNOWN);
            default:
                String type = heap.typeName(holder.object);
                return type.equals(STRUCT) ? collections.ofStruct(holder)
                    : others(holder, type.equals(CODE_TYPE) ? ReferenceName.CODE : ReferenceName.UNKNOWN);
        }
    }

    private static ReferenceName[] all(HolderRecord holder, ReferenceName name) {
        ReferenceName[] names = new ReferenceName[holder.size()];
        Arrays.fill(names, name);
        return names;
    }

    /** Names what Ruby keeps for itself in any object. */
    private ReferenceName[] others(HolderRecord holder, ReferenceName own) {
        ReferenceName[] names = new ReferenceName[holder.size()];
        for (int place : context.withoutFields(holder, names)) {
            boolean isOwn = holder.targets[place] != Heap.NO_OBJECT
                && heap.type(holder.targets[place]) == RecordTypes.IMEMO;
            names[place] = isOwn && !heap.name(holder.targets[place]).equals("env") ? own : ReferenceName.UNKNOWN;
        }
        return names;
    }

    private ReferenceName[] variables(HolderRecord holder, int owner) {
        ReferenceName[] names = new ReferenceName[holder.size()];
        int[] places = context.withoutFields(holder, names);
        ReferenceName[] own = context.variableNames(holder, owner, places);
        for (int i = 0; i < places.length; i++) {
            names[places[i]] = own[i];
        }
        return names;
    }

    /** A string holds the one whose bytes it uses, and its variables before it. */
    private ReferenceName[] string(HolderRecord holder) {
        ReferenceName[] names = new ReferenceName[holder.size()];
        int[] places = context.withoutFields(holder, names);
        int own = places.length - (holder.shared ? 1 : 0);
        if (own < 0) {
            return names;
        }
        if (own < places.length) {
            names[places[own]] = ReferenceName.UNKNOWN;
        }
        ReferenceName[] variables = context.variableNames(holder, holder.object, Arrays.copyOf(places, own));
        for (int i = 0; i < own; i++) {
            names[places[i]] = variables[i];
        }
        return names;
    }

    private ReferenceName[] imemo(HolderRecord holder) {
        if (holder.isFields()) {
            return variables(holder, heap.at(holder.recordedClass));
        }
        if (!holder.name.equals("env")) {
            return all(holder, ReferenceName.CODE);
        }
        ReferenceName[] names = new ReferenceName[holder.size()];
        for (int i = 0; i < names.length; i++) {
            int target = holder.targets[i];
            boolean isOwn = target != Heap.NO_OBJECT && heap.type(target) == RecordTypes.IMEMO;
            names[i] = isOwn ? heap.name(target).equals("env") ? ReferenceName.UNKNOWN : ReferenceName.CODE
                : ReferenceName.likely(ReferenceKind.LOCAL);
        }
        return names;
    }

    /** Puts in the names that the process told, where the record has as many references as it told names. */
    private void told(HolderRecord holder, ReferenceName[] names) {
        Map<Long, List<ProcessNames.Told>> found = new HashMap<>();
        Map<Long, Integer> taken = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            long address = holder.references[i];
            List<ProcessNames.Told> all = context.told().of(address);
            ReferenceKind kind = names[i].kind();
            if (all.isEmpty() || kind == ReferenceKind.SUPERCLASS || kind == ReferenceKind.SINGLETON) {
                continue;
            }
            List<ProcessNames.Told> here = found.computeIfAbsent(address, any -> here(holder, all));
            int next = taken.merge(address, 1, Integer::sum) - 1;
            if (next < here.size()) {
                names[i] = ReferenceName.certain(here.get(next).kind, here.get(next).name);
            }
        }
    }

    private List<ProcessNames.Told> here(HolderRecord holder, List<ProcessNames.Told> all) {
        List<ProcessNames.Told> here = new ArrayList<>();
        for (ProcessNames.Told one : all) {
            boolean fits;
            switch (one.kind) {
                case GLOBAL:
                    fits = heap.isRoot(holder.object) && holder.name.equals("global_tbl");
                    break;
                case LOCAL:
                    fits = holder.type == RecordTypes.IMEMO && holder.name.equals("env")
                        && context.isNear(one.owner, holder.object, 20);
                    break;
                case THREAD_LOCAL:
                    fits = holder.type != RecordTypes.ROOT && (heap.address(holder.object) == one.owner
                        || context.isNear(one.owner, holder.object, 3));
                    break;
                default:
                    fits = context.owners(holder).contains(one.owner)
                        && (one.kind != ReferenceKind.CONSTANT || holder.isModule());
            }
            if (fits) {
                here.add(one);
            }
        }
        return here;
    }
}
