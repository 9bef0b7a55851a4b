package io.github.memdump.cli.gephi;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A Gephi that the user has installed. The plugin comes in as one more cluster (a folder of modules) that lies in
 * memdump's own folder; nothing is written into the installation.
 */
public final class InstalledGephi implements Gephi {
    private static final List<String> UNIX = List.of("bin/gephi", "Contents/Resources/gephi/bin/gephi");
    private static final List<String> WINDOWS = List.of("bin/gephi64.exe", "bin/gephi.exe");

    private final Path home;
    private final Path program;
    private final GephiSource origin;

    private InstalledGephi(Path home, Path program, GephiSource origin) {
        this.home = home;
        this.program = program;
        this.origin = origin;
    }

    /**
     * Returns the Gephi in a folder.
     *
     * @throws IOException if there is none; the message is meant for people
     */
    public static InstalledGephi in(Path folder, GephiSource origin) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is not a directory. Name the folder in which Gephi is installed, the one"
                + " with bin and etc in it.");
        }
        Path absolute = folder.toAbsolutePath().normalize();
        List<String> places = Systems.isWindows() ? WINDOWS : UNIX;
        Optional<Path> program = places.stream().map(absolute::resolve).filter(Files::isRegularFile).findFirst();
        if (program.isEmpty()) {
            throw new IOException("There is no Gephi in " + folder + ": " + String.join(" or ", places)
                + " is missing. Name the folder in which Gephi is installed.");
        }
        return new InstalledGephi(program.get().getParent().getParent(), program.get(), origin);
    }

    @Override
    public String description() {
        return "the Gephi in " + home;
    }

    @Override
    public Path home() {
        return home;
    }

    @Override
    public List<String> command() throws IOException {
        List<String> clusters = new ArrayList<>(ownClusters());
        clusters.add(origin.cluster().toString());
        return List.of(program.toString(), "--clusters", LauncherWord.plain(String.join(File.pathSeparator, clusters)));
    }

    /** The launcher takes {@code --clusters} instead of its own list, so the list must be given as well. */
    private List<String> ownClusters() throws IOException {
        Path list = home.resolve("etc/gephi.clusters");
        if (!Files.isRegularFile(list)) {
            throw new IOException("There is no " + list + ", so the Gephi in " + home + " is not complete. Install it"
                + " again.");
        }
        return Files.readAllLines(list).stream().map(String::trim)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(home::resolve).filter(Files::isDirectory).map(Path::toString).collect(Collectors.toList());
    }
}
