package io.github.memdump.app;

import io.github.memdump.driver.Driver;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packs the driver's classes as a module into a user directory, which is a cluster of the application. */
final class DriverModule {
    private static final String NAME = Driver.class.getPackageName();
    private static final String FILE = NAME.replace('.', '-');
    private static final List<String> NEEDS = List.of("org.gephi.graph.api", "org.gephi.project.api",
        "org.gephi.datalab.api", "org.gephi.filters.api", "org.gephi.io.exporter.api", "org.gephi.io.importer.api",
        "org.gephi.statistics.api",
        "org.gephi.visualization.api", "org.netbeans.api.progress/1", "org.netbeans.modules.autoupdate.services",
        "org.openide.awt", "org.openide.filesystems", "org.openide.modules", "org.openide.util",
        "org.openide.util.lookup > 8.0", "org.openide.util.ui > 9.3", "org.openide.windows");

    private DriverModule() {
    }

    static void into(Path userDirectory) throws IOException, URISyntaxException {
        Path jar = userDirectory.resolve("modules").resolve(FILE + ".jar");
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar); JarOutputStream packed = new JarOutputStream(out,
            manifest())) {
            for (Path file : classes()) {
                packed.putNextEntry(new JarEntry(NAME.replace('.', '/') + "/" + file.getFileName()));
                Files.copy(file, packed);
            }
        }
        Path registration = userDirectory.resolve("config/Modules").resolve(FILE + ".xml");
        Files.createDirectories(registration.getParent());
        Files.writeString(registration, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<!DOCTYPE module PUBLIC \"-//NetBeans//DTD Module Status 1.0//EN\"\n"
            + "    \"http://www.netbeans.org/dtds/module-status-1_0.dtd\">\n"
            + "<module name=\"" + NAME + "\">\n"
            + "    <param name=\"autoload\">false</param>\n"
            + "    <param name=\"eager\">false</param>\n"
            + "    <param name=\"enabled\">true</param>\n"
            + "    <param name=\"jar\">modules/" + FILE + ".jar</param>\n"
            + "    <param name=\"reloadable\">false</param>\n"
            + "</module>\n");
    }

    private static List<Path> classes() throws IOException, URISyntaxException {
        Path folder = Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve(NAME.replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).collect(Collectors.toList());
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("OpenIDE-Module", NAME);
        main.putValue("OpenIDE-Module-Specification-Version", "1.0");
        main.putValue("OpenIDE-Module-Public-Packages", "-");
        main.putValue("OpenIDE-Module-Install", Driver.class.getName().replace('.', '/') + ".class");
        main.putValue("OpenIDE-Module-Module-Dependencies", String.join(", ", NEEDS));
        return manifest;
    }
}
