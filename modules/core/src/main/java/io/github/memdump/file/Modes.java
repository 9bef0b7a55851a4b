package io.github.memdump.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/** Modes that let the owner alone read and write, where the file system knows modes. */
final class Modes {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private Modes() {
    }

    private static boolean known(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Returns what a file in a folder is created with. */
    static FileAttribute<?>[] ofFileIn(Path folder) {
        return known(folder) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
            : new FileAttribute<?>[0];
    }

    /** Creates a folder. */
    static void create(Path folder) throws IOException {
        if (known(folder)) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(FOLDER));
            set(folder, FOLDER);
        } else {
            Files.createDirectory(folder);
        }
    }

    /** Creates an empty file. */
    static void createFile(Path file) throws IOException {
        Files.createFile(file, ofFileIn(Objects.requireNonNull(file.getParent())));
        setFile(file);
    }

    /** Makes a file its owner's alone, which another program may have made, or a umask have shut to him. */
    static void setFile(Path file) throws IOException {
        set(file, FILE);
    }

    private static void set(Path file, Set<PosixFilePermission> mode) throws IOException {
        PosixFileAttributeView now = Files.getFileAttributeView(file, PosixFileAttributeView.class,
            LinkOption.NOFOLLOW_LINKS);
        if (now != null && !now.readAttributes().permissions().equals(mode)) {
            // By this view, since Files' own method would follow a link that somebody has put there meanwhile.
            now.setPermissions(mode);
        }
    }
}
