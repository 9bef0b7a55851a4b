package io.github.memdump.live;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides when a process is to be dumped, by the memory that it has: once it is warm, again after it has grown, before
 * a limit, or after a time. Asked again and again; not thread-safe.
 */
public final class MemoryWatch {
    private static final Pattern GROWTH = Pattern.compile("(\\d{1,6})(m|%)");
    private static final double STEADY = 1.05;
    private static final double NEAR = 0.9;
    /** What leaks fast never becomes steady: after so many times that long it is dumped all the same. */
    private static final int LATEST = 4;

    private final long pid;
    private final long bytes;
    private final double factor;
    private final long warmNanos;
    private final long everyNanos;
    private long steadySince;
    private long firstSeen;
    private long steadyBytes = -1;
    private boolean isWarm;
    private boolean wasNear;
    private long lastBytes;
    private long lastTime;

    private MemoryWatch(long pid, long bytes, double factor, Duration warm, Optional<Duration> every) {
        this.pid = pid;
        this.bytes = bytes;
        this.factor = factor;
        this.warmNanos = warm.toNanos();
        this.everyNanos = every.map(Duration::toNanos).orElse(Long.MAX_VALUE);
    }

    /**
     * Begins a watch.
     *
     * @param growth how much more is worth a dump: {@code 200m} or {@code 20%}
     * @param warm   for how long memory must not grow by more than a twentieth before the first dump, which is taken
     *               after four times that long at the latest
     * @param every  after how long another dump is taken whatever the memory, nothing for never
     * @throws IllegalArgumentException if the growth is written otherwise
     */
    public static MemoryWatch of(long pid, String growth, Duration warm, Optional<Duration> every) {
        Matcher matcher = GROWTH.matcher(growth.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(growth);
        }
        long number = Long.parseLong(matcher.group(1));
        boolean isShare = matcher.group(2).equals("%");
        return new MemoryWatch(pid, isShare ? 0 : number << 20, isShare ? 1 + number / 100.0 : 1, warm, every);
    }

    /** Returns why a dump is to be taken now, nothing if none is. */
    public Optional<String> reason(long nanos) {
        long free = ControlGroup.of(pid).free();
        long limit = ControlGroup.of(pid).limit();
        return reason(nanos, OperatingSystem.memory(pid).orElse(0), limit, free);
    }

    /** The same for known figures. */
    Optional<String> reason(long nanos, long now, long limit, long free) {
        if (now == 0) {
            return Optional.empty();
        }
        boolean isNear = limit < Long.MAX_VALUE && free < limit * (1 - NEAR);
        if (isNear && !wasNear) {
            wasNear = true;
            return Optional.of("only " + (free >> 20) + " MB are left before the limit of " + (limit >> 20) + " MB");
        }
        wasNear = isNear;
        if (!isWarm) {
            if (steadyBytes < 0) {
                firstSeen = nanos;
            }
            if (steadyBytes < 0 || now > steadyBytes * STEADY) {
                steadyBytes = now;
                steadySince = nanos;
            }
            if (nanos - steadySince >= warmNanos) {
                return Optional.of("it is warm with " + (now >> 20) + " MB");
            }
            return (nanos - firstSeen) / LATEST >= warmNanos ? Optional.of("it has grown to " + (now >> 20)
                + " MB without becoming warm") : Optional.empty();
        }
        if (now > lastBytes * factor + bytes) {
            return Optional.of("it has grown from " + (lastBytes >> 20) + " to " + (now >> 20) + " MB");
        }
        return nanos - lastTime >= everyNanos ? Optional.of("it is time") : Optional.empty();
    }

    /** Notes that a dump was taken. */
    public void taken(long nanos) {
        taken(nanos, OperatingSystem.memory(pid).orElse(0));
    }

    void taken(long nanos, long now) {
        isWarm = true;
        lastTime = nanos;
        lastBytes = now;
    }
}
