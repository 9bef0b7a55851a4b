package io.github.memdump.heap;

import io.github.memdump.array.IntTriples;
import io.github.memdump.array.NamedArrays;
import java.util.List;

/**
 * The allocation sites of a heap: distinct triples of file, line and method, numbered. Twelve bytes a site and the
 * strings once. Immutable, thread-safe.
 */
public final class SiteTable {
    /** The number that stands for "not known": the object was not allocated under tracing. */
    public static final int NO_SITE = -1;

    /** No sites. */
    public static final SiteTable NONE = new SiteTable(new int[0], List.of());

    private final int[] triples;
    private final List<String> strings;

    private SiteTable(int[] triples, List<String> strings) {
        this.triples = triples;
        this.strings = strings;
    }

    /** Returns the table that {@link #putInto} has put among these arrays. */
    static SiteTable from(NamedArrays arrays, List<String> strings) {
        return new SiteTable(arrays.ints("triples"), strings);
    }

    /** Puts all that this table is made of but the {@link #strings}, which it shares with others. */
    void putInto(NamedArrays arrays) {
        arrays.put("triples", triples);
    }

    /** Returns the number of sites. */
    public int size() {
        return triples.length / 3;
    }

    /** Returns the file of a site, empty where it is not known. */
    public String file(int site) {
        return text(site, 0);
    }

    /** Returns the line of a site, 0 where it is not known. */
    public int line(int site) {
        return site < 0 ? 0 : triples[site * 3 + 1];
    }

    /** Returns the method of a site, empty where it is not known. */
    public String method(int site) {
        return text(site, 2);
    }

    /** Returns a site as {@code file:line}: the file alone where it has no line, as code that is
     * compiled from a text may have none, empty without a file. */
    public String place(int site) {
        String file = file(site);
        return file.isEmpty() || line(site) <= 0 ? file : file + ":" + line(site);
    }

    private String text(int site, int part) {
        int number = site < 0 ? -1 : triples[site * 3 + part];
        return number < 0 ? "" : strings.get(number);
    }

    /** Gives out the numbers, in order of first sight. */
    static final class Builder {
        private final IntTriples triples = new IntTriples();

        int number(int file, int line, int method) {
            return file < 0 && method < 0 && line == 0 ? NO_SITE : triples.number(file, line, method);
        }

        SiteTable build(List<String> strings) {
            return new SiteTable(triples.toArray(), strings);
        }
    }
}
