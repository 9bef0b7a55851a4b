package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Column;

/** Keeps the nodes that retain so many bytes. */
public final class RetainedRangeFilter extends RangeOfFigures {
    @Override
    Column[] columns() {
        return new Column[] {Column.RETAINED_SIZE};
    }
}
