package io.github.memdump.gephi.heap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.zip.GZIPInputStream;
import org.gephi.desktop.mrufiles.api.MostRecentFiles;
import org.openide.util.Lookup;
import org.openide.util.NbPreferences;

/**
 * Finds the archive that Gephi has unpacked. File &gt; Open hands importers a copy of {@code after.json.gz} in the
 * temporary folder, by a name of its own, and says nothing of where it came from. The engine reads the archive itself;
 * so the copy is given up where the archive is found: by its name, in the folders that Gephi and the user were in last,
 * and by its content.
 */
public final class PackedDump {
    private static final int HEAD = 1 << 16;
    private static final int DEEPEST = 8;
    private static final long LENGTH_MASK = 0xFFFFFFFFL;

    private PackedDump() {
    }

    /** Returns the archive of an unpacked copy if it is found, else the file; reads 64 KiB of each candidate. */
    public static Path original(Path file) {
        String name = file.getFileName().toString();
        if (!UnpackedName.isTemporary(name)) {
            return file;
        }
        Optional<Path> found = Optional.empty();
        for (Path folder : folders()) {
            Path archive = folder.resolve(UnpackedName.of(name) + ".gz");
            if (found.isEmpty() && holds(archive, file)) {
                found = Optional.of(archive);
            }
        }
        keepToOneself(file);
        return found.orElse(file);
    }

    /** A dump has every string of its process. */
    private static void keepToOneself(Path copy) {
        try {
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException | UnsupportedOperationException notOurs) {
            // Where there are no such permissions, or the file is another's, it stays as Gephi made it.
            return;
        }
    }

    /** Returns whether an archive unpacks to a file, as far as its first bytes and its length tell. */
    static boolean holds(Path archive, Path file) {
        if (!Files.isRegularFile(archive)) {
            return false;
        }
        try (InputStream plain = new BufferedInputStream(Files.newInputStream(file));
            InputStream packed = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            return Arrays.equals(plain.readNBytes(HEAD), packed.readNBytes(HEAD))
                && unpackedLength(archive) == (Files.size(file) & LENGTH_MASK);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Returns the length of what an archive unpacks to, modulo 2^32, as it ends with it (RFC 1952). */
    static long unpackedLength(Path archive) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(archive.toFile(), "r")) {
            if (file.length() < Integer.BYTES) {
                return -1;
            }
            file.seek(file.length() - Integer.BYTES);
            return Integer.reverseBytes(file.readInt()) & LENGTH_MASK;
        }
    }

    private static Set<Path> folders() {
        Set<Path> folders = new LinkedHashSet<>();
        MostRecentFiles recent = Lookup.getDefault().lookup(MostRecentFiles.class);
        if (recent != null) {
            recent.getMRUFileList().forEach(file -> addFolder(parent(file), folders));
        }
        addFolders(NbPreferences.root(), 0, folders);
        addFolder(System.getProperty("user.dir", ""), folders);
        addFolder(System.getProperty("user.home", ""), folders);
        return folders;
    }

    private static String parent(String file) {
        try {
            return String.valueOf(Path.of(file).getParent());
        } catch (InvalidPathException odd) {
            return "";
        }
    }

    /** Whatever dialog it was: each keeps the folder that it was in last among Gephi's preferences. */
    private static void addFolders(Preferences preferences, int depth, Set<Path> folders) {
        try {
            for (String key : preferences.keys()) {
                addFolder(preferences.get(key, ""), folders);
            }
            for (String child : depth < DEEPEST ? preferences.childrenNames() : new String[0]) {
                addFolders(preferences.node(child), depth + 1, folders);
            }
        } catch (BackingStoreException | IllegalStateException gone) {
            // Preferences that cannot be read name no folder.
            return;
        }
    }

    private static void addFolder(String text, Set<Path> folders) {
        try {
            if (!text.isEmpty() && text.indexOf('\n') < 0 && Path.of(text).isAbsolute()
                && Files.isDirectory(Path.of(text))) {
                folders.add(Path.of(text));
            }
        } catch (InvalidPathException noPath) {
            // Most preferences are no folders.
            return;
        }
    }
}
