package io.github.memdump.names;

import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.heap.RecordTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Names of what arrays, hashes and structs hold: positions. An array or hash with as many references as places holds an
 * object at each; with fewer, the i-th of m references is at one of the places i … i+n−m of n. Immutable.
 */
final class CollectionNames {
    private static final ReferenceName INDEX = ReferenceName.of(ReferenceKind.INDEX);
    private static final ReferenceName KEY = ReferenceName.of(ReferenceKind.KEY);
    private static final ReferenceName VALUE = ReferenceName.of(ReferenceKind.VALUE);
    private static final ReferenceName SOME_VALUE = ReferenceName.oneOf(ReferenceKind.VALUE, List.of());

    private final NameContext context;

    CollectionNames(NameContext context) {
        this.context = context;
    }

    /** Returns the names of an array's references. */
    ReferenceName[] ofArray(HolderRecord array) {
        ReferenceName[] names = new ReferenceName[array.size()];
        int[] all = context.withoutFields(array, names);
        Optional<List<ReferenceName>> variables = context.collectionVariables(array, all.length);
        int[] own = behind(variables, all, array.shared ? 1 : array.length, names);
        if (array.shared || array.length < 0) {
            // It holds the array whose elements it uses, or more than it should.
            Arrays.stream(own).forEach(place -> names[place] = ReferenceName.UNKNOWN);
            return names;
        }
        boolean hasVariables = variables.isEmpty() && !context.shapes().names(array.shape).isEmpty()
            && own.length == array.size();
        long free = array.length - own.length;
        for (int i = 0; i < own.length; i++) {
            names[own[i]] = free < 0 ? ReferenceName.UNKNOWN : !array.isWanted(own[i]) ? INDEX
                : free == 0 && !hasVariables ? ReferenceName.certain(ReferenceKind.INDEX, Integer.toString(i))
                : ReferenceName.oneOf(ReferenceKind.INDEX, hasVariables ? List.of() : places(i, free));
        }
        return names;
    }

    /**
     * Names the variables of a collection and returns the places behind them. They are certain where what is left is as
     * much as the collection may contain.
     */
    private static int[] behind(Optional<List<ReferenceName>> variables, int[] places, long most,
            ReferenceName[] names) {
        int count = variables.map(List::size).orElse(0);
        if (count > places.length) {
            return places;
        }
        for (int i = 0; i < count; i++) {
            ReferenceName name = variables.get().get(i);
            names[places[i]] = places.length - count == most ? name : name.atMostLikely();
        }
        return Arrays.copyOfRange(places, count, places.length);
    }

    private static List<String> places(int from, long more) {
        List<String> places = new ArrayList<>();
        for (long place = from; place <= from + more && places.size() <= ReferenceName.MOST; place++) {
            places.add(Long.toString(place));
        }
        return places;
    }

    /** Returns the names of a hash's references. */
    ReferenceName[] ofHash(HolderRecord hash) {
        ReferenceName[] names = new ReferenceName[hash.size()];
        int[] all = context.withoutFields(hash, names);
        Optional<List<ReferenceName>> variables = context.collectionVariables(hash, all.length);
        int[] own = behind(variables, all, 2 * hash.size, names);
        int count = own.length;
        long defaultAddress = hash.defaultProc != Addresses.NONE ? hash.defaultProc
            : context.told().defaultOf(context.heap().address(hash.object));
        if (count > 0 && defaultAddress != Addresses.NONE
            && hash.references[own[count - 1]] == defaultAddress) {
            names[own[--count]] = ReferenceName.UNKNOWN;
        }
        boolean hasVariables = variables.isEmpty() && !context.shapes().names(hash.shape).isEmpty()
            && own.length == hash.size();
        boolean whole = count == 2 * hash.size && !hasVariables && keysAreFrozen(hash, own, count);
        for (int i = 0; i < count; i++) {
            ReferenceKind kind = i % 2 == 0 ? ReferenceKind.KEY : ReferenceKind.VALUE;
            names[own[i]] = !whole ? SOME_VALUE : hash.isWanted(own[i])
                ? ReferenceName.certain(kind, Integer.toString(i / 2)) : kind == ReferenceKind.KEY ? KEY : VALUE;
        }
        return names;
    }

    /**
     * Returns whether all strings at the places of keys are frozen, as Ruby freezes the keys of a hash: where one is
     * not, a value is missing, and the object that a hash returns for absent keys makes up the number.
     */
    private boolean keysAreFrozen(HolderRecord hash, int[] own, int count) {
        for (int i = 0; i < count; i += 2) {
            int key = hash.targets[own[i]];
            if (key >= 0 && context.heap().type(key) == RecordTypes.STRING && context.isUnfrozen(key)) {
                return false;
            }
        }
        return true;
    }


    /** Returns the names of a struct's references. */
    ReferenceName[] ofStruct(HolderRecord struct) {
        ReferenceName[] names = new ReferenceName[struct.size()];
        int[] own = context.withoutFields(struct, names);
        ReferenceName[] members = context.structNames(struct, own.length);
        boolean isTold = members.length == own.length;
        if (!isTold && !context.shapes().names(struct.shape).isEmpty() && own.length == struct.size()) {
            Arrays.fill(names, ReferenceName.UNKNOWN);
            return names;
        }
        members = isTold ? members : context.memberNames(struct, own);
        for (int i = 0; i < own.length; i++) {
            names[own[i]] = members[i];
        }
        return names;
    }
}
