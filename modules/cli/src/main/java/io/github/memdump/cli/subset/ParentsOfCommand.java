package io.github.memdump.cli.subset;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.Figures;
import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.command.Top;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.subset.Parents;
import io.github.memdump.subset.ParentsOf;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who refers to objects. */
@Command(name = "parents-of", header = {"Shows the objects that refer to some objects, and to how many.", ""},
    description = {
        OperandCommand.OBJECTS + " Those that refer to most of them come first.", "",
        "With -o the referring objects are written as a dump, each record as it stands in DUMP with the references"
            + " among them; without the values of strings, unless --values asks for them.", ""},
    footer = {"", "Examples:", "  memdump parents-of after.json.gz --where 'class = \"Shop::Session\"' --min 10",
        "  memdump parents-of after.json.gz 0x7ffff4188200", "",
        "Next: how the roots hold one of them: memdump roots-of DUMP OBJECT"})
public final class ParentsOfCommand extends OperandCommand {
    @Option(names = "--min", paramLabel = "N", defaultValue = "0",
        description = "Only objects that refer to more than N of them, as in memdump (default: ${DEFAULT-VALUE}).")
    private int min;

    @Option(names = "--exclude", description = "Leave out those of the objects that refer to each other.")
    private boolean exclude;

    @Mixin
    private Top top;

    private CountedObjects counted;

    /** Makes the command for one run. */
    public ParentsOfCommand(Session session) {
        super(session);
    }

    @Override
    HeapSubset operate(HeapSubset whole, NodeSet objects) {
        ParentsOf search = ParentsOf.objects(objects).referringToMoreThan(min);
        Parents parents = (exclude ? search.excludingThem() : search).in(whole, task());
        counted = CountedObjects.of(whole.heap(), parents.subset().objects(), "count", parents::count);
        return parents.subset();
    }

    @Override
    Answer more() {
        return Answer.builder().table(counted.table("refers to")).build();
    }

    @Override
    void showResult() throws IOException {
        show(Answer.builder().say(Figures.count(result().size(), "object")
            + (result().size() == 1 ? " refers" : " refer") + " to them").add(more())
            .next("memdump roots-of DUMP OBJECT", "shows how the roots hold one of them").build());
    }
}
