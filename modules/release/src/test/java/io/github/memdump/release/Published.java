package io.github.memdump.release;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folder of what is published. */
final class Published {
    static final Path FOLDER = Path.of(System.getProperty("memdump.release"));
    static final String VERSION = System.getProperty("memdump.version");
    static final String PLUGIN = "memdump-gephi-" + VERSION + ".nbm";
    static final String COMMAND = "memdump-" + VERSION;

    private Published() {
    }

    /** Unpacks the portable command with the permissions that its zip names and returns its folder. */
    static Path unpacked(Path into) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(FOLDER.resolve(COMMAND + ".zip"),
            Map.of("enablePosixFileAttributes", true));
            Stream<Path> entries = Files.walk(zip.getPath("/" + COMMAND))) {
            for (Path entry : entries.collect(Collectors.toList())) {
                Path target = into.resolve(entry.toString().substring(1));
                Files.createDirectories(target.getParent());
                Files.copy(entry, target);
                @SuppressWarnings("unchecked")
                Set<PosixFilePermission> mode = (Set<PosixFilePermission>) Files.getAttribute(entry,
                    "zip:permissions");
                if (mode != null) {
                    Files.setPosixFilePermissions(target, mode);
                }
            }
        }
        return into.resolve(COMMAND);
    }

    /** Returns the names of all files, as seen from the folder. */
    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                .sorted().collect(Collectors.toList());
        }
    }

    /** Returns a digest as text. */
    static String digest(String algorithm, Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
