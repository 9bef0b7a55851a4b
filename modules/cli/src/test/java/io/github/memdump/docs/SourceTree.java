package io.github.memdump.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checkout: its documents, files and Java classes. */
final class SourceTree {
    private static final Pattern RUBY_NAME = Pattern.compile("\\b[A-Z]\\w+");

    private final Path home;
    private final List<Path> classes = new ArrayList<>();
    private final Set<String> rubyNames = new TreeSet<>();

    private SourceTree(Path home) throws IOException {
        this.home = home;
        for (Path part : List.of(home.resolve("modules"), home.resolve("branding"))) {
            Files.walkFileTree(part, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return folder.endsWith("target") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".java")) {
                        classes.add(home.relativize(file));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        try (Stream<Path> examples = Files.list(home.resolve("src/examples"))) {
            for (Path script : examples.filter(file -> file.toString().endsWith(".rb")).toList()) {
                RUBY_NAME.matcher(Files.readString(script)).results().forEach(name -> rubyNames.add(name.group()));
            }
        }
    }

    /** Returns the checkout that this process works in. */
    static SourceTree ofTests() {
        Path home = Path.of("").toAbsolutePath();
        while (!Files.exists(home.resolve("memdump")) || !Files.exists(home.resolve("CHANGELOG.md"))) {
            home = home.getParent();
        }
        try {
            return new SourceTree(home);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Path home() {
        return home;
    }

    /** Returns the documents whose text has to be true. */
    List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(home.resolve("README.md"), home.resolve("CONTRIBUTING.md"),
            home.resolve("CHANGELOG.md"), home.resolve("src/examples/README.md")));
        try (Stream<Path> modules = Files.list(home.resolve("modules"));
            Stream<Path> docs = Files.walk(home.resolve("src/docs"))) {
            modules.map(module -> module.resolve("README.md")).filter(Files::exists).sorted().forEach(documents::add);
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        return documents;
    }

    /** Returns whether the example's Ruby script knows a name. */
    boolean isOfExample(String name) {
        return rubyNames.contains(name);
    }

    /**
     * Returns the source files of a class.
     *
     * @param name a class, with as much of its package before it as one likes, and … for a beginning left open
     */
    List<Path> sources(String name) {
        boolean open = name.startsWith("…");
        Pattern file = Pattern.compile((open ? ".*" : "(.*/)?")
            + Pattern.quote((open ? name.substring(1) : name).replace('.', '/')) + "\\.java");
        return classes.stream().filter(source -> {
            Matcher matcher = file.matcher(source.toString().replace('\\', '/'));
            return matcher.matches();
        }).toList();
    }

    /** Returns whether there are classes in a folder of packages, or below it. */
    boolean hasPackage(String folder) {
        return classes.stream().anyMatch(source -> source.toString().replace('\\', '/').contains("/" + folder + "/"));
    }

    /** Returns whether one of the classes of a name says a word, such as the name of a method. */
    boolean says(List<Path> sources, String word) throws IOException {
        Pattern alone = Pattern.compile("\\b" + Pattern.quote(word) + "\\b");
        for (Path source : sources) {
            if (alone.matcher(Files.readString(home.resolve(source))).find()) {
                return true;
            }
        }
        return false;
    }
}
