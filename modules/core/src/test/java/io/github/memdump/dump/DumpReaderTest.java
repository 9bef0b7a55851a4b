package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.RandomHeap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading whole dumps: packed or not, in blocks of any size, by any number of threads. */
class DumpReaderTest {
    @TempDir
    private Path directory;

    @Test
    void blocksAndThreadsDoNotChangeWhatIsRead() throws IOException {
        for (long seed = 1; seed <= 12; seed++) {
            byte[] dump = damaged(RandomHeap.ofSeed(seed).after().text().getBytes(StandardCharsets.UTF_8), seed);
            String whole = read(new DumpReader(DumpLimits.DEFAULT, false, 1, 1 << 20), dump);
            for (int blockBytes : new int[] {16, 100, 999, 4096}) {
                assertEquals(whole, read(new DumpReader(DumpLimits.DEFAULT, false, 3, blockBytes), dump),
                    "seed " + seed + ", blocks of " + blockBytes);
            }
        }
    }

    @Test
    void offsetsPointAtTheRecords() throws IOException {
        byte[] dump = unpacked(GoldenDumps.RUBY_3_4.before());
        DumpReader reader = new DumpReader(DumpLimits.DEFAULT, true, 2, 10_000);
        AtomicLong checked = new AtomicLong();
        reader.read(DumpInput.of("dump", new ByteArrayInputStream(dump)), (block, rejections) -> {
            for (int i = 0; i < block.size(); i++) {
                String begin = new String(dump, (int) block.offset(i), 40, StandardCharsets.UTF_8);
                String expected = block.root(i) != RecordBlock.NONE ? "{\"type\":\"ROOT\""
                    : "{\"address\":\"" + Addresses.format(block.address(i)) + "\"";
                assertTrue(begin.startsWith(expected), begin);
                checked.incrementAndGet();
            }
        }, Task.UNWATCHED);
        assertEquals(22_412, checked.get());
    }

    @Test
    void gzipIsToldByItsFirstBytesAndMembersAreJoined() throws IOException {
        String text = RandomHeap.ofSeed(5).after().text();
        int half = text.indexOf('\n', text.length() / 2) + 1;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(gzip(text.substring(0, half)));
        packed.write(gzip(text.substring(half)));
        DumpReader reader = new DumpReader(DumpLimits.DEFAULT, true);
        Path file = Files.write(directory.resolve("two-members.json"), packed.toByteArray());
        assertEquals(read(reader, text.getBytes(StandardCharsets.UTF_8)), read(reader, DumpInput.of(file)));
    }

    @Test
    void aGzipCutInTheMiddleGivesWhatCameBeforeTheCut() throws IOException {
        String text = RandomHeap.ofSeed(6).objects(3000).after().text();
        byte[] packed = gzip(text);
        byte[] cut = Arrays.copyOf(packed, packed.length / 2);
        AtomicLong records = new AtomicLong();
        DumpReader.Summary summary = new DumpReader(DumpLimits.DEFAULT, false)
            .read(DumpInput.of("cut.gz", new ByteArrayInputStream(cut)),
                (block, rejections) -> records.addAndGet(block.size()), Task.UNWATCHED);
        assertEquals(1L, summary.issues().counts().get(IssueKind.TRUNCATED_GZIP));
        assertTrue(records.get() > 100, "records before the cut: " + records);
        assertThrows(DamagedDumpException.class, () -> new DumpReader(DumpLimits.DEFAULT, true)
            .read(DumpInput.of("cut.gz", new ByteArrayInputStream(cut)), (block, rejections) -> { }, Task.UNWATCHED));
    }

    @Test
    void missingFilesAndDirectoriesAreNamed() {
        DumpReader reader = new DumpReader(DumpLimits.DEFAULT, false);
        assertTrue(assertThrows(DumpException.class, () -> read(reader, DumpInput.of(directory.resolve("none.json"))))
            .getMessage().contains("none.json does not exist"));
        assertTrue(assertThrows(DumpException.class, () -> read(reader, DumpInput.of(directory)))
            .getMessage().contains("is a directory"));
    }

    @Test
    void cancellingStopsTheReading() throws IOException {
        byte[] dump = unpacked(GoldenDumps.RUBY_3_4.before());
        DumpReader reader = new DumpReader(DumpLimits.DEFAULT, false, 2, 10_000);
        AtomicLong calls = new AtomicLong();
        AtomicLong records = new AtomicLong();
        Task cancelled = new Task() {
            @Override
            public void phase(String name, long total) {
            }

            @Override
            public void done(long steps) {
                if (calls.incrementAndGet() == 3) {
                    throw new CancelledException();
                }
            }
        };
        assertThrows(CancelledException.class, () -> reader.read(DumpInput.of("dump", new ByteArrayInputStream(dump)),
            (block, rejections) -> records.addAndGet(block.size()), cancelled));
        assertTrue(records.get() < 1000, "records after cancel: " + records);
    }

    private static byte[] damaged(byte[] dump, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            dump[random.nextInt(dump.length)] = (byte) random.nextInt(256);
        }
        return dump;
    }

    private static String read(DumpReader reader, byte[] dump) throws DumpException {
        return ReadOut.of(reader, dump).toString();
    }

    private static String read(DumpReader reader, DumpInput input) throws DumpException {
        return ReadOut.of(reader, input).toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }
}
