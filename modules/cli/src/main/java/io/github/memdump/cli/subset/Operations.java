package io.github.memdump.cli.subset;

import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.command.Session;
import java.util.List;

/** All operations of memdump, by name. */
public final class Operations {
    private static final List<String> NAMES = List.of(
        "select", "without", "subgraph-of", "root-of", "roots-of", "parents-of", "roots", "add-children",
        "remove-node", "remove-small-components", "sample", "cleanup", "collapse", "group", "replace-class",
        "cleanup-refs", "out-degree", "validate-references", "gml");

    private Operations() {
    }

    /** Returns the names of the commands. */
    public static List<String> names() {
        return NAMES;
    }

    /** Makes the command of a name, for one run in a session. */
    public static DumpCommand named(String name, Session session) {
        return switch (name) {
            case "select" -> new SelectCommand(session);
            case "without" -> new WithoutCommand(session);
            case "subgraph-of" -> new SubgraphOfCommand(session);
            case "root-of" -> new RootOfCommand(session);
            case "roots-of" -> new RootsOfCommand(session);
            case "parents-of" -> new ParentsOfCommand(session);
            case "roots" -> new RootsCommand(session);
            case "add-children" -> new AddChildrenCommand(session);
            case "remove-node" -> new RemoveNodeCommand(session);
            case "remove-small-components" -> new RemoveSmallComponentsCommand(session);
            case "sample" -> new SampleCommand(session);
            case "cleanup" -> new CleanupCommand(session);
            case "collapse" -> new CollapseCommand(session);
            case "group" -> new GroupCommand(session);
            case "replace-class" -> new ReplaceClassCommand(session);
            case "cleanup-refs" -> new CleanupRefsCommand(session);
            case "out-degree" -> new OutDegreeCommand(session);
            case "validate-references" -> new ValidateReferencesCommand(session);
            case "gml" -> new GmlCommand(session);
            default -> throw new IllegalArgumentException("no command " + name);
        };
    }
}
