package io.github.memdump.gephi.window.object;

/** Which part of a long list is shown. */
final class Pages {
    private final int size;
    private int count;
    private int page;

    /** Makes the pages of an empty list, each with so many of its objects. */
    Pages(int size) {
        this.size = size;
    }

    /** Turns to the first page of a list. */
    void of(int total) {
        count = total;
        page = 0;
    }

    /** Returns the place in the list of the first object that is shown. */
    int first() {
        return page * size;
    }

    /** Returns how many are shown. */
    int shown() {
        return Math.min(size, count - first());
    }

    /** Returns how many there are. */
    int count() {
        return count;
    }

    boolean areMany() {
        return count > size;
    }

    boolean hasPrevious() {
        return page > 0;
    }

    boolean hasNext() {
        return first() + size < count;
    }

    /** Turns the page, or stays at the first one. */
    void previous() {
        page = Math.max(0, page - 1);
    }

    /** Turns the page, or stays at the last one. */
    void next() {
        page = hasNext() ? page + 1 : page;
    }
}
