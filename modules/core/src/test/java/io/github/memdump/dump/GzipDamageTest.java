package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.memdump.Loading;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.scan.Newlines;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import io.github.memdump.testing.GoldenDumps;
import io.github.memdump.testing.RandomHeap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Random damage to a packed dump: it is noticed, and all that was packed before it is there. */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GzipDamageTest {
    private static final Seeds SEEDS = new Seeds();
    private static final DumpReader READER = new DumpReader(DumpLimits.DEFAULT, false, 1, 1 << 16);

    /** A packed dump, and how much of it is needed for how many of its records. */
    private static final class Packed {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final List<int[]> flushes = new ArrayList<>();

        Packed(byte[] dump, Random random) throws IOException {
            int lines = 0;
            int at = 0;
            while (at < dump.length) {
                int membersEnd = random.nextInt(3) == 0 ? at + random.nextInt(dump.length - at) : dump.length;
                try (GZIPOutputStream out = new GZIPOutputStream(bytes, true)) {
                    do {
                        int from = at;
                        for (int i = random.nextInt(1 + dump.length / 2000); i >= 0 && at < dump.length; i--) {
                            at = Math.min(dump.length, Newlines.first(dump, at, dump.length) + 1);
                            lines++;
                        }
                        out.write(dump, from, at - from);
                        out.flush();
                        flushes.add(new int[] {bytes.size(), lines});
                    } while (at < membersEnd);
                }
            }
        }

        /** Returns how many records lie wholly before a position of the packed dump. */
        int recordsBefore(int position) {
            int records = 0;
            for (int[] flush : flushes) {
                records = flush[0] <= position ? flush[1] : records;
            }
            return records;
        }
    }

    @Test
    void whatIsPackedBeforeTheDamageInARandomHeapIsThere() throws IOException {
        for (long seed : SEEDS.of(300)) {
            check(RandomHeap.ofSeed(seed % 20).objects(120).after().text().getBytes(StandardCharsets.UTF_8), seed);
        }
    }

    @Test
    void whatIsPackedBeforeTheDamageInARealDumpIsThere() throws IOException {
        byte[] dump;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(GoldenDumps.RUBY_3_1.before()))) {
            dump = in.readAllBytes();
        }
        for (long seed : SEEDS.of(5)) {
            check(dump, seed);
        }
    }

    private static void check(byte[] dump, long seed) throws IOException {
        Random random = new Random(seed);
        Packed packed = new Packed(dump, random);
        List<String> before = ReadOut.of(READER, dump).records;
        assertEquals(before, ReadOut.of(READER, packed.bytes.toByteArray()).records, "seed " + seed);
        int position = random.nextInt(packed.bytes.size());
        byte[] damaged = damaged(packed.bytes.toByteArray(), position, random);
        String trial = "seed " + seed + ", damage at " + position + " of " + packed.bytes.size();
        try {
            ReadOut after = ReadOut.of(READER, damaged);
            int kept = packed.recordsBefore(position);
            assertTrue(after.records.size() >= kept, trial);
            assertEquals(before.subList(0, kept), after.records.subList(0, kept), trial);
            assertTrue(after.summary.issues().total() > 0 || after.records.equals(before), trial);
            HeapLoader.lenient().load(Loading.input(damaged), Task.UNWATCHED);
        } catch (DumpException refused) {
            assertEquals(0, packed.recordsBefore(position), () -> trial + ": " + refused.getMessage());
            assertNotNull(refused.getMessage(), trial);
        } catch (RuntimeException failure) {
            fail(trial, failure);
        }
    }

    /** Damages a packed dump at a position and, possibly, behind it. */
    private static byte[] damaged(byte[] packed, int position, Random random) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.write(packed, 0, position);
        int length = random.nextBoolean() ? 1 : random.nextInt(packed.length - position);
        switch (random.nextInt(5)) {
            case 0:
                return changed.toByteArray();
            case 1:
                changed.write(packed[position] ^ 1 << random.nextInt(8));
                break;
            case 2:
                changed.write(random.nextInt(256));
                length = 0;
                break;
            case 3:
                changed.write(packed, random.nextInt(position + 1), length % (position + 1) / 2);
                break;
            default:
        }
        changed.write(packed, position + length, packed.length - position - length);
        return changed.toByteArray();
    }
}
