package io.github.memdump.cli.live;

import io.github.memdump.answer.Answer;
import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.live.AgentSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the agent. */
@Command(name = "agent", header = {"Prints the agent, a Ruby file by which a process can be dumped anywhere.", ""},
    description = {
        "memdump dump needs no preparation on Linux on x86-64, where the process may be traced. Elsewhere, or where"
            + " that is not wanted, load the agent: one file without dependencies, Ruby 2.7 and later. It listens on a"
            + " Unix socket (mode 0600, in a folder of mode 0700), answers its own user and root alone, and costs"
            + " nothing while nobody asks: RUBYOPT=-r/srv/memdump_agent.rb puma. After a fork each worker has its"
            + " own.", "",
        "With --for a snippet is printed instead, made of the same code, for those who want no socket: signal (dumps"
            + " when USR2 comes), rack (an endpoint, to be put behind the application's own authentication), sidekiq"
            + " (a job), console (dumps at once, in a Rails console or irb), code (dumps when your own code says"
            + " MemdumpAgent.new.dump_to(\"before.json\")).", ""},
    footer = {"", "Examples:", "  memdump agent > memdump_agent.rb",
        "  memdump agent --for rack > dump_endpoint.rb", "",
        "Next: memdump dump PID before.json"})
public final class AgentCommand extends DumpCommand {
    @Option(names = "--for", paramLabel = "PLACE", description = "Print a snippet: signal, rack, sidekiq, console"
        + " or code.")
    private AgentSource.Place place;

    /** Makes the command. */
    public AgentCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        String code = place == null ? AgentSource.file() : AgentSource.snippet(place);
        if (json()) {
            show(Answer.builder().fact("code", code).build());
        } else {
            session().textOut().write(code.getBytes(StandardCharsets.UTF_8));
        }
    }
}
