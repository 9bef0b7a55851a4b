package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.cli.command.Session;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandsTest {
    private final Session session = Session.of(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(), Map.of());

    @Test
    void eachCommandIsMadeByTheNameThatItHas() {
        List<String> made = Commands.names().stream()
            .map(name -> new CommandLine(Commands.named(name, session)).getCommandName()).collect(Collectors.toList());
        assertEquals(Commands.names(), made);
    }

    @Test
    void onlyTheCommandThatIsNamedIsBuilt() {
        assertEquals(Set.of("border"), Memdump.commandLine(session, "border", "--help").getSubcommands().keySet());
    }

    @Test
    void helpCompletionAndMisspeltNamesKnowAllCommands() {
        for (String first : List.of("help", "--help", "completion", "bordr", "")) {
            Set<String> known = Memdump.commandLine(session, first).getSubcommands().keySet();
            assertTrue(known.containsAll(Commands.names()), first);
        }
        assertTrue(Memdump.commandLine(session).getSubcommands().keySet().contains("help"));
    }

    @Test
    void theVersionIsTheSameHoweverItIsAskedFor() {
        CommandRun alone = CommandRun.of("--version");
        assertEquals(0, alone.code());
        assertEquals(alone.out(), CommandRun.of("-V").out());
        assertTrue(alone.out().startsWith("memdump "), alone.out());
    }
}
