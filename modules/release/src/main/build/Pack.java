import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Packs all files of a folder as tar (POSIX ustar), sorted by name, owned by root, of one date; packed once more if the
 * name of the archive ends in .gz or .xz. Same files, same bytes. Usage: java Pack.java OUT INSTANT FOLDER [PREFIX]
 */
public final class Pack {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int PREFIX = 155;

    private final OutputStream out;
    private final long seconds;

    private Pack(OutputStream out, long seconds) {
        this.out = out;
        this.seconds = seconds;
    }

    /** Packs. */
    public static void main(String[] words) throws IOException {
        Path file = Path.of(words[0]);
        Path folder = Path.of(words[2]);
        String prefix = words.length > 3 ? words[3] + "/" : "";
        try (OutputStream out = packed(file)) {
            Pack pack = new Pack(out, Instant.parse(words[1]).getEpochSecond());
            for (Path each : files(folder)) {
                pack.add(prefix + folder.relativize(each).toString().replace('\\', '/'), each);
            }
            out.write(new byte[2 * BLOCK]);
        }
    }

    private static OutputStream packed(Path file) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        String name = file.toString();
        return name.endsWith(".gz") ? new GZIPOutputStream(out)
            : name.endsWith(".xz") ? new XZOutputStream(out, new LZMA2Options(6)) : out;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().collect(Collectors.toList());
        }
    }

    private void add(String name, Path file) throws IOException {
        boolean runs = Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
        byte[] content = Files.readAllBytes(file);
        out.write(header(name, content.length, runs));
        out.write(content);
        out.write(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    }

    private byte[] header(String name, int size, boolean runs) throws IOException {
        int cut = name.length() <= NAME ? 0 : name.indexOf('/', name.length() - NAME - 1);
        if (cut < 0 || cut > PREFIX || name.length() - cut > NAME + 1) {
            throw new IOException("The name is too long for ustar: " + name);
        }
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        field(header, cut == 0 ? name : name.substring(cut + 1), NAME);
        field(header, runs ? "0000755" : "0000644", 8);
        field(header, "0000000", 8);
        field(header, "0000000", 8);
        field(header, String.format("%011o", size), 12);
        field(header, String.format("%011o", seconds), 12);
        field(header, "        ", 8);
        field(header, "0", 1);
        field(header, "", NAME);
        field(header, "ustar", 6);
        field(header, "00", 2);
        field(header, "root", 32);
        field(header, "root", 32);
        field(header, "0000000", 8);
        field(header, "0000000", 8);
        field(header, name.substring(0, cut), PREFIX);
        field(header, "", 12);
        byte[] bytes = header.toByteArray();
        int sum = 0;
        for (byte each : bytes) {
            sum += each & 0xFF;
        }
        byte[] check = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(check, 0, bytes, 148, 8);
        return bytes;
    }

    private static void field(ByteArrayOutputStream header, String text, int length) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        header.write(bytes, 0, bytes.length);
        header.writeBytes(new byte[length - bytes.length]);
    }
}
