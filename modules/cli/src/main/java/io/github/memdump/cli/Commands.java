package io.github.memdump.cli;

import io.github.memdump.cli.command.Session;
import io.github.memdump.cli.compare.BorderCommand;
import io.github.memdump.cli.compare.CompareCommand;
import io.github.memdump.cli.compare.DiffCommand;
import io.github.memdump.cli.compare.GrowthCommand;
import io.github.memdump.cli.compare.SuspectsCommand;
import io.github.memdump.cli.export.HeapSnapshotCommand;
import io.github.memdump.cli.export.RedactCommand;
import io.github.memdump.cli.gephi.GephiCommand;
import io.github.memdump.cli.inspect.ClassGraphCommand;
import io.github.memdump.cli.inspect.CollectionsCommand;
import io.github.memdump.cli.inspect.ConsumersCommand;
import io.github.memdump.cli.inspect.DominatorsCommand;
import io.github.memdump.cli.inspect.KeepAliveCommand;
import io.github.memdump.cli.inspect.PathsCommand;
import io.github.memdump.cli.inspect.ReferencesCommand;
import io.github.memdump.cli.inspect.ReferrersCommand;
import io.github.memdump.cli.inspect.ShapesCommand;
import io.github.memdump.cli.inspect.ShowCommand;
import io.github.memdump.cli.inspect.StatsCommand;
import io.github.memdump.cli.inspect.StringsCommand;
import io.github.memdump.cli.inspect.TableCommand;
import io.github.memdump.cli.inspect.UnreachableCommand;
import io.github.memdump.cli.interactive.InteractiveCommand;
import io.github.memdump.cli.live.AgentCommand;
import io.github.memdump.cli.live.EnableAllocationTraceCommand;
import io.github.memdump.cli.live.PagesCommand;
import io.github.memdump.cli.live.TakeDumpCommand;
import io.github.memdump.cli.live.WatchCommand;
import io.github.memdump.cli.live.WhereCommand;
import io.github.memdump.cli.mcp.McpCommand;
import io.github.memdump.cli.report.ReportCommand;
import io.github.memdump.cli.report.ViewCommand;
import io.github.memdump.cli.subset.Operations;
import java.util.ArrayList;
import java.util.List;

/**
 * All commands by name. A command is made when it is asked for: to make the model of all of them costs several times
 * as much as all else that a short command does.
 */
final class Commands {
    private static final List<String> NAMES = List.of(
        "stats", "diff", "border", "dominators", "table", "paths", "referrers", "references", "growth", "compare",
        "class-graph", "show", "strings", "collections", "shapes", "keepalive", "suspects", "consumers", "unreachable",
        "report", "view", "heapsnapshot", "enable-allocation-trace", "dump", "agent", "where", "watch", "pages",
        "gephi", "redact", "interactive", "mcp", "index", "completion");

    private Commands() {
    }

    /** Returns the names of all commands. */
    static List<String> names() {
        List<String> names = new ArrayList<>(NAMES);
        names.addAll(Operations.names());
        return names;
    }

    /** Makes the command of a name, for one run in a session. */
    static Object named(String name, Session session) {
        return switch (name) {
            case "stats" -> new StatsCommand(session);
            case "diff" -> new DiffCommand(session);
            case "border" -> new BorderCommand(session);
            case "dominators" -> new DominatorsCommand(session);
            case "table" -> new TableCommand(session);
            case "paths" -> new PathsCommand(session);
            case "referrers" -> new ReferrersCommand(session);
            case "references" -> new ReferencesCommand(session);
            case "compare" -> new CompareCommand(session);
            case "growth" -> new GrowthCommand(session);
            case "class-graph" -> new ClassGraphCommand(session);
            case "show" -> new ShowCommand(session);
            case "strings" -> new StringsCommand(session);
            case "collections" -> new CollectionsCommand(session);
            case "shapes" -> new ShapesCommand(session);
            case "keepalive" -> new KeepAliveCommand(session);
            case "suspects" -> new SuspectsCommand(session);
            case "consumers" -> new ConsumersCommand(session);
            case "unreachable" -> new UnreachableCommand(session);
            case "report" -> new ReportCommand(session);
            case "view" -> new ViewCommand(session);
            case "heapsnapshot" -> new HeapSnapshotCommand(session);
            case "enable-allocation-trace" -> new EnableAllocationTraceCommand(session);
            case "dump" -> new TakeDumpCommand(session);
            case "agent" -> new AgentCommand(session);
            case "where" -> new WhereCommand(session);
            case "watch" -> new WatchCommand(session, Main::run);
            case "pages" -> new PagesCommand(session);
            case "gephi" -> new GephiCommand(session);
            case "redact" -> new RedactCommand(session);
            case "interactive" -> new InteractiveCommand(session);
            case "mcp" -> new McpCommand(session, Main::run);
            case "index" -> new IndexCommand(session);
            case "completion" -> new CompletionCommand(session);
            default -> Operations.named(name, session);
        };
    }
}
