import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes a jar smaller: classes of some packages stay, and all that their constant pools name, directly or not, be it as
 * a class, in a signature or as text; of the rest go classes, services and the files of packages that nothing is left
 * of. Same input, same bytes. Usage: java Shrink.java IN OUT INSTANT PREFIX… -- LEFT-OUT-PREFIX…
 */
public final class Shrink {
    private static final Pattern NAMES = Pattern.compile("L([\\w/$]+)[;<]");
    private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/\\d+/(.*)");
    private static final String SERVICES = "META-INF/services/";

    private final ZipFile jar;
    private final Set<String> classes = new HashSet<>();
    private final Set<String> kept = new HashSet<>();
    private final List<String> without;

    private Shrink(ZipFile jar, List<String> without) {
        this.jar = jar;
        this.without = without;
        jar.stream().map(ZipEntry::getName).filter(name -> name.endsWith(".class"))
            .forEach(name -> classes.add(name.substring(0, name.length() - 6)));
    }

    /** Reads, chooses, writes. */
    public static void main(String[] words) throws IOException {
        List<String> prefixes = List.of(words).subList(3, words.length);
        int bar = prefixes.indexOf("--");
        try (ZipFile jar = new ZipFile(words[0])) {
            Shrink shrink = new Shrink(jar, prefixes.subList(bar + 1, prefixes.size()));
            shrink.keep(prefixes.subList(0, bar));
            shrink.write(Path.of(words[1]), Instant.parse(words[2]));
        }
    }

    private void keep(List<String> prefixes) throws IOException {
        Deque<String> open = new ArrayDeque<>();
        for (String name : classes) {
            if (prefixes.stream().anyMatch(name::startsWith) && without.stream().noneMatch(name::startsWith)) {
                kept.add(name);
                open.add(name);
            }
        }
        while (!open.isEmpty()) {
            byte[] bytes = bytes(open.pop() + ".class");
            for (String named : named(bytes)) {
                if (classes.contains(named) && kept.add(named)) {
                    open.add(named);
                }
            }
        }
    }

    private byte[] bytes(String entry) throws IOException {
        return jar.getInputStream(jar.getEntry(entry)).readAllBytes();
    }

    /** Returns what may be the name of a class in a constant pool (JVM specification, 4.4). */
    private static Set<String> named(byte[] bytes) throws IOException {
        Set<String> names = new HashSet<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        in.skipBytes(8);
        int count = in.readUnsignedShort();
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1:
                    String text = in.readUTF();
                    names.add(text.replace('.', '/'));
                    for (Matcher name = NAMES.matcher(text); name.find();) {
                        names.add(name.group(1));
                    }
                    break;
                case 5:
                case 6:
                    in.skipBytes(8);
                    i++;
                    break;
                case 7:
                case 8:
                case 16:
                case 19:
                case 20:
                    in.skipBytes(2);
                    break;
                case 15:
                    in.skipBytes(3);
                    break;
                default:
                    in.skipBytes(4);
            }
        }
        return names;
    }

    private boolean stays(String name, Set<String> folders, Set<String> before) {
        Matcher versioned = VERSIONED.matcher(name);
        String plain = versioned.matches() ? versioned.group(1) : name;
        if (plain.endsWith(".class")) {
            return kept.contains(plain.substring(0, plain.length() - 6));
        }
        String folder = top(plain);
        return without.stream().noneMatch(plain::startsWith) && !before.contains(folder) || folders.contains(folder);
    }

    /** Returns the first three folders: what is below them goes with the classes there. */
    private static String top(String name) {
        String[] parts = name.split("/");
        return String.join("/", List.of(parts).subList(0, Math.min(3, parts.length - 1)));
    }

    private void write(Path file, Instant time) throws IOException {
        Set<String> folders = kept.stream().map(Shrink::top).collect(Collectors.toSet());
        Set<String> before = classes.stream().map(Shrink::top).collect(Collectors.toSet());
        TreeMap<String, byte[]> entries = new TreeMap<>();
        for (ZipEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (!entry.isDirectory() && stays(name, folders, before)) {
                byte[] content = name.startsWith(SERVICES) ? services(bytes(name)) : bytes(name);
                if (content.length > 0 || !name.startsWith(SERVICES)) {
                    entries.put(name, content);
                }
            }
        }
        byte[] manifest = entries.remove("META-INF/MANIFEST.MF");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
            ZipOutputStream zip = new ZipOutputStream(out)) {
            if (manifest != null) {
                add("META-INF/MANIFEST.MF", manifest, time, zip);
            }
            for (var entry : entries.entrySet()) {
                add(entry.getKey(), entry.getValue(), time, zip);
            }
        }
    }

    private static void add(String name, byte[] content, Instant time, ZipOutputStream zip) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time.atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(entry);
        zip.write(content);
    }

    /** Returns the lines that name classes which are still there, or are of others. */
    private byte[] services(byte[] content) {
        StringBuilder left = new StringBuilder();
        for (String line : new String(content, StandardCharsets.UTF_8).split("\n")) {
            String name = line.replaceAll("#.*", "").strip().replace('.', '/');
            if (!name.isEmpty() && (!classes.contains(name) || kept.contains(name))) {
                left.append(line).append('\n');
            }
        }
        return left.toString().getBytes(StandardCharsets.UTF_8);
    }
}
