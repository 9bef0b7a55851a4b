package io.github.memdump.cli.gephi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A plugin file (.nbm) unpacked, so that a NetBeans application can load it as a cluster. */
final class PluginCluster {
    private static final String INSIDE = "netbeans/";
    /** NetBeans looks at this file to tell whether its caches still fit the cluster. */
    private static final String STAMP = ".lastModified";

    private PluginCluster() {
    }

    /** Returns {@code folder} with the plugin in it; unpacks it unless that was done since the plugin was built. */
    static Path of(Path plugin, Path folder) throws IOException {
        Path stamp = folder.resolve(STAMP);
        if (Files.exists(stamp)
            && Files.getLastModifiedTime(stamp).compareTo(Files.getLastModifiedTime(plugin)) >= 0) {
            return folder;
        }
        Files.createDirectories(folder.getParent());
        Path unpacked = Files.createTempDirectory(folder.getParent(), "unpacked");
        try {
            unpack(plugin, unpacked);
            Files.createFile(unpacked.resolve(STAMP));
            remove(folder);
            Files.move(unpacked, folder);
        } finally {
            remove(unpacked);
        }
        return folder;
    }

    private static void unpack(Path plugin, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(plugin.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory() || !entry.getName().startsWith(INSIDE)) {
                    continue;
                }
                Path file = folder.resolve(entry.getName().substring(INSIDE.length())).normalize();
                if (!file.startsWith(folder)) {
                    throw new IOException(plugin + " is damaged: it holds " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
