package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.cli.command.Session;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTeaches(String command) {
        String help = CommandRun.of(command, "--help").quiet();
        assertTrue(help.contains("Example"), help);
        assertTrue(help.contains("  memdump " + command + " "), help);
        assertTrue(help.contains("Next: "), help);
        assertTrue(help.contains("Exit codes:\n  0   done\n  1   "), help);
        assertTrue(help.endsWith("\n"), help);
        for (OptionSpec option : all().getSubcommands().get(command).getCommandSpec().options()) {
            assertTrue(help.contains(option.longestName()), option.longestName());
            assertFalse(option.description().length == 0, option.longestName());
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandSharesTheOptionsOfTheContract(String command) {
        List<String> names = all().getSubcommands().get(command).getCommandSpec().options().stream()
            .map(OptionSpec::longestName).collect(Collectors.toList());
        assertTrue(names.containsAll(List.of("--help", "--json", "--strict", "--no-index")), names.toString());
    }

    @Test
    void theFirstHelpNamesEveryCommand() {
        String help = CommandRun.of("--help").quiet();
        commands().forEach(command -> assertTrue(help.contains("\n  " + command + " "), command));
    }

    @Test
    void theExitCodeOfABrokenBudgetIsTold() {
        for (String help : new String[] {CommandRun.of("report", "--help").quiet(), CommandRun.of("--help").quiet()}) {
            assertTrue(help.contains("\n  3   a budget is broken"), help);
        }
    }

    @Test
    void withoutACommandItSaysWhatThereIs() {
        CommandRun.of().fails(2, "stats, diff, border, dominators, table", "--help");
    }

    @Test
    void theVersionIsTold() {
        assertEquals("memdump", CommandRun.of("--version").quiet().split(" ")[0]);
    }

    static List<String> commands() {
        return all().getSubcommands().keySet().stream().filter(name -> !name.equals("help"))
            .collect(Collectors.toList());
    }

    private static CommandLine all() {
        return Memdump.commandLine(Session.of(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(), Map.of()));
    }
}
