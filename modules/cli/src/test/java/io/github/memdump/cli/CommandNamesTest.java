package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandNamesTest {
    private static String[] normal(String arguments) {
        return CommandNames.normal(arguments.split(" "));
    }

    @Test
    void underscoresAreHyphensInCommandsAndOptionsAndStayInFilesAndValues() {
        assertArrayEquals("subgraph-of a_b.json --max-depth 3 -o c_d.json".split(" "),
            normal("subgraph_of a_b.json --max_depth 3 -o c_d.json"));
        assertArrayEquals("table --where=in_after=1".split(" "), normal("table --where=in_after=1"));
        assertArrayEquals("help root-of".split(" "), normal("help root_of"));
        assertArrayEquals(new String[0], CommandNames.normal());
    }

    @Test
    void behindTwoHyphensNothingIsAnOption() {
        assertArrayEquals("stats --no-index -- --my_dump.json --a_b=c".split(" "),
            normal("stats --no_index -- --my_dump.json --a_b=c"));
        CommandRun.of("stats", "--", "--my_dump.json").fails(1, "--my_dump.json does not exist");
    }

    @Test
    void theNamesOfTheGemAndItsApiAreUnderstood() {
        assertArrayEquals(new String[] {"border", "common_cleanup"}, normal("interface_with common_cleanup"));
        assertArrayEquals(new String[] {"cleanup", "x"}, normal("common_cleanup x"));
        assertTrue(CommandRun.of("help", "common_cleanup").quiet().contains("memdump cleanup "));
    }

    @ParameterizedTest
    @CsvSource({"statz, stats", "sub_graph_of, subgraph-of", "comon-cleanup, cleanup", "Border, border"})
    void aMistypedCommandIsToldWithTheNearest(String typed, String meant) {
        CommandRun.of(typed).fails(2, "There is no command '" + typed.replace('_', '-') + "'",
            "Did you mean " + meant + "?", "memdump help");
    }

    @Test
    void nothingIsSuggestedForWhatIsLikeNoCommand() {
        CommandRun run = CommandRun.of("xyzzyplugh");
        run.fails(2, "There is no command 'xyzzyplugh'.");
        assertTrue(!run.err().contains("Did you mean"), run.err());
    }

    @Test
    void theFirstHelpListsCommandsByWhatTheyAreFor() {
        String help = CommandRun.of("help").quiet();
        int look = help.indexOf("\nLook at a dump:\n  stats");
        int compare = help.indexOf("\nCompare dumps:\n  diff");
        int change = help.indexOf("\nChange: write a part of a dump, or a simpler one:\n  select");
        int export = help.indexOf("\nShow and export:\n  report");
        assertTrue(0 < look && look < compare && compare < change && change < export, help);
        assertEquals(help, CommandRun.of("--help").quiet());
    }
}
