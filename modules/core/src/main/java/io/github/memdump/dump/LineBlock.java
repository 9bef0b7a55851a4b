package io.github.memdump.dump;

/** A stretch of whole lines as read from the file, not yet parsed. */
final class LineBlock {
    /** The lines from position 0; behind them {@link PlainRecord#SLACK} bytes more, the first a newline. */
    final byte[] bytes;
    final int length;
    final long baseOffset;
    /** Whether the dump ends with this block. */
    final boolean last;
    /** Whether, behind these lines, one line was left out because it is too long. */
    final boolean lineLeftOut;
    /** Whether the compressed stream broke behind these lines. */
    final boolean gzipBroken;

    LineBlock(byte[] bytes, int length, long baseOffset, boolean last, boolean lineLeftOut, boolean gzipBroken) {
        this.bytes = bytes;
        this.length = length;
        this.baseOffset = baseOffset;
        this.last = last;
        this.lineLeftOut = lineLeftOut;
        this.gzipBroken = gzipBroken;
    }
}
