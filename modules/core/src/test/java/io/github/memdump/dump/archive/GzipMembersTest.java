package io.github.memdump.dump.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.DumpReader;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.task.Task;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** Reading gzip: whole, in members, cut, damaged, with something behind it. */
class GzipMembersTest {
    private static final byte[] ONE = random(1, 100_000);
    private static final byte[] TWO = random(2, 70_000);

    @Test
    void membersAreJoinedThoughThePipeHasNeverMoreThanOneByteReady() throws IOException {
        byte[] packed = join(gzip(ONE), gzip(new byte[0]), gzip(TWO));
        InputStream trickle = new ByteArrayInputStream(packed) {
            @Override
            public int read(byte[] bytes, int offset, int length) {
                return super.read(bytes, offset, Math.min(length, 1));
            }

            @Override
            public int available() {
                return 0;
            }
        };
        assertArrayEquals(join(ONE, TWO), new GzipMembers(trickle, 512).readAllBytes());
    }

    @Test
    void theOptionalPartsOfAHeaderAreSkipped() throws IOException {
        byte[] plain = gzip(ONE);
        byte[] head = Arrays.copyOf(plain, 10);
        head[3] = 4 | 8 | 16 | 2;
        byte[] extra = {3, 0, 1, 2, 3};
        byte[] texts = "name\0comment\0".getBytes(StandardCharsets.US_ASCII);
        byte[] packed = join(head, extra, texts, new byte[] {9, 9}, Arrays.copyOfRange(plain, 10, plain.length));
        assertArrayEquals(ONE, new GzipMembers(new ByteArrayInputStream(packed), 7).readAllBytes());
    }

    @Test
    void zerosBehindTheEndArePadding() throws IOException {
        byte[] packed = join(gzip(ONE), new byte[1000]);
        assertArrayEquals(ONE, new GzipMembers(new ByteArrayInputStream(packed), 512).readAllBytes());
    }

    @Test
    void aCutAnywhereIsNoticedAndWhatCameBeforeIsGiven() throws IOException {
        byte[] text = "{\"address\":\"0x10\", \"type\":\"STRING\"}\n".repeat(50).getBytes(StandardCharsets.UTF_8);
        byte[] packed = gzip(text);
        for (int cut = 1; cut < packed.length; cut++) {
            byte[] part = Arrays.copyOf(packed, cut);
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            assertThrows(EOFException.class, () -> copy(part, read), "cut at " + cut);
            assertArrayEquals(Arrays.copyOf(text, read.size()), read.toByteArray(), "cut at " + cut);
        }
    }

    @Test
    void damageAnywhereInTheDataIsNoticed() throws IOException {
        byte[] packed = gzip(ONE);
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] damaged = packed.clone();
            int at = 10 + random.nextInt(packed.length - 10);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            assertThrows(IOException.class, () -> copy(damaged, new ByteArrayOutputStream()), "byte " + at);
        }
    }

    @Test
    void whatFollowsTheMembersIsNotTakenForContent() throws IOException {
        for (String behind : new String[] {"garbage", "\0\0garbage", "\u001f", "\0"}) {
            byte[] packed = join(gzip(ONE), behind.getBytes(StandardCharsets.ISO_8859_1));
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            if (behind.equals("\0")) {
                copy(packed, read);
            } else {
                Class<?> expected = behind.length() == 1 ? EOFException.class
                    : GzipMembers.SomethingBehindException.class;
                assertEquals(expected, assertThrows(IOException.class, () -> copy(packed, read)).getClass(), behind);
            }
            assertArrayEquals(ONE, read.toByteArray());
        }
    }

    @Test
    void garbageBehindAPackedDumpIsCountedAndTheDumpKept() throws IOException {
        byte[] text = "{\"address\":\"0x10\", \"type\":\"STRING\"}\n".getBytes(StandardCharsets.UTF_8);
        AtomicLong records = new AtomicLong();
        DumpReader.Summary summary = new DumpReader(DumpLimits.DEFAULT, false).read(
            DumpInput.of("dump.gz", new ByteArrayInputStream(join(gzip(text), "garbage".getBytes()))),
            (block, rejections) -> records.addAndGet(block.size()), Task.UNWATCHED);
        assertEquals(1, records.get());
        assertEquals(Map.of(IssueKind.NO_GZIP_BEHIND, 1L), summary.issues().counts());
    }

    @Test
    void theInflaterIsEndedWhereTheHeaderIsDamagedOrCutOff() throws IOException {
        byte[] whole = gzip(ONE);
        byte[] otherMethod = whole.clone();
        otherMethod[2] = 7;
        List<byte[]> bad = List.of(new byte[0], Arrays.copyOf(whole, 5), otherMethod, "plain".getBytes());
        for (byte[] packed : bad) {
            Inflater inflater = new Inflater(true);
            assertThrows(IOException.class,
                () -> new GzipMembers(new ByteArrayInputStream(packed), 64, inflater));
            assertThrows(NullPointerException.class, inflater::getBytesRead, "still open");
        }
        Inflater inflater = new Inflater(true);
        try (InputStream in = new GzipMembers(new ByteArrayInputStream(whole), 64, inflater)) {
            assertArrayEquals(ONE, in.readAllBytes());
            assertTrue(inflater.getBytesRead() > 0);
        }
        assertThrows(NullPointerException.class, inflater::getBytesRead, "still open");
    }

    private static void copy(byte[] packed, ByteArrayOutputStream out) throws IOException {
        try (GzipMembers in = new GzipMembers(new ByteArrayInputStream(packed), 64)) {
            byte[] some = new byte[100];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                out.write(some, 0, read);
            }
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    private static byte[] random(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
