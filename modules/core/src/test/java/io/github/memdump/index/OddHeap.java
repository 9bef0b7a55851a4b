package io.github.memdump.index;

import io.github.memdump.testing.HeapDsl;

/** A small heap that has something of all that a heap can hold. */
final class OddHeap {
    private OddHeap() {
    }

    /** Returns the heap, without a damaged line. */
    static HeapDsl whole() {
        return HeapDsl.heap()
            .root("vm", "Store", "store").root("vm", "huge").root("global_tbl", "Store")
            .klass("Store").klass("日本")
            .singletonClass("meta", "Store").with("real_class_name", "Store")
            .anonymousClass("anonymous").module("Shop")
            .object("store").ofClass("Store").memsize(40).generation(3).allocatedAt("store.rb", 12, "new")
            .refers("huge", "odd", "store", "store").refersToMissing("gone")
            .array("huge").memsize(5_000_000_000L).ofClass("日本")
            .array("huger").memsize(6_000_000_000L)
            .object("odd").at(0x7f0000200003L).ofClass("anonymous").generation(0)
            .allocatedAt("ünïcode.rb", 1844674407, "ж")
            .record("newer", "FROZEN_THING").with("struct", "half \uD83D of a pair")
            .imemo("cref", "cref").data("fd", "T_DATA").string("secret", "never kept").record("none", "NONE");
    }

    /** Returns the heap with damage of several kinds. */
    static HeapDsl damaged() {
        return whole().raw("not a record")
            .raw("{\"address\":\"0x7f0000300000\", \"type\":\"STRING\", \"memsize\":\"x\"}")
            .raw("{\"address\":\"0x7f0000300000\", \"type\":\"STRING\"}").raw("{\"type\":\"OBJECT\"}")
            .raw("{\"address\":\"0x7f0000300028\", \"type\":\"STRING\", \"references\":[\"0x7f0000200003\", \"0x7");
    }
}
