package io.github.memdump.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryWatchTest {
    private static final long NONE = Long.MAX_VALUE;
    private static final long SECOND = 1_000_000_000L;

    private static MemoryWatch watch(String growth, Optional<Duration> every) {
        return MemoryWatch.of(1, growth, Duration.ofSeconds(10), every);
    }

    private static String reason(MemoryWatch watch, long second, long megabytes) {
        return watch.reason(second * SECOND, megabytes << 20, NONE, NONE).orElse("");
    }

    @Test
    void theFirstDumpIsTakenWhenMemoryHasHardlyGrownForAWhile() {
        MemoryWatch watch = watch("50m", Optional.empty());
        assertEquals("", reason(watch, 0, 100));
        assertEquals("", reason(watch, 9, 200));
        assertEquals("", reason(watch, 18, 205));
        assertEquals("it is warm with 205 MB", reason(watch, 19, 205));
    }

    @Test
    void whatNeverBecomesWarmIsDumpedAllTheSame() {
        MemoryWatch watch = watch("50m", Optional.empty());
        for (int second = 100; second < 140; second++) {
            assertEquals("", reason(watch, second, 10L * second));
        }
        assertEquals("it has grown to 1400 MB without becoming warm", reason(watch, 140, 1400));
    }

    @Test
    void anotherIsTakenAfterGrowthInMegabytesOrPerCent() {
        MemoryWatch megabytes = watch("50m", Optional.empty());
        megabytes.taken(0, 100 << 20);
        assertEquals("", reason(megabytes, 1, 150));
        assertEquals("it has grown from 100 to 151 MB", reason(megabytes, 1, 151));
        MemoryWatch share = watch("20%", Optional.empty());
        share.taken(0, 100 << 20);
        assertEquals("", reason(share, 1, 120));
        assertEquals("it has grown from 100 to 121 MB", reason(share, 1, 121));
    }

    @Test
    void anotherIsTakenAfterATimeAndOnceBeforeALimit() {
        MemoryWatch watch = watch("50%", Optional.of(Duration.ofSeconds(60)));
        watch.taken(0, 100 << 20);
        assertEquals("", reason(watch, 59, 100));
        assertEquals("it is time", reason(watch, 60, 100));
        long limit = 200 << 20;
        assertEquals("", watch.reason(1, 100 << 20, limit, 21 << 20).orElse(""));
        assertEquals("only 19 MB are left before the limit of 200 MB",
            watch.reason(1, 100 << 20, limit, 19 << 20).orElse(""));
        assertEquals("", watch.reason(2, 100 << 20, limit, 18 << 20).orElse(""));
    }

    @Test
    void anythingElseThanMegabytesAndPerCentIsRefused() {
        for (String growth : new String[] {"", "20", "m", "-5m", "5g", "1e3m", "99999999m"}) {
            assertThrows(IllegalArgumentException.class, () -> watch(growth, Optional.empty()), growth);
        }
    }
}
