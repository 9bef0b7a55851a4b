package io.github.memdump.dump;

/**
 * What a reader accepts before it calls a line damaged or a dump too large. Immutable; {@link #DEFAULT} fits every
 * dump seen so far (longest line met: 8.4 MB).
 */
public final class DumpLimits {
    /** Lines up to 1 GiB, 200 million objects, names kept up to 4,096 characters. */
    public static final DumpLimits DEFAULT = new DumpLimits(1 << 30, 200_000_000, 4096);

    private final int lineBytes;
    private final int objects;
    private final int keptCharacters;

    private DumpLimits(int lineBytes, int objects, int keptCharacters) {
        this.lineBytes = lineBytes;
        this.objects = objects;
        this.keptCharacters = keptCharacters;
    }

    /** Returns the most bytes one line may have; a longer one is skipped and counted. */
    public int lineBytes() {
        return lineBytes;
    }

    /** Returns the most objects a heap may have; one more and reading fails. */
    public int objects() {
        return objects;
    }

    /** Returns the most characters kept of a file, method, class or root name; what is longer is cut. */
    public int keptCharacters() {
        return keptCharacters;
    }

    /** Returns all limits in words; equal only if all limits are. */
    @Override
    public String toString() {
        return "line bytes " + lineBytes + ", objects " + objects + ", kept characters " + keptCharacters;
    }

    /** Returns these limits with another line length, at least 16 bytes. */
    public DumpLimits withLineBytes(int bytes) {
        return new DumpLimits(Math.max(16, bytes), objects, keptCharacters);
    }

    /** Returns these limits with another number of objects. */
    public DumpLimits withObjects(int most) {
        return new DumpLimits(lineBytes, most, keptCharacters);
    }

    /** Returns these limits with another length of kept names. */
    public DumpLimits withKeptCharacters(int most) {
        return new DumpLimits(lineBytes, objects, most);
    }
}
