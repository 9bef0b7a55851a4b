package io.github.memdump.answer.content;

import io.github.memdump.analysis.merge.ReferenceGroups.Group;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.heap.Heap;
import io.github.memdump.view.ObjectNames;
import java.util.List;

/** What the objects of each class hold, by name. Immutable, thread-safe. */
public final class ReferencesAnswer {
    private final Heap heap;
    private final ObjectNames names;

    /** Prepares to speak of the references of a heap. */
    public ReferencesAnswer(Heap heap) {
        this.heap = heap;
        this.names = new ObjectNames(heap);
    }

    private String held(Group group) {
        return group.objects() == 1 ? names.of(group.target()) : heap.className(group.target());
    }

    /** Returns the groups in their order, the first of them for people. */
    public Answer of(List<Group> groups, int shown) {
        long references = groups.stream().mapToLong(Group::references).sum();
        Answer.Builder answer = Answer.builder().fact("objects", heap.objectCount()).fact("references", references);
        if (groups.isEmpty()) {
            answer.say("None of these objects holds another one.");
        }
        return answer.table(AnswerTable.of("rows", groups)
                .column(TableColumn.<Group>text(CellKind.CLASS, "holder", group -> names.of(group.holder()))
                    .titled("class"))
                .column(TableColumn.text("kind", group -> group.kind().id()))
                .column(TableColumn.textList("names", Group::names))
                .column(TableColumn.text("certainty", group -> group.certainty().id()))
                .column(TableColumn.<Group>text(CellKind.TEXT, null,
                    group -> NameWords.of(group.kind(), group.names(), group.certainty())).titled("holds at"))
                .column(TableColumn.<Group>text(CellKind.CLASS, "class", this::held)
                    .titled("objects of"))
                .column(TableColumn.<Group>count("references", Group::references).titled("references"))
                .column(TableColumn.<Group>count("count", Group::objects).titled("objects"))
                .column(TableColumn.<Group>bytes("retained_size", Group::retained).titled("retained"))
                .column(TableColumn.text(CellKind.OBJECT, "example", group -> heap.identity(group.holder())))
                .showing(shown)
                .note("retained: what would be freed with these objects, each counted for itself.").build())
            .next("memdump paths DUMP ADDRESS", "shows by what one object is held, step by step").build();
    }
}
