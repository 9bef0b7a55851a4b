package io.github.memdump.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However an index came to be wrong, the dump is read instead, with the same result, and a new index made. */
class UnusableIndexTest {
    @TempDir
    private Path folder;
    private Opening opening;
    private Path dump;
    private Heap expected;
    private byte[] index;

    @BeforeEach
    void makeAnIndex() throws IOException {
        opening = new Opening(folder.resolve("cache"));
        dump = Opening.settled(OddHeap.damaged().writeTo(folder.resolve("odd.json")));
        expected = Loading.load(dump);
        opening.open(dump);
        index = Files.readAllBytes(opening.onlyIndex());
        opening.open(dump);
        assertFalse(opening.hasReadTheDump(), opening.notes.toString());
    }

    private void replaceBy(byte[] bytes, String message) throws IOException {
        Path file = opening.onlyIndex();
        Files.write(file, bytes);
        Opening.assertSame(expected, opening.open(dump), message);
        assertTrue(opening.hasReadTheDump(), message);
        assertEquals(Arrays.toString(index), Arrays.toString(Files.readAllBytes(file)), message);
    }

    @Test
    void everyTruncation() throws IOException {
        for (int length = 0; length < index.length; length += length < 100 ? 1 : 61) {
            replaceBy(Arrays.copyOf(index, length), "cut to " + length);
        }
        replaceBy(Arrays.copyOf(index, index.length - 1), "cut by one");
        replaceBy(Arrays.copyOf(index, index.length + 1), "longer by one");
    }

    @Test
    void everyBitThatIsFlipped() throws IOException {
        long seed = 20261123;
        Random random = new Random(seed);
        for (int trial = 0; trial < 200; trial++) {
            byte[] damaged = index.clone();
            int at = trial < IndexFormat.HEADER_BYTES ? trial : random.nextInt(index.length);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            replaceBy(damaged, "seed " + seed + ", trial " + trial + ", byte " + at);
        }
    }

    @Test
    void piecesThatAreLostOrForeign() throws IOException {
        long seed = 4711;
        Random random = new Random(seed);
        for (int trial = 0; trial < 100; trial++) {
            byte[] damaged = index.clone();
            int from = random.nextInt(index.length);
            int to = Math.min(index.length, from + 1 + random.nextInt(600));
            if (trial % 2 == 0) {
                Arrays.fill(damaged, from, to, (byte) 0);
            } else {
                byte[] noise = new byte[to - from];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, damaged, from, noise.length);
            }
            if (!Arrays.equals(damaged, index)) {
                replaceBy(damaged, "seed " + seed + ", trial " + trial);
            }
        }
    }

    @Test
    void aFolderInItsPlace() throws IOException {
        Path file = opening.onlyIndex();
        Files.delete(file);
        Files.createDirectory(file);
        Opening.assertSame(expected, opening.open(dump), "folder");
        assertTrue(Files.isDirectory(file));
    }

    @Test
    void anotherVersionOfTheProgram() throws IOException {
        opening.open(dump, opening.loader(HeapLoader.lenient()).by(12345));
        assertTrue(opening.hasReadTheDump());
        assertTrue(opening.notes.toString().contains("another version"), opening.notes.toString());
        opening.open(dump);
        assertTrue(opening.hasReadTheDump());
    }

    @Test
    void aDumpThatHasGrown() throws IOException {
        FileTime time = Files.getLastModifiedTime(dump);
        Files.writeString(dump, "{\"address\":\"0x7f0000400000\", \"type\":\"OBJECT\"}\n", StandardOpenOption.APPEND);
        Files.setLastModifiedTime(dump, time);
        assertReadAnew("grown");
    }

    @Test
    void aDumpWithOtherContentOfTheSameSizeAndTime() throws IOException {
        FileTime time = Files.getLastModifiedTime(dump);
        byte[] bytes = Files.readAllBytes(dump);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes[text.indexOf("\"memsize\":40") + 10] = '9';
        Files.write(dump, bytes);
        Files.setLastModifiedTime(dump, time);
        assertReadAnew("in place");
        Path other = Files.write(folder.resolve("other"), text.getBytes(StandardCharsets.ISO_8859_1));
        Files.setLastModifiedTime(other, time);
        Files.move(other, dump, StandardCopyOption.REPLACE_EXISTING);
        assertReadAnew("replaced");
    }

    @Test
    void aCopyOfTheDumpElsewhere() throws IOException {
        Path copy = Files.copy(dump, folder.resolve("copy.json"), StandardCopyOption.COPY_ATTRIBUTES);
        opening.open(copy);
        assertTrue(opening.hasReadTheDump());
    }

    @Test
    void aDumpThatWasWrittenToJustNowIsNotKept() throws IOException {
        Path fresh = OddHeap.whole().writeTo(folder.resolve("fresh.json"));
        Files.setLastModifiedTime(fresh, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        opening.open(fresh);
        assertTrue(opening.notes.toString().contains("written to just now"), opening.notes.toString());
        opening.onlyIndex();
    }

    @Test
    void samplesTellContentApart() throws IOException {
        byte[] bytes = new byte[1 << 20];
        new Random(7).nextBytes(bytes);
        Path file = Files.write(folder.resolve("sampled"), bytes);
        int checksum = Samples.checksum(file, bytes.length);
        assertEquals(checksum, Samples.checksum(file, bytes.length));
        int step = (bytes.length - (128 << 10)) / 32;
        for (int at : new int[] {0, 65_535, (64 << 10) + step * 31, bytes.length - 1}) {
            bytes[at] ^= 1;
            assertNotEquals(checksum, Samples.checksum(Files.write(file, bytes), bytes.length), "byte " + at);
            bytes[at] ^= 1;
        }
    }

    private void assertReadAnew(String message) throws IOException {
        expected = Loading.load(dump);
        Opening.assertSame(expected, opening.open(dump), message);
        assertTrue(opening.hasReadTheDump(), message);
        Opening.assertSame(expected, opening.open(dump), message);
        assertFalse(opening.hasReadTheDump(), () -> message + opening.notes);
    }
}
