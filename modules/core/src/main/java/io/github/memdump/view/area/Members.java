package io.github.memdump.view.area;

import io.github.memdump.array.IntList;

/** Objects that share an area while it is made, and what they retain together. Not thread-safe. */
final class Members {
    private final IntList objects = new IntList();
    private int example = -1;
    private long largest = -1;
    private long retained;
    private long size;
    private long newSize;

    void add(int object, long retainedCount, long retainedSize, long retainedNew) {
        objects.add(object);
        if (retainedSize > largest) {
            largest = retainedSize;
            example = object;
        }
        retained += retainedCount;
        size += retainedSize;
        newSize += retainedNew;
    }

    void addAll(Members others) {
        for (int i = 0; i < others.count(); i++) {
            objects.add(others.at(i));
        }
        if (others.largest > largest) {
            largest = others.largest;
            example = others.example;
        }
        retained += others.retained;
        size += others.size;
        newSize += others.newSize;
    }

    int at(int place) {
        return objects.get(place);
    }

    int count() {
        return objects.size();
    }

    int example() {
        return example;
    }

    long retained() {
        return retained;
    }

    long size() {
        return size;
    }

    long newSize() {
        return newSize;
    }
}
