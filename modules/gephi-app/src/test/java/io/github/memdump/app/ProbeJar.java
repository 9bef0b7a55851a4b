package io.github.memdump.app;

import io.github.memdump.app.probe.ProbeAgent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packs the classes of the probe as a Java agent. */
final class ProbeJar {
    private ProbeJar() {
    }

    /** Writes the jar from the compiled tests. */
    static Path write(Path jar, Path testClasses) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), ProbeAgent.class.getName());
        List<Path> classes;
        try (Stream<Path> files = Files.list(testClasses.resolve("io/github/memdump/app/probe"))) {
            classes = files.sorted().collect(Collectors.toList());
        }
        try (OutputStream out = Files.newOutputStream(jar);
             JarOutputStream packed = new JarOutputStream(out, manifest)) {
            for (Path file : classes) {
                packed.putNextEntry(new JarEntry(testClasses.relativize(file).toString()));
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(packed);
                }
                packed.closeEntry();
            }
        }
        return jar;
    }
}
