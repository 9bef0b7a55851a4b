package io.github.memdump.select;

import io.github.memdump.analysis.Column;
import io.github.memdump.heap.Heap;
import java.util.Optional;

/** Columns whose texts are shared by many objects and are numbered in the heap. */
enum Numbering {
    /** Classes. */
    CLASS(Column.CLASS),
    /** Record types. */
    TYPE(Column.TYPE),
    /** Files of allocation sites. */
    FILE(Column.FILE),
    /** Methods of allocation sites. */
    METHOD(Column.METHOD);

    private final Column column;

    Numbering(Column column) {
        this.column = column;
    }

    static Optional<Numbering> of(Column column) {
        for (Numbering numbering : values()) {
            if (numbering.column == column) {
                return Optional.of(numbering);
            }
        }
        return Optional.empty();
    }

    /** Returns how many numbers there are. */
    int count(Heap heap) {
        switch (this) {
            case CLASS:
                return heap.classes().size();
            case TYPE:
                return heap.types().names().size();
            default:
                return heap.sites().size() + 1;
        }
    }

    /** Returns the number of an object. */
    int number(Heap heap, int object) {
        switch (this) {
            case CLASS:
                return heap.classNumber(object);
            case TYPE:
                return heap.type(object);
            default:
                // The first number is that of objects without a site.
                return heap.site(object) + 1;
        }
    }

    /** Returns the text of a number; several numbers may have the same. */
    String text(Heap heap, int number) {
        switch (this) {
            case CLASS:
                return heap.classes().name(number);
            case TYPE:
                return heap.types().names().get(number);
            case FILE:
                return heap.sites().file(number - 1);
            default:
                return heap.sites().method(number - 1);
        }
    }
}
