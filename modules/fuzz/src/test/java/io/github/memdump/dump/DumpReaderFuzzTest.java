package io.github.memdump.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.dump.issue.Issue;
import io.github.memdump.dump.issue.Limit;
import io.github.memdump.dump.scan.Newlines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Any bytes are a dump that is read, or something that is refused in words. */
class DumpReaderFuzzTest {
    private static final DumpLimits TIGHT = DumpLimits.DEFAULT.with(Limit.LINE_BYTES, 90).with(Limit.NESTING, 3)
        .with(Limit.KEPT_CHARACTERS, 16).with(Limit.REFERENCES_PER_OBJECT, 2);
    private static final PlainAgainstJackson READERS = new PlainAgainstJackson(DumpLimits.DEFAULT);
    private static final PlainAgainstJackson TIGHT_READERS = new PlainAgainstJackson(TIGHT);

    @FuzzTest(maxDuration = "10m")
    @DictionaryFile(resourcePath = "records.dict")
    void anyBytes(byte[] dump) {
        check(dump, DumpLimits.DEFAULT, 16);
        check(dump, TIGHT, 128);
        LoadedHeap.check(dump);
        int line = 0;
        while (line < dump.length) {
            int end = Newlines.first(dump, line, dump.length);
            byte[] bytes = Arrays.copyOfRange(dump, line, end);
            String what = new String(bytes, StandardCharsets.ISO_8859_1);
            READERS.agree(bytes, what);
            TIGHT_READERS.agree(bytes, what);
            line = end + 1;
        }
    }

    private static void check(byte[] dump, DumpLimits limits, int blockBytes) {
        String whole = told(new DumpReader(limits, false, 1, 1 << 16), dump);
        assertEquals(whole, told(new DumpReader(limits, false, 1, blockBytes), dump), "blocks of " + blockBytes);
        checkStrict(dump, limits);
    }

    private static String told(DumpReader reader, byte[] dump) {
        try {
            ReadOut read = ReadOut.of(reader, dump);
            checkPlaces(read);
            return read.toString();
        } catch (DumpException refused) {
            checkRefusal(refused);
            return refused.getClass().getName();
        }
    }

    /** A refusal is told in words; what caused it may be the file, never a mistake in the program. */
    static void checkRefusal(DumpException refused) {
        assertTrue(refused.getCause() == null || refused.getCause() instanceof IOException, refused::toString);
        assertTrue(refused.getMessage().length() > 20, refused.getMessage());
    }

    private static void checkPlaces(ReadOut read) {
        long before = -1;
        for (long offset : read.offsets) {
            assertTrue(offset > before && offset < read.summary.bytes(), () -> "record at " + offset);
            before = offset;
        }
        long line = 1;
        for (Issue issue : read.issues()) {
            assertTrue(issue.line() >= line && issue.line() <= Math.max(1, read.summary.lines()), issue::describe);
            assertTrue(issue.offset() >= 0 && issue.offset() <= read.summary.bytes(), issue::describe);
            line = issue.line();
        }
    }

    /** A strict reader fails exactly where a lenient one has its first issue. */
    private static void checkStrict(byte[] dump, DumpLimits limits) {
        ReadOut lenient;
        try {
            lenient = ReadOut.of(new DumpReader(limits, false, 1, 1 << 16), dump);
        } catch (DumpException noDump) {
            return;
        }
        try {
            ReadOut strict = ReadOut.of(new DumpReader(limits, true, 1, 1 << 16), dump);
            assertEquals(lenient.toString(), strict.toString());
        } catch (DamagedDumpException stop) {
            assertEquals(lenient.issues().get(0).describe(), stop.issue().describe());
            return;
        } catch (DumpException other) {
            throw new AssertionError(other);
        }
        assertEquals(0, lenient.summary.issues().total());
    }
}
