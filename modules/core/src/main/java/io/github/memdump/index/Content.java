package io.github.memdump.index;

import io.github.memdump.array.NamedArrays;
import io.github.memdump.dump.DumpException;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.FileState;
import io.github.memdump.dump.issue.Issues;
import io.github.memdump.heap.Heap;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;

/** What is loaded of a dump and can be kept in an index: how to read it, and how to put it into arrays and back. */
abstract class Content<T> {
    static final Content<Heap> HEAP = new Content<>("heap") {
        @Override
        Heap read(HeapLoader loader, DumpInput input, Task task) throws DumpException {
            return loader.load(input, task);
        }

        @Override
        Heap from(NamedArrays arrays, String dumpName, FileState source) {
            return Heap.from(arrays, dumpName, source);
        }

        @Override
        void put(Heap heap, NamedArrays arrays) {
            heap.putInto(arrays);
            Overview.put(heap, arrays);
        }

        @Override
        Issues issues(Heap heap) {
            return heap.facts().issues();
        }

        @Override
        long bytes(Heap heap, DumpInput input) {
            return heap.facts().bytes();
        }
    };

    static final Content<HeapIdentities> IDENTITIES = new Content<>("identities") {
        @Override
        HeapIdentities read(HeapLoader loader, DumpInput input, Task task) throws DumpException {
            return loader.loadIdentities(input, task);
        }

        @Override
        HeapIdentities from(NamedArrays arrays, String dumpName, FileState source) {
            return HeapIdentities.from(arrays, dumpName);
        }

        @Override
        void put(HeapIdentities identities, NamedArrays arrays) {
            identities.putInto(arrays);
        }

        @Override
        Issues issues(HeapIdentities identities) {
            return identities.issues();
        }

        @Override
        long bytes(HeapIdentities identities, DumpInput input) {
            return input.storedBytes();
        }
    };

    private final String name;

    private Content(String name) {
        this.name = name;
    }

    /** Returns in words what is loaded and how, equal only where the result is bound to be. */
    String loading(HeapLoader loader) {
        return name.concat(" within ").concat(loader.limits().toString());
    }

    abstract T read(HeapLoader loader, DumpInput input, Task task) throws DumpException;

    abstract T from(NamedArrays arrays, String dumpName, FileState source);

    abstract void put(T content, NamedArrays arrays);

    abstract Issues issues(T content);

    /** Returns the size of the dump, decompressed if that is known. */
    abstract long bytes(T content, DumpInput input);
}
