package io.github.memdump.cli.gephi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of a checkout, where the plugin and the bundled app are built. Immutable. */
final class GephiBuild implements GephiSource {
    private static final String LAUNCHER = "memdump";

    private final Path home;

    GephiBuild(Path home) {
        this.home = home;
    }

    @Override
    public Path cluster() throws IOException {
        build("modules/gephi-plugin");
        return PluginCluster.of(plugin(), target("modules/cli").resolve("gephi-cluster"));
    }

    @Override
    public Gephi bundled() {
        return new BundledGephi(this);
    }

    /** Builds a module, named by its folder, if it is missing or older than its sources. */
    void build(String module) throws IOException {
        Path launcher = home.resolve(LAUNCHER);
        if (!Files.isRegularFile(launcher)) {
            throw new IOException(home + " does not hold the sources of memdump. Start the command by the script"
                + " memdump at the top of its repository.");
        }
        try {
            Process process = new ProcessBuilder("sh", launcher.toString(), "--build-only", module)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            if (process.waitFor() != 0) {
                throw new IOException(module + " could not be built; the lines above say why");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + module + " was being built", interrupted);
        }
    }

    /** Returns the folder of what a module's build made. */
    Path target(String module) {
        return home.resolve(module).resolve("target");
    }

    /** Returns the plugin as a user would install it. */
    private Path plugin() throws IOException {
        Path target = target("modules/gephi-plugin");
        List<Path> found = List.of();
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                found = files.filter(file -> file.toString().endsWith(".nbm")).sorted().collect(Collectors.toList());
            }
        }
        if (found.size() != 1) {
            throw new IOException("Expected one plugin (.nbm) in " + target + " but there are " + found.size()
                + ". Remove that folder and run again.");
        }
        return found.get(0);
    }
}
