package io.github.memdump.answer.content.record;

import io.github.memdump.analysis.collection.CollectionPlace;
import io.github.memdump.answer.content.NameWords;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.RecordTypes;
import io.github.memdump.names.Certainty;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.view.ObjectNames;

/** Where collections are held, in a few words: "Shop::Cart#@lines", "constant Shop::ITEMS". Immutable, thread-safe. */
final class CollectionPlaceWords {
    private static final String TOP = "Object";

    private final Heap heap;
    private final ObjectNames objects;

    CollectionPlaceWords(Heap heap) {
        this.heap = heap;
        this.objects = new ObjectNames(heap);
    }

    /** Returns what the holder is called. */
    String holder(CollectionPlace place) {
        return place.holder() == Heap.NO_OBJECT ? "" : objects.of(place.holder());
    }

    /** Returns the place. */
    String of(CollectionPlace place) {
        StringBuilder words = new StringBuilder();
        for (int i = place.inside().size() - 1; i >= 0; i--) {
            ReferenceKind kind = place.inside().get(i);
            words.append(kind == ReferenceKind.INDEX ? "elements" : kind.id() + "s").append(" of ");
        }
        return words.append(place.holder() == Heap.NO_OBJECT ? "(held by nothing in the dump)" : outermost(place))
            .toString();
    }

    private String outermost(CollectionPlace place) {
        String name = NameWords.of(place.kind(), place.names(), place.certainty());
        String holder = objects.of(place.holder());
        boolean isNamed = !place.names().isEmpty();
        switch (place.kind()) {
            case CONSTANT:
                return isNamed ? constant(place) : name + " of " + holder;
            case CLASS_IVAR:
            case CLASS_VARIABLE:
                return isNamed ? holder + " " + name : "a variable of " + holder;
            case IVAR:
            case MEMBER:
                return isNamed ? holder + "#" + joined(place) : name + " of " + holder;
            case GLOBAL:
                return name;
            case LOCAL:
            case THREAD_LOCAL:
                return name + (heap.type(place.holder()) == RecordTypes.IMEMO ? "" : " of " + holder);
            case INDEX:
                return "elements of " + holder;
            case KEY:
            case VALUE:
                return place.kind().id() + "s of " + holder;
            default:
                return holder;
        }
    }

    /** A constant stands behind the name of its module, that of the top by itself. */
    private String constant(CollectionPlace place) {
        String module = heap.name(place.holder());
        String prefix = module.isEmpty() || module.equals(TOP) ? "" : module + "::";
        return "constant " + prefix + joined(place);
    }

    private static String joined(CollectionPlace place) {
        boolean isLikely = place.certainty() == Certainty.LIKELY;
        return String.join(place.certainty() == Certainty.CERTAIN ? " and " : " or ", place.names())
            + (isLikely ? " (likely)" : "");
    }
}
