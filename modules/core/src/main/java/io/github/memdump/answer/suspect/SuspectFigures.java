package io.github.memdump.answer.suspect;

import io.github.memdump.analysis.suspect.Accumulated;
import io.github.memdump.analysis.suspect.Suspect;
import io.github.memdump.analysis.suspect.SuspectHolder;
import io.github.memdump.analysis.suspect.SuspectShape;
import io.github.memdump.analysis.suspect.weight.Amount;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.answer.content.HolderWords;
import io.github.memdump.answer.content.NameWords;
import io.github.memdump.answer.content.site.SiteWords;
import io.github.memdump.heap.Heap;
import io.github.memdump.names.ReferenceNames;
import io.github.memdump.view.ObjectNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What machines are told of a suspect. Immutable, thread-safe. */
final class SuspectFigures {
    private final Heap heap;
    private final boolean isGrowth;
    private final ObjectNames names;
    private final HolderWords words;
    private final SiteWords sites;
    private final ReferenceNames via;
    private final KnownWords known;

    SuspectFigures(Heap heap, boolean isGrowth, ReferenceNames via, SiteWords sites) {
        this.sites = sites;
        this.heap = heap;
        this.isGrowth = isGrowth;
        this.via = via;
        this.known = new KnownWords(heap);
        this.names = new ObjectNames(heap);
        this.words = new HolderWords(heap, names, via);
    }

    /** Returns the figures of a suspect beside its story, and what was weighed for it where that is wanted. */
    Answer of(Suspect suspect, Answer story, Optional<ReasonWords> reasons) {
        Answer.Builder row = Answer.builder().add(story);
        object(row, suspect.object());
        row.fact("shape", suspect.shape().id()).fact("alike", suspect.alike())
            .fact("holder_kind", suspect.holders().isEmpty() ? "" : suspect.holders().get(0).kind().id())
            .fact("share", suspect.share());
        suspect.applicationLine().ifPresent(own -> row.fact("application_line", heap.sites().place(own.site(0)))
            .fact("application_source", sites.source(own.site(0)))
            .fact("application_line_is_call", suspect.isApplicationCall()));
        amount(row, "retained", suspect.retained());
        if (isGrowth) {
            amount(row, "new", suspect.amount());
            amount(row, "growth", suspect.growth());
            if (suspect.shape() != SuspectShape.SHARED) {
                amount(row, "retained_before", suspect.retainedBefore());
            }
        }
        if (suspect.accumulationPoint() != Heap.NO_OBJECT) {
            Answer.Builder point = Answer.builder();
            object(point, suspect.accumulationPoint());
            site(point, suspect.accumulationPoint());
            row.section("accumulation_point", "", point.build());
        }
        List<Accumulated> accumulated = new ArrayList<>(suspect.accumulated());
        suspect.applicationLine().ifPresent(accumulated::add);
        row.table(groups("accumulated", accumulated)).table(groups("contents", suspect.contents()))
            .table(steps(suspect.holders().isEmpty() ? new int[0] : suspect.holders().get(0).path()));
        amount(row, "held_together", suspect.together());
        row.table(known.table(suspect));
        reasons.ifPresent(weighed -> row.section("why", "", weighed.figures(suspect)));
        return row.sections("holders", suspect.holders().stream().map(this::holder).collect(Collectors.toList()))
            .build();
    }

    private Answer holder(SuspectHolder holder) {
        Answer.Builder row = Answer.builder();
        object(row, holder.object());
        site(row, holder.object());
        row.fact("objects", holder.objects()).fact("holder_kind", holder.kind().id())
            .fact("held_by", words.held(holder)).fact("anchor", heap.identity(holder.anchor()))
            .fact("anchor_name", names.of(holder.anchor()));
        int own = holder.ownMaker(heap);
        row.fact("application_line", own == Heap.NO_OBJECT ? "" : heap.sites().place(heap.site(own)));
        amount(row, "keeps", holder.kept());
        return row.fact("references", holder.entries())
            .factIf(isGrowth, "references_before", holder.entriesBefore())
            .factIf(isGrowth, "references_kept", holder.turnover().kept())
            .table(steps(holder.path())).build();
    }

    private AnswerTable<Accumulated> groups(String field, List<Accumulated> groups) {
        return AnswerTable.of(field, groups)
            .column(TableColumn.text("type", group -> heap.typeName(group.example())))
            .column(TableColumn.text(CellKind.CLASS, "class", group -> heap.className(group.example())))
            .column(TableColumn.count("count", Accumulated::objects))
            .column(TableColumn.count("retained_count", group -> group.retained().count()))
            .column(TableColumn.bytes("retained_size", group -> group.retained().size()))
            .column(TableColumn.bytes("average_size",
                group -> group.retained().size() / Math.max(1, group.objects())))
            .column(TableColumn.innerTable("sites", this::sites)).build();
    }

    private AnswerTable<Integer> sites(Accumulated group) {
        return AnswerTable.<Integer>of("sites", group.sites(), i -> i)
            .column(TableColumn.text(CellKind.SITE, "site", i -> heap.sites().place(group.site(i))))
            .column(TableColumn.text("source", i -> sites.source(group.site(i))))
            .column(TableColumn.text("method", i -> heap.sites().method(group.site(i))))
            .column(TableColumn.count("count", group::siteCount)).build();
    }

    private AnswerTable<Integer> steps(int[] path) {
        return AnswerTable.<Integer>of("path", path.length, step -> step)
            .column(TableColumn.text(CellKind.OBJECT, "object", step -> heap.identity(path[step])))
            .column(TableColumn.text(CellKind.CLASS, "name", step -> names.of(path[step])))
            .column(TableColumn.inner("via", step -> step == 0 ? null
                : NameWords.via(via.of(path[step - 1], path[step])))).build();
    }

    private void object(Answer.Builder row, int object) {
        row.fact("object", heap.identity(object)).fact("type", heap.typeName(object))
            .fact("class", heap.className(object)).fact("name", heap.name(object));
    }

    private void site(Answer.Builder row, int object) {
        row.fact("site", heap.sites().place(heap.site(object))).fact("source", sites.source(heap.site(object)));
    }

    static void amount(Answer.Builder row, String what, Amount amount) {
        row.fact(what + "_count", amount.count()).fact(what + "_size", amount.size());
    }
}
