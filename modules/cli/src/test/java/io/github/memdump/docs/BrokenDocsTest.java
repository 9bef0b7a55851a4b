package io.github.memdump.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks of {@link DocsTest} find what is wrong, and only that. */
class BrokenDocsTest {
    private static final SourceTree TREE = SourceTree.ofTests();
    private static final String DUMP = "src/examples/after.json.gz";

    @TempDir
    private Path folder;

    @Test
    void aBrokenLinkIsFound() throws IOException {
        assertEquals(List.of(2, 3, 5), lines(Links.problems(document(
            "# A title, with `code`",
            "[there is none](src/docs/none.md) and [one](README.md)",
            "![no picture](src/docs/images/none.png)",
            "[the title](#a-title-with-code) and [elsewhere](https://example.org/none)",
            "[no such heading](README.md#what-nobody-wrote), [one](README.md#commands)",
            "`[in code](none.md)`"))));
    }

    @Test
    void aMissingFileOrClassIsFound() throws IOException {
        assertEquals(List.of(1, 2, 3, 4, 5, 6), lines(Names.problems(TREE, document(
            "`modules/core/none` and `modules/core`, `modules/cli/target/memdump.jar`",
            "`NoSuchCommand` and `StatsCommand`, `WeakRef`, `SessionStore`",
            "`heap.Dominators` and `graph.Dominators`",
            "`HeapSubset.fly` and `HeapSubset.keep`",
            "`io.github.memdump.none` and `io.github.memdump.graph`, `io.github.memdump.heap.Heap`",
            "`mvn verify -Dtest=NoSuchTest` and `mvn verify -Dtest=DocsTest`",
            "`Hash`, `ROOT`, `…BruteForceTest`"))));
    }

    @Test
    void aCommandThatIsNotUnderstoodIsFound() {
        assertEquals(List.of(1, 2, 3, 7, 8, 9, 15, 19), lines(Commands.problems(document(
            "`memdump stats --no-such-option DUMP` and `memdump stats --top N DUMP`",
            "`./memdump stat DUMP` and `memdump stats --by site`, `memdump suspects DUMP [BEFORE]`",
            "`memdump stats DUMP --top many` and `memdump stats DUMP --top=N`",
            "`memdump: an error message` and `memdump subgraph_of DUMP ADDRESS`",
            "",
            "```sh",
            "memdump stats DUMP --where 'class = '   # a selection without a value",
            "MEMDUMP_XMX=2g ./memdump stats --by",
            "memdump select DUMP --where new \\",
            "    --no-such-option | memdump cleanup -",
            "memdump dump PID after.json.gz && memdump completion bash > file",
            "```",
            "",
            "```where",
            "clas = Foo",
            "class = Foo",
            "```",
            "```budget",
            "new_count >",
            "new_count > 5",
            "```",
            "```text",
            "memdump none",
            "```"))));
    }

    @Test
    void aCommandThatDoesNotRunIsFound() throws IOException {
        assertEquals(List.of(3, 5), lines(consoles(
            "```sh",
            "./memdump stats " + DUMP + " --top 1",
            "./memdump show " + DUMP + " 0x1",
            "./memdump show DUMP 0x1",
            "./memdump select " + DUMP + " --where 'class = String' | ./memdump show - 0x1",
            "./memdump select " + DUMP + " --where 'type = ROOT' -o roots.json",
            "./memdump stats roots.json",
            "```")));
    }

    @Test
    void outputThatIsNotShownIsFound() throws IOException {
        assertEquals(List.of(5, 10, 12), lines(consoles(
            "```console",
            "$ ./memdump stats " + DUMP + " --top 1",
            DUMP + ": 11,727 objects, … references, 2.8 MiB",
            "…",
            "$ ./memdump stats " + DUMP + " --top 1",
            DUMP + ": 11,307 objects, … references, 2.8 MiB",
            "…",
            "```",
            "```console",
            "$ ls",
            "one",
            "$ ./memdump stats " + DUMP + " --top 1",
            DUMP + ": 11,727 objects, 19,949 references, 2.8 MiB",
            "$ ./memdump show " + DUMP + " 0x1  # exit code 1",
            "…",
            "```")));
    }

    private List<Problem> consoles(String... lines) throws IOException {
        return Consoles.problems(TREE.home(), folder, document(lines));
    }

    private static Document document(String... lines) {
        return Document.of(TREE.home().resolve("SAMPLE.md"), String.join("\n", lines));
    }

    private static List<Integer> lines(List<Problem> problems) {
        return problems.stream().map(Problem::line).distinct().collect(Collectors.toList());
    }
}
