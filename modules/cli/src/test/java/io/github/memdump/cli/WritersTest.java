package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.cli.command.Session;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Whatever a command may be told to write is among the writers that are killed and whose disk is filled. */
class WritersTest {
    /** Those that write more than one file, or need a process, and the test that fills a disk under each. */
    private static final Map<String, String> TRIED_BY_THEMSELVES = Map.of(
        "report -o", "FullDiskTest.theFilesOfAReportChangeTogether",
        "replace-class --in-place", "FullDiskTest.anOperationInPlaceDoesNotLoseItsDump",
        "dump FILE", "FullDiskTest.aDumpOfAProcessIsThereInFullOrNotAtAll",
        "watch -o", "WatchTest.aDumpThatWouldFillTheDiskIsNotBegun");

    @Test
    void everyOptionThatWritesHasAWriter() {
        Set<Object> tried = new HashSet<>();
        for (Writer writer : Writer.values()) {
            tried.addAll(written(writer.words(Path.of("out"), Path.of("before"), Path.of("after"))));
        }
        CommandLine all = all();
        Set<String> unknown = new TreeSet<>(TRIED_BY_THEMSELVES.keySet());
        for (String name : TRIED_BY_THEMSELVES.keySet()) {
            String[] words = name.split(" ");
            for (ArgSpec argument : all.getSubcommands().get(words[0]).getCommandSpec().args()) {
                if (writes(argument) && name(argument).equals(words[1])) {
                    tried.add(argument.userObject());
                    unknown.remove(name);
                }
            }
        }
        assertEquals(Set.of(), unknown, "no command writes by these");
        Map<String, Set<String>> untried = new TreeMap<>();
        all.getSubcommands().forEach((name, command) -> {
            List<ArgSpec> writing = command.getCommandSpec().args().stream().filter(WritersTest::writes)
                .collect(Collectors.toList());
            for (ArgSpec argument : writing) {
                // A last word that says the same as -o leads to the same file.
                boolean isTheSame = argument.isPositional() && writing.stream()
                    .anyMatch(other -> other.isOption() && tried.contains(other.userObject()));
                if (!isTheSame && !tried.contains(argument.userObject())) {
                    untried.computeIfAbsent(name, key -> new TreeSet<>()).add(name(argument));
                }
            }
        });
        assertEquals(Map.of(), untried, "give each a line in Writer");
    }

    /** As the commands themselves tell what they read from what they write. */
    private static boolean writes(ArgSpec argument) {
        String name = name(argument);
        return name.equals("--in-place") || argument.type().equals(Path.class)
            && (argument.isPositional() || name.equals("-o"));
    }

    private static String name(ArgSpec argument) {
        return argument.isOption() ? ((OptionSpec) argument).shortestName() : argument.paramLabel();
    }

    private static Set<Object> written(List<String> words) {
        ParseResult line = all().parseArgs(words.toArray(new String[0])).subcommand();
        return line.matchedArgs().stream().filter(WritersTest::writes).map(ArgSpec::userObject)
            .collect(Collectors.toSet());
    }

    private static CommandLine all() {
        return Memdump.commandLine(Session.of(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(), Map.of()));
    }
}
