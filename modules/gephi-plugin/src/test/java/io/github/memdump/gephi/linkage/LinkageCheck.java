package io.github.memdump.gephi.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Says which references of an .nbm do not resolve in an installation of Gephi: {@code src/build/gephi-linkage.sh}. */
public final class LinkageCheck {
    private static final int BAD = 1;
    private static final int USAGE = 2;

    private LinkageCheck() {
    }

    /** Takes the folder of an installation and an .nbm; exits with 1 if something does not fit. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: gephi-linkage.sh GEPHI_FOLDER PLUGIN.nbm");
            System.exit(USAGE);
        }
        System.exit(run(Path.of(arguments[0]), Path.of(arguments[1]), System.out));
    }

    static int run(Path gephi, Path nbm, PrintStream out) throws IOException {
        Path unpacked = Files.createTempDirectory("memdump-nbm");
        try {
            unpack(nbm, unpacked);
            ModuleFolder installation = new ModuleFolder(gephi);
            if (installation.modules().isEmpty()) {
                out.println(gephi + " has no modules");
                return USAGE;
            }
            Linkage linkage = new Linkage(new ModuleFolder(unpacked), installation);
            linkage.problems().forEach(out::println);
            out.println(linkage.references() + " references to " + installation.modules().size() + " modules, "
                + linkage.problems().size() + " do not fit");
            return linkage.problems().isEmpty() ? 0 : BAD;
        } finally {
            remove(unpacked);
        }
    }

    private static void unpack(Path nbm, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(nbm); ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (target.startsWith(folder) && entry.getName().endsWith(".jar")) {
                    Files.createDirectories(target.getParent());
                    Files.copy(in, target);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).collect(Collectors.toList());
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
