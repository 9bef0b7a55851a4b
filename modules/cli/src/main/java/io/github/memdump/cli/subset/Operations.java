package io.github.memdump.cli.subset;

import io.github.memdump.cli.DumpCommand;
import io.github.memdump.cli.Session;
import java.util.List;

/** All operations of memdump. */
public final class Operations {
    private Operations() {
    }

    /** Returns the commands, each for one run in a session. */
    public static List<DumpCommand> of(Session session) {
        return List.of(
            new SelectCommand(session),
            new WithoutCommand(session),
            new SubgraphOfCommand(session),
            new RootOfCommand(session),
            new RootsOfCommand(session),
            new ParentsOfCommand(session),
            new RootsCommand(session),
            new AddChildrenCommand(session),
            new RemoveNodeCommand(session),
            new RemoveSmallComponentsCommand(session),
            new SampleCommand(session),
            new CleanupCommand(session),
            new CollapseCommand(session),
            new GroupCommand(session),
            new ReplaceClassCommand(session),
            new CleanupRefsCommand(session),
            new OutDegreeCommand(session),
            new ValidateReferencesCommand(session),
            new GmlCommand(session));
    }
}
