package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.TableColumn;
import java.util.List;

/**
 * Old objects of one kind at one kind of path, and the new objects that hang on them. Immutable.
 *
 * @param chain the names on the path from a root, the holder last
 * @param objects how many objects are told together here
 * @param object the id of the one of them on which most hangs
 * @param newObjects how many new objects hang on them
 * @param newBytes the sum of the sizes of these new objects in bytes
 * @param kept how many new objects they keep alive: all that is reachable from them without leaving the new ones; or
 *     {@link #NOT_COUNTED}
 * @param heldNames what they refer to, the most frequent first: "Leak::Session ×600"
 */
public record Holder(List<String> chain, int objects, int object, long newObjects, long newBytes, long kept,
    List<String> heldNames) {
    /** Stands for what was not counted: only for the holders that come first it is. */
    public static final long NOT_COUNTED = -1;

    /** Copies what could change. */
    public Holder {
        chain = List.copyOf(chain);
        heldNames = List.copyOf(heldNames);
    }

    /** Returns the table of holders of what is new between two dumps. */
    public static AnswerTable<Holder> table(List<Holder> holders, Findings findings) {
        int all = findings.diff().orElseThrow().newOfProgram().size();
        return AnswerTable.of("holders", holders).column(TableColumn.textList("path", Holder::chain))
            .column(TableColumn.text("object", holder -> findings.heap().identity(holder.object)))
            .column(TableColumn.count("objects", Holder::objects))
            .column(TableColumn.count("new_objects", Holder::newObjects).titled("new objects"))
            .column(TableColumn.share(Holder::newObjects, all).titled("%"))
            .column(TableColumn.bytes("new_memsize", Holder::newBytes).titled("bytes"))
            .column(TableColumn.<Holder>count("keepalive_new_count", holder ->
                holder.kept == NOT_COUNTED ? TableColumn.ABSENT : holder.kept).optional().titled("keeps alive")
                .orElse("not counted"))
            .column(TableColumn.text("share", holder -> Words.percent(holder.newObjects, all))).build();
    }

    /** Returns this holder with what it keeps alive. */
    Holder keeping(long alive) {
        return new Holder(chain, objects, object, newObjects, newBytes, alive, heldNames);
    }
}
