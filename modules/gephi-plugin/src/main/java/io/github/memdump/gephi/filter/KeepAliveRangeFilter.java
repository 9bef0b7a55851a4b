package io.github.memdump.gephi.filter;

import io.github.memdump.analysis.Column;

/** Keeps the nodes that keep alive so many objects: new ones where they were counted, otherwise all. */
public final class KeepAliveRangeFilter extends RangeOfFigures {
    @Override
    Column[] columns() {
        return new Column[] {Column.KEEPALIVE_NEW_COUNT, Column.KEEPALIVE_COUNT};
    }
}
