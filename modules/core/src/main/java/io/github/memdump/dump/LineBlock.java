package io.github.memdump.dump;

import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.dump.scan.ByteWords;
import java.util.Optional;

/** A stretch of whole lines as read from the file, not yet parsed. */
final class LineBlock {
    /** The lines from position 0; behind them {@link ByteWords#SLACK} bytes more, the first a newline. */
    final byte[] bytes;
    final int length;
    final long baseOffset;
    /** Whether the dump ends with this block. */
    final boolean last;
    /** How many bytes, behind these lines, were left out because their line is too long; 0 if none. */
    final long leftOut;
    /** What is wrong with the compressed stream behind these lines. */
    final Optional<IssueKind> gzipIssue;

    LineBlock(byte[] bytes, int length, long baseOffset, boolean last, long leftOut,
        Optional<IssueKind> gzipIssue) {
        this.bytes = bytes;
        this.length = length;
        this.baseOffset = baseOffset;
        this.last = last;
        this.leftOut = leftOut;
        this.gzipIssue = gzipIssue;
    }
}
