package io.github.memdump.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.cli.TypedCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents of the checkout say is so. */
class DocsTest {
    private static final SourceTree TREE = SourceTree.ofTests();

    static List<Path> documents() throws IOException {
        return TREE.documents().stream().map(TREE.home()::relativize).collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksLeadSomewhere(Path path) throws IOException {
        requireNone(Links.problems(read(path)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void filesAndClassesThatAreNamedExist(Path path) throws IOException {
        requireNone(Names.problems(TREE, read(path)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void commandsAreUnderstood(Path path) throws IOException {
        requireNone(Commands.problems(read(path)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void commandsOnExamplesRunAndShowWhatIsShown(Path path, @TempDir Path folder) throws IOException {
        requireNone(Consoles.problems(TREE.home(), folder, read(path)));
    }

    @Test
    void theReadmeNamesEveryCommand() throws IOException {
        Set<String> words = new HashSet<>();
        for (Document.Text span : read(Path.of("README.md")).spans()) {
            words.addAll(List.of(span.text().replaceFirst("^(\\./)?memdump ", "").split(" ")).subList(0, 1));
        }
        List<String> unnamed = new ArrayList<>(TypedCommand.names());
        unnamed.removeAll(words);
        assertTrue(unnamed.isEmpty(), () -> "README.md does not name " + unnamed);
    }

    @Test
    void everyDocumentIsInItsIndex() throws IOException {
        for (String folder : List.of("src/docs", "src/docs/decisions")) {
            String index = Files.readString(TREE.home().resolve(folder).resolve("README.md"));
            try (Stream<Path> files = Files.list(TREE.home().resolve(folder))) {
                List<String> missing = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md") && !name.equals("README.md"))
                    .filter(name -> !index.contains("](" + name + ")")).sorted().collect(Collectors.toList());
                assertTrue(missing.isEmpty(), () -> folder + "/README.md does not link to " + missing);
            }
        }
    }

    @Test
    void everyPictureIsShownSomewhere() throws IOException {
        StringBuilder texts = new StringBuilder();
        for (Path document : TREE.documents()) {
            texts.append(Files.readString(document));
        }
        try (Stream<Path> pictures = Files.list(TREE.home().resolve("src/docs/images"))) {
            List<String> unused = pictures.map(picture -> "images/" + picture.getFileName())
                .filter(picture -> texts.indexOf(picture + ")") < 0).sorted().collect(Collectors.toList());
            assertTrue(unused.isEmpty(), () -> "No document shows " + unused);
        }
    }

    private static Document read(Path path) throws IOException {
        return Document.read(TREE.home().resolve(path));
    }

    private static void requireNone(List<Problem> problems) {
        assertTrue(problems.isEmpty(),
            () -> "\n" + problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
}
