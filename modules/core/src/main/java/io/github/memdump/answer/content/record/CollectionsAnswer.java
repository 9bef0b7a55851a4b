package io.github.memdump.answer.content.record;

import io.github.memdump.analysis.collection.CollectionGroup;
import io.github.memdump.analysis.collection.CollectionKind;
import io.github.memdump.analysis.collection.CollectionTotal;
import io.github.memdump.analysis.collection.Waste;
import io.github.memdump.analysis.collection.WastefulCollection;
import io.github.memdump.analysis.collection.WastefulCollections;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.array.Saturating;
import io.github.memdump.heap.Heap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collections that take more memory than their contents need. Immutable, thread-safe. */
public final class CollectionsAnswer implements RowsAnswer {
    private static final int SHOWN = 20;
    private static final int LARGEST = 10;
    private static final Map<CollectionKind, String> KINDS = Map.of(CollectionKind.ARRAY, "arrays",
        CollectionKind.HASH, "hashes", CollectionKind.SET, "sets", CollectionKind.STRING, "strings");

    private final Heap heap;
    private final CollectionPlaceWords places;
    private final WastefulCollections found;

    /** Prepares to speak of the collections of a heap. */
    public CollectionsAnswer(Heap heap, WastefulCollections found) {
        this.heap = heap;
        this.places = new CollectionPlaceWords(heap);
        this.found = found;
    }

    @Override
    public Answer answer() {
        long count = found.totals().stream().mapToLong(CollectionTotal::count).sum();
        long memsize = found.totals().stream().mapToLong(CollectionTotal::memsize).reduce(0, Saturating::sum);
        long saved = found.totals().stream().mapToLong(CollectionTotal::saved).reduce(0, Saturating::sum);
        Answer.Builder answer = Answer.builder().fact("collections", count).fact("memsize", memsize)
            .fact("wasteful", found.all().size()).fact("saved", saved)
            .say(heap.facts().dumpName() + ": " + found.totals().stream()
                .map(total -> Figures.count(total.count()) + " " + KINDS.get(total.kind()))
                .collect(Collectors.joining(", ")) + ", " + Figures.bytes(memsize))
            .detail(found.all().isEmpty() ? "None of them takes more memory than its contents need."
                : Figures.bytes(saved) + (memsize == 0 ? "" : ", " + Figures.share(saved, memsize) + " of that,")
                    + " would be saved of " + Figures.count(found.all().size()) + " of them");
        answer.table(totals());
        limits(answer);
        answer.table(rows()).table(largest());
        return answer.next("memdump paths DUMP ADDRESS", "shows by what one of them is held, step by step").build();
    }

    private void limits(Answer.Builder answer) {
        answer.say("What the dump does not tell:").detail("Ruby writes the capacity of strings alone; that of arrays"
            + " and hashes is worked out of what they take (memsize).");
        for (CollectionTotal total : found.totals()) {
            answer.detailIf(total.unknown() > 0, "Of " + Figures.count(total.unknown()) + " " + KINDS.get(total.kind())
                + (total.kind() == CollectionKind.SET ? " Ruby (4.0 and later) does not write how much is in them."
                    : " it cannot be told how much is in them, or for how much they have room."));
        }
    }

    private AnswerTable<CollectionTotal> totals() {
        return AnswerTable.of("kinds", found.totals())
            .column(TableColumn.<CollectionTotal>text("kind", total -> total.kind().id()).titled("kind"))
            .column(TableColumn.<CollectionTotal>count("count", CollectionTotal::count).titled("objects"))
            .column(TableColumn.<CollectionTotal>bytes("memsize", CollectionTotal::memsize).titled("memsize"))
            .column(number(Waste.EMPTY, "empty").titled("empty")).column(bytes(Waste.EMPTY, "empty_saved"))
            .column(number(Waste.ONE_ENTRY, "one_entry").titled("of one"))
            .column(bytes(Waste.ONE_ENTRY, "one_entry_saved"))
            .column(number(Waste.GROWN, "grown").titled("half empty")).column(bytes(Waste.GROWN, "grown_saved"))
            .column(TableColumn.<CollectionTotal>bytes("saved", CollectionTotal::saved).titled("would be saved"))
            .column(TableColumn.<CollectionTotal>count("unknown", CollectionTotal::unknown).titled("not told"))
            .column(TableColumn.count("internal", CollectionTotal::internal))
            .whole().build();
    }

    private static TableColumn<CollectionTotal> number(Waste waste, String field) {
        return TableColumn.count(field, total -> total.count(waste));
    }

    private static TableColumn<CollectionTotal> bytes(Waste waste, String field) {
        return TableColumn.bytes(field, total -> total.saved(waste));
    }

    @Override
    public AnswerTable<CollectionGroup> rows() {
        return AnswerTable.of("rows", found.groups()).titled("By what holds them")
            .column(TableColumn.<CollectionGroup>bytes("saved", CollectionGroup::saved).titled("would be saved"))
            .column(TableColumn.<CollectionGroup>count("count", CollectionGroup::count).titled("objects"))
            .column(group(Waste.EMPTY, "empty").titled("empty"))
            .column(group(Waste.ONE_ENTRY, "one_entry").titled("of one"))
            .column(group(Waste.GROWN, "grown").titled("half empty"))
            .column(TableColumn.text("collection", group -> group.example().kind().id()))
            .column(TableColumn.<CollectionGroup>text(CellKind.CLASS, "class",
                group -> heap.className(group.example().object())).titled("class"))
            .column(TableColumn.<CollectionGroup>text("place", group -> places.of(group.place())).titled("held at"))
            .column(TableColumn.text(CellKind.CLASS, "holder", group -> places.holder(group.place())))
            .column(TableColumn.inner("via", group -> Answer.builder().fact("kind", group.place().kind().id())
                .list("names", group.place().names()).fact("certainty", group.place().certainty().id()).build()))
            .column(TableColumn.<CollectionGroup>text(CellKind.OBJECT, "object",
                group -> heap.identity(group.example().object())).titled("one of them"))
            .showing(SHOWN)
            .note("would be saved: all of an empty one, if it were made when it is first needed; of one pair or element"
                + " what an array of two does not take; else what the contents do not need. Frozen empty ones are"
                + " left out.")
            .build();
    }

    private static TableColumn<CollectionGroup> group(Waste waste, String field) {
        return TableColumn.count(field, group -> group.count(waste));
    }

    private AnswerTable<WastefulCollection> largest() {
        List<WastefulCollection> first = found.all().stream().filter(one -> one.waste() == Waste.GROWN)
            .limit(LARGEST).collect(Collectors.toList());
        return AnswerTable.of("largest", first).titled("Emptiest of those with something in them")
            .column(TableColumn.<WastefulCollection>bytes("saved", WastefulCollection::saved).titled("would be saved"))
            .column(TableColumn.<WastefulCollection>count("length", WastefulCollection::length).titled("length"))
            .column(TableColumn.<WastefulCollection>count("capacity", WastefulCollection::capacity).titled("room for"))
            .column(TableColumn.text("collection", one -> one.kind().id()))
            .column(TableColumn.<WastefulCollection>text(CellKind.CLASS, "class",
                one -> heap.className(one.object())).titled("class"))
            .column(TableColumn.<WastefulCollection>text(CellKind.SITE, null,
                one -> heap.sites().place(heap.site(one.object()))).titled("allocated at").orElse("(not traced)"))
            .column(TableColumn.<WastefulCollection>text(CellKind.OBJECT, "object",
                one -> heap.identity(one.object())).titled("object"))
            .build();
    }
}
