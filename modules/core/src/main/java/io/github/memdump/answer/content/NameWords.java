package io.github.memdump.answer.content;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.Certainty;
import io.github.memdump.names.HeldObjects;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.names.ReferenceName;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.view.ObjectNames;
import java.util.List;
import java.util.function.ToIntFunction;

/** How names of references read. */
public final class NameWords {
    private NameWords() {
    }

    /** Returns a name for machines: an object with kind, names and certainty. */
    public static Answer via(ReferenceName name) {
        return Answer.builder().fact("kind", name.kind().id()).list("names", name.names())
            .fact("certainty", name.certainty().id()).factIf(name.cases() > 0, "cases", name.cases()).build();
    }

    /** Returns a column for machines of what references are called; null where that was not asked. */
    public static <R> TableColumn<R> via(String field, ReferenceNames names, ToIntFunction<R> holder,
            ToIntFunction<R> held) {
        return TableColumn.inner(field, row -> !names.isAsked(holder.applyAsInt(row)) ? null
            : via(names.of(holder.applyAsInt(row), held.applyAsInt(row))));
    }

    /** Returns columns of what references are called, for machines and for people. */
    public static <R> List<TableColumn<R>> columns(ReferenceNames names, ToIntFunction<R> holder,
            ToIntFunction<R> held) {
        return List.of(via("via", names, holder, held),
            TableColumn.<R>text(CellKind.NAME, "held_by", row -> !names.isAsked(holder.applyAsInt(row)) ? ""
                : names.words(holder.applyAsInt(row), held.applyAsInt(row))).titled("held by"));
    }

    /** Returns these columns of objects that are shown by themselves, for people with whose a variable is. */
    public static <R> List<TableColumn<R>> columns(HeldObjects held, Heap heap, ToIntFunction<R> object) {
        ReferenceNames names = held.names();
        OwnerWords owners = new OwnerWords(new ObjectNames(heap), names);
        return List.of(via("via", names, row -> held.holder(object.applyAsInt(row)), object),
            TableColumn.<R>text(CellKind.NAME, "held_by", row -> words(held, owners, object.applyAsInt(row)))
                .titled("held by"));
    }

    private static String words(HeldObjects held, OwnerWords owners, int object) {
        int holder = held.holder(object);
        if (!held.names().isAsked(holder)) {
            return "";
        }
        String words = owners.of(held.owner(object), held.names().of(holder, object));
        return words.isEmpty() ? held.names().words(holder, object) : words;
    }

    /** Returns a name for people; see {@link ReferenceName#words}. */
    public static String of(ReferenceKind kind, List<String> names, Certainty certainty) {
        return ReferenceName.words(kind, names, certainty, 0);
    }

    /** Returns a name for people; see {@link ReferenceName#words}. */
    public static String of(ReferenceName name) {
        return name.words();
    }
}
