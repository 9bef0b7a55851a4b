package io.github.memdump.gephi.linkage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin of one class is compiled with one host and then held against another. */
final class LinkageTest {
    private static final String HOST = "package host; public interface Node { float size(); static int most() "
        + "{ return 1; } default void paint(String colour) { } }";
    private static final String BASE = "package host; public abstract class Base { public int count; "
        + "public void name(int of) { } public abstract void run(); }";
    private static final String PLUGIN = "package ours; public class Plugin extends host.Base implements host.Node { "
        + "public float size() { return host.Node.most() + count; } public void run() { name(3); paint(\"red\"); "
        + "java.util.function.ToDoubleFunction<host.Node> big = host.Node::size; "
        + "switch (count) { case 1: case 2: count++; break; case 9000: wide(); break; default: } } "
        + "private void wide() { for (int i = 0; i < 70000; i += 300) { count = i; } } }";

    @TempDir
    private Path folder;
    private Path plugin;

    @BeforeEach
    void compileThePlugin() throws Exception {
        Path classes = compiled("known", HOST, BASE);
        Path ours = folder.resolve("ours");
        compile(ours, classes, List.of(PLUGIN));
        plugin = Files.createDirectories(folder.resolve("plugin"));
        jar(plugin.resolve("plugin.jar"), ours, "ours.plugin", "-", "host.api/1 > 1.0");
    }

    @Test
    void fitsTheHostThatItWasMadeFor() throws Exception {
        Linkage linkage = linkage("host.api/1", "host.*", HOST, BASE);
        assertEquals(Set.of(), linkage.problems());
        // most, count, name, paint, the method reference, Base's constructor.
        assertEquals(6, linkage.references());
    }

    @Test
    void tellsOfAMethodThatReturnsSomethingElse() throws Exception {
        assertEquals(Set.of("ours.Plugin.name(I)V is missing, used by ours.Plugin"),
            linkage("host.api/1", "host.*", HOST, BASE.replace("public void name(int of) { }",
                "public int name(int of) { return of; }")).problems());
    }

    @Test
    void tellsOfAMethodThatIsStaticNoMore() throws Exception {
        assertEquals(Set.of("host.Node.most()I is static no more"), linkage("host.api/1", "host.*",
            HOST.replace("static int most()", "default int most()"), BASE).problems());
    }

    @Test
    void tellsOfAnInterfaceThatHasBecomeAClass() throws Exception {
        Set<String> problems = linkage("host.api/1", "host.*",
            "package host; public class Node { public float size() { return 1; } public static int most() "
                + "{ return 1; } public void paint(String colour) { } }", BASE).problems();
        assertTrue(problems.contains("host.Node.most()I: its owner is no interface any more"), problems.toString());
    }

    @Test
    void tellsOfAMethodMoreThatMustBeImplementedAndOfOneThatIsFinal() throws Exception {
        assertEquals(Set.of("ours.Plugin does not implement host.Node.colour()I"), linkage("host.api/1", "host.*",
            HOST.replace("float size();", "float size(); int colour();"), BASE).problems());
        assertEquals(Set.of("ours.Plugin.run()V overrides what is final"), linkage("host.api/1", "host.*", HOST,
            BASE.replace("public abstract void run();", "public final void run() { }")).problems());
    }

    @Test
    void tellsOfAMissingClassAndOfOneThatIsNotShown() throws Exception {
        assertTrue(linkage("host.api/1", "host.*", BASE).problems()
            .contains("class host.Node is missing, used by ours.Plugin"));
        assertEquals(Set.of("class host.Base is not shown to ours.Plugin",
            "class host.Node is not shown to ours.Plugin"), linkage("host.api/1", "host.other.*", HOST, BASE)
            .problems());
    }

    @Test
    void tellsOfModulesThatAreMissingOrTooOldOrOfAnotherRelease() throws Exception {
        assertTrue(linkage("host.other", "host.*", HOST, BASE).problems().contains("module host.api is missing"));
        assertEquals(Set.of("module host.api/1 > 1.0: there is release 2"),
            linkage("host.api/2", "host.*", HOST, BASE).problems());
        jar(plugin.resolve("plugin.jar"), folder.resolve("ours"), "ours.plugin", "-", "host.api/1 > 1.10");
        assertEquals(Set.of("module host.api/1 > 1.10: there is 1.9"),
            linkage("host.api/1", "host.*", HOST, BASE).problems());
    }

    @Test
    void theCommandSaysWhatDoesNotFit() throws Exception {
        linkage("host.api/1", "host.*", HOST, BASE.replace("name(int", "name(long"));
        Path nbm = folder.resolve("plugin.nbm");
        try (OutputStream file = Files.newOutputStream(nbm); ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("netbeans/modules/plugin.jar"));
            Files.copy(plugin.resolve("plugin.jar"), zip);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertEquals(1, LinkageCheck.run(folder.resolve("gephi"), nbm, out));
        assertEquals(List.of("ours.Plugin.name(I)V is missing, used by ours.Plugin",
            "5 references to 1 modules, 1 do not fit"), said.toString(StandardCharsets.UTF_8).lines()
            .collect(Collectors.toList()));
        assertEquals(2, LinkageCheck.run(Files.createDirectory(folder.resolve("nothing")), nbm, out));
    }

    private Linkage linkage(String module, String shown, String... sources) throws Exception {
        Path classes = compiled("host", sources);
        Path gephi = Files.createDirectories(folder.resolve("gephi/modules"));
        jar(gephi.resolve("host.jar"), classes, module, shown, "");
        return new Linkage(new ModuleFolder(plugin), new ModuleFolder(gephi.getParent()));
    }

    private Path compiled(String name, String... sources) throws Exception {
        Path classes = Files.createTempDirectory(folder, name);
        compile(classes, classes, List.of(sources));
        return classes;
    }

    private void compile(Path classes, Path with, List<String> sources) throws Exception {
        Files.createDirectories(classes);
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-proc:none", "-cp", with.toString(), "-d",
            classes.toString()));
        for (String source : sources) {
            Path file = Files.createTempDirectory(folder, "source").resolve(source.replaceAll(
                "(?s).*?public (?:abstract )?(?:class|interface) (\\w+).*", "$1") + ".java");
            arguments.add(Files.writeString(file, source).toString());
        }
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null,
            arguments.toArray(String[]::new)));
    }

    private static void jar(Path jar, Path classes, String module, String shown, String needs) throws Exception {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("OpenIDE-Module", module);
        main.putValue("OpenIDE-Module-Specification-Version", "1.9");
        main.putValue("OpenIDE-Module-Public-Packages", shown);
        if (!needs.isEmpty()) {
            main.putValue("OpenIDE-Module-Module-Dependencies", needs);
        }
        try (OutputStream file = Files.newOutputStream(jar); JarOutputStream out = new JarOutputStream(file, manifest);
             Stream<Path> all = Files.walk(classes)) {
            for (Path each : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                out.putNextEntry(new ZipEntry(classes.relativize(each).toString()));
                Files.copy(each, out);
            }
        }
    }
}
