package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.collection.WastefulCollections;
import io.github.memdump.answer.content.record.CollectionsAnswer;
import io.github.memdump.answer.content.record.RowsAnswer;
import io.github.memdump.cli.command.Session;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.value.Values;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Collections that take more memory than their contents need. */
@Command(name = "collections", header = {"Shows collections with more room than they need.", ""}, description = {
    "Arrays, hashes, sets and strings: empty ones, hashes and sets of one, and those with more than half of their room"
        + " empty; how many, which variable, constant or class holds them, and the bytes that would be saved. With"
        + " --where only these collections (not their holders) are looked at.", "",
    "Lengths stand in the dump. Of the capacity Ruby writes that of strings alone; that of arrays and hashes follows"
        + " from the bytes that they take (memsize), as Ruby lays out its tables. Of arrays that have a class of their"
        + " own it does not, as their variables count too. Sets are hashes up to Ruby 3.4, and later have a table of"
        + " their own, of which the dump tells nothing. Left out: frozen empty ones, as literals that are there once;"
        + " what uses the buffer of another; what has no class, which Ruby keeps for itself (internal).", "",
    "JSON: collections, memsize, wasteful, saved; kinds: count, memsize, empty, one_entry, grown, with _saved the"
        + " bytes, unknown, internal; rows by saved: count, empty, one_entry, grown, collection, class, place, holder,"
        + " via, object (one of them); largest: length, capacity, object.", ""},
    footer = {"", "Examples:", "  memdump collections after.json.gz",
        "  memdump collections after.json.gz --where 'type = HASH' --top 10",
        "  memdump collections after.json.gz -o collections.csv", "",
        "Next: by what one of them is held, step by step: memdump paths DUMP ADDRESS"})
public final class CollectionsCommand extends RowsCommand {
    /** Makes the command for one run. */
    public CollectionsCommand(Session session) {
        super(session);
    }

    @Override
    RowsAnswer of(Heap heap, Values values, NodeSet objects) throws IOException {
        return new CollectionsAnswer(heap, WastefulCollections.of(values, objects, task()));
    }
}
