package io.github.memdump.index;

import com.fasterxml.jackson.core.json.PackageVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Enumeration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Which code makes heaps: a checksum over the class files of all packages that take part in loading a dump, those
 * inside of them too, and of what counts its objects, and the version of Jackson. A reader that was changed in whatever
 * way may make another heap of the same dump, so an index by other code is not used; nobody has to remember to count a
 * version up.
 */
final class EngineVersion {
    private static final String ROOT = "io/github/memdump/";
    /** How the names begin, behind {@link #ROOT}: of packages, and of the classes that count for {@link Overview}. */
    private static final String[] PARTS = {"array/", "dump/", "graph/", "heap/", "index/", "analysis/CodeOrigin",
        "analysis/Grouping", "analysis/Histogram"};

    private EngineVersion() {
    }

    /** Returns the version of the code that runs, or nothing if it cannot be told. */
    static OptionalLong current() {
        return Current.VERSION;
    }

    /** Returns the version of the code in a jar or a folder, or nothing if it is not there. */
    static OptionalLong of(Path place) throws IOException {
        Map<String, Long> classes = new TreeMap<>();
        if (Files.isDirectory(place)) {
            for (String part : PARTS) {
                addFolder(place, ROOT + part.substring(0, part.indexOf('/') + 1), classes);
            }
        } else {
            addJar(place, classes);
        }
        if (classes.isEmpty()) {
            return OptionalLong.empty();
        }
        StringBuilder all = new StringBuilder(PackageVersion.VERSION.toString());
        for (Map.Entry<String, Long> entry : classes.entrySet()) {
            all.append(entry.getKey()).append(entry.getValue());
        }
        return OptionalLong.of((long) all.length() << Integer.SIZE
            | checksum(all.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static void addFolder(Path place, String name, Map<String, Long> classes) throws IOException {
        try (Stream<Path> files = Files.walk(place.resolve(name))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String entry = place.relativize(file).toString().replace('\\', '/');
                if (isLoading(entry)) {
                    classes.put(entry, checksum(Files.readAllBytes(file)));
                }
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    /** Takes the checksums that the jar holds itself. */
    private static void addJar(Path place, Map<String, Long> classes) throws IOException {
        try (ZipFile jar = new ZipFile(place.toFile())) {
            Enumeration<? extends ZipEntry> entries = jar.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (isLoading(entry.getName())) {
                    classes.put(entry.getName(), entry.getCrc());
                }
            }
        }
    }

    private static boolean isLoading(String name) {
        if (!name.endsWith(".class") || !name.startsWith(ROOT)) {
            return false;
        }
        for (String part : PARTS) {
            if (name.startsWith(part, ROOT.length())) {
                return true;
            }
        }
        return false;
    }

    private static long checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }

    /** Found out once, when it is first needed. */
    private static final class Current {
        static final OptionalLong VERSION = find();

        private static OptionalLong find() {
            try {
                CodeSource source = EngineVersion.class.getProtectionDomain().getCodeSource();
                String place = source.getLocation().toString();
                // The module system of NetBeans writes jar:file:/…/memdump-core.jar!/
                String file = place.startsWith("jar:") ? place.substring(4, place.lastIndexOf("!/")) : place;
                return of(Path.of(URI.create(file)));
            } catch (IOException | RuntimeException unknown) {
                return OptionalLong.empty();
            }
        }
    }
}
