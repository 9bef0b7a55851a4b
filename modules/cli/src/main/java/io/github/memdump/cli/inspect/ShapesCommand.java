package io.github.memdump.cli.inspect;

import io.github.memdump.analysis.shape.ShapesOfHeap;
import io.github.memdump.answer.content.record.RowsAnswer;
import io.github.memdump.answer.content.record.ShapesAnswer;
import io.github.memdump.cli.command.Session;
import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.value.Values;
import java.io.IOException;
import picocli.CommandLine.Command;

/** The shapes of objects. */
@Command(name = "shapes", header = {"Shows the shapes of objects: which variables they have.", ""}, description = {
    "Since 3.2 Ruby gives each object a shape: the list of its instance variables in the order in which they were set."
        + " Objects of a class that set them in one order share one. Where they do not, the class gets many shapes,"
        + " which slows its methods down, and in the end its objects become too complex for a shape, which costs each"
        + " of them a hash.", "",
    "Shown are the shapes most used, by class; the classes with objects too complex, and those with most shapes; the"
        + " shapes with most variables. Classes and modules have shapes too, for variables of their own. A dump of Ruby"
        + " 3.1 or before has no shapes.", "",
    "JSON: shapes, used, objects, too_complex; rows: objects, class, shape, too_complex, depth (number of variables),"
        + " variables, object (one of them); classes: shapes, too_complex, objects, class, depth, variables, object;"
        + " deepest: depth, shape, objects, variables.", ""},
    footer = {"", "Examples:", "  memdump shapes after.json.gz",
        "  memdump shapes after.json.gz --where 'class =~ /Shop/' --top 10",
        "  memdump shapes after.json.gz -o shapes.csv", "",
        "Next: an object with its variables: memdump show DUMP ADDRESS"})
public final class ShapesCommand extends RowsCommand {
    /** Makes the command for one run. */
    public ShapesCommand(Session session) {
        super(session);
    }

    @Override
    RowsAnswer of(Heap heap, Values values, NodeSet objects) throws IOException {
        return new ShapesAnswer(heap, ShapesOfHeap.of(values, objects, task()));
    }
}
