package io.github.memdump.graph.reach;

/**
 * What must be known of many HyperLogLog sketches to read them: the sum of {@code 2^-r} over all registers {@code r}
 * above 0, and how many registers are 0. Both are whole numbers in one long, so that it does not matter in which order
 * registers are added.
 */
final class RegisterSums {
    private static final int SUM_BITS = 50;
    private static final int LARGEST = 40;
    private static final long SUM = (1L << SUM_BITS) - 1;
    private static final long TOPS = 0x8080808080808080L;
    private static final double SCALE = 0.5 / Math.log(2);

    private final long[] sums;
    private final int registers;

    /** Makes sums for so many sketches of at most 4096 registers: 8 bytes each. */
    RegisterSums(int sketches, int registers) {
        this.sums = new long[sketches];
        this.registers = registers;
    }

    /** Returns the larger register of each two, all below 128, one in each byte. */
    static long larger(long one, long other) {
        long least = (one | TOPS) - other & TOPS;
        long takeOne = least | least - (least >>> 7);
        return (one & takeOne) | (other & ~takeOne);
    }

    /** Adds eight registers to a sketch. */
    void add(int sketch, long eight) {
        long sum = sums[sketch];
        for (long rest = eight, i = 0; i < Long.BYTES; i++, rest >>>= Byte.SIZE) {
            int register = (int) rest & 0x7F;
            sum += register == 0 ? 1L << SUM_BITS : 1L << (LARGEST - Math.min(register, LARGEST));
        }
        sums[sketch] = sum;
    }

    /** Adds other registers of the same sketches. */
    void add(RegisterSums others) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += others.sums[i];
        }
    }

    /** Returns the estimate of a sketch all of whose registers have been added. */
    double estimate(int sketch) {
        double sum = (sums[sketch] & SUM) / (double) (1L << LARGEST);
        double empty = (sums[sketch] >>> SUM_BITS) / (double) registers;
        return SCALE * registers * registers / (registers * sigma(empty) + sum);
    }

    /** Ertl's correction for empty registers, x + x²·1 + x⁴·2 + x⁸·4 + …; infinite where all are. */
    private static double sigma(double empty) {
        if (empty == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double power = empty;
        double factor = 1;
        double sum = empty;
        for (double before = -1; sum != before; factor += factor) {
            before = sum;
            power *= power;
            sum += power * factor;
        }
        return sum;
    }
}
