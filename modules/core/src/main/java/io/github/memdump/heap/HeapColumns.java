package io.github.memdump.heap;

/** The columns of a heap, indexed by object id; never changed once a {@link Heap} has them. */
final class HeapColumns {
    AddressIndex addresses;
    byte[] types;
    int[] classes;
    int[] generations;
    int[] sites;
    int[] offsetsLow;
    byte[] offsetsHigh;
    MemsizeColumn memsizes;
    NameColumn names;
    RecordTypes typeNames;
    ClassTable classNames;
    SiteTable siteNames;
}
