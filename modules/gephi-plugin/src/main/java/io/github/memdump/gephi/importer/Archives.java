package io.github.memdump.gephi.importer;

import io.github.memdump.dump.DumpFormat;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gephi.io.importer.api.ImportUtils;
import org.openide.filesystems.FileUtil;

/**
 * Unpacks archives that the engine does not read by itself, {@code .zip} and {@code .bz2}: every dump that is in them,
 * into a folder that nobody else can read and that goes when Gephi ends. Takes as long as unpacking does: not for the
 * event thread.
 */
final class Archives {
    private Archives() {
    }

    /** Returns whether a file is an archive that has to be unpacked, by its name. */
    static boolean isPacked(Path file) {
        String name = name(file);
        return name.endsWith(".zip") || name.endsWith(".bz2");
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the dumps in some files in their order, those of archives unpacked; what is no archive is returned as it
     * is.
     *
     * @throws IOException if an archive cannot be read, or if no dump is in it
     */
    static List<Path> unpacked(List<Path> files) throws IOException {
        List<Path> dumps = new ArrayList<>();
        for (Path file : files) {
            if (isPacked(file)) {
                List<Path> found = unpacked(file);
                if (found.isEmpty()) {
                    throw new IOException(file.getFileName() + ": no Ruby heap dump is in it");
                }
                dumps.addAll(found);
            } else {
                dumps.add(file);
            }
        }
        return dumps;
    }

    private static List<Path> unpacked(Path archive) throws IOException {
        Path folder = Files.createTempDirectory("memdump-");
        folder.toFile().deleteOnExit();
        List<Path> dumps = new ArrayList<>();
        if (name(archive).endsWith(".bz2")) {
            String name = archive.getFileName().toString();
            Path target = folder.resolve(name.substring(0, name.length() - ".bz2".length()));
            File made = ImportUtils.getBzipFile(FileUtil.toFileObject(archive.toFile()), target.toFile(), true);
            keep(made.toPath(), dumps);
            return dumps;
        }
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path name = Path.of(entry.getName()).getFileName();
                if (!entry.isDirectory() && name != null && !name.toString().equals("..")) {
                    Path target = folder.resolve(free(folder, name));
                    copy(zip, target);
                    keep(target, dumps);
                }
            }
        }
        return dumps;
    }

    /** Two dumps of one name in an archive do not overwrite each other. */
    private static String free(Path folder, Path name) {
        return Files.exists(folder.resolve(name)) ? "again-" + name : name.toString();
    }

    private static void copy(InputStream from, Path target) throws IOException {
        Files.copy(from, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void keep(Path file, List<Path> dumps) throws IOException {
        file.toFile().deleteOnExit();
        if (DumpFormat.recognises(file)) {
            dumps.add(file);
        } else {
            Files.delete(file);
        }
    }
}
