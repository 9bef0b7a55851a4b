package io.github.memdump.cli.live;

import io.github.memdump.live.Approach;
import io.github.memdump.live.Way;
import java.time.Duration;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options by which a user says how a process is asked. */
final class ApproachOptions {
    @Option(names = "--via", paramLabel = "WAY", description = "Ask in one way alone: agent, rbtrace or attach"
        + " (default: the first of these that the process is prepared for).")
    private Way via;

    @Option(names = "--no-wake", description = "Send no signal. A process that sleeps or waits is asked when it goes"
        + " on by itself.")
    private boolean noWake;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private long wait;

    @Option(names = "--wait", paramLabel = "SECONDS", defaultValue = "30",
        description = "Wait so long for the first sign of life (default: ${DEFAULT-VALUE}).")
    void waitFor(long seconds) {
        if (seconds < 1) {
            throw new ParameterException(command.commandLine(), "--wait is 1 at least, not " + seconds + ".");
        }
        wait = seconds;
    }

    /** Returns what they say; what happens is told to a listener. */
    Approach approach(Consumer<String> told) {
        Approach approach = Approach.usual().waiting(Duration.ofSeconds(wait)).saying(told);
        approach = noWake ? approach.withoutWaking() : approach;
        return via == null ? approach : approach.via(via);
    }
}
