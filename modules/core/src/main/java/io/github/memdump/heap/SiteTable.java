package io.github.memdump.heap;

import io.github.memdump.array.IntList;
import io.github.memdump.array.NamedArrays;
import java.util.List;

/**
 * The allocation sites of a heap: distinct triples of file, line and method, numbered. Twelve bytes a site and the
 * strings once. Immutable, thread-safe.
 */
public final class SiteTable {
    /** The number that stands for "not known": the object was not allocated under tracing. */
    public static final int NO_SITE = -1;

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

    /** Returns the strings by number. */
    List<String> strings() {
        return strings;
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

    /** Returns a site as {@code file:line}: the file alone where the line is not known, empty without a file. */
    public String place(int site) {
        String file = file(site);
        return file.isEmpty() || line(site) == 0 ? file : file + ":" + line(site);
    }

    private String text(int site, int part) {
        int number = site < 0 ? -1 : triples[site * 3 + part];
        return number < 0 ? "" : strings.get(number);
    }

    /** Gives out the numbers, in order of first sight. */
    static final class Builder {
        private final IntList triples = new IntList();
        private int[] slots = new int[1024];
        private int last = NO_SITE;

        int number(int file, int line, int method) {
            if (file < 0 && method < 0 && line == 0) {
                return NO_SITE;
            }
            if (last >= 0 && same(last, file, line, method)) {
                return last;
            }
            int mask = slots.length - 1;
            int slot = hash(file, line, method) & mask;
            while (slots[slot] != 0 && !same(slots[slot] - 1, file, line, method)) {
                slot = (slot + 1) & mask;
            }
            last = slots[slot] != 0 ? slots[slot] - 1 : add(file, line, method, slot);
            return last;
        }

        SiteTable build(List<String> strings) {
            return new SiteTable(triples.toArray(), strings);
        }

        private int add(int file, int line, int method, int slot) {
            triples.add(file);
            triples.add(line);
            triples.add(method);
            int sites = triples.size() / 3;
            slots[slot] = sites;
            if (sites * 2 > slots.length) {
                rehash(sites);
            }
            return sites - 1;
        }

        private void rehash(int sites) {
            slots = new int[slots.length * 2];
            int mask = slots.length - 1;
            for (int site = 0; site < sites; site++) {
                int slot = hash(triples.get(site * 3), triples.get(site * 3 + 1), triples.get(site * 3 + 2)) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = site + 1;
            }
        }

        private boolean same(int site, int file, int line, int method) {
            return triples.get(site * 3 + 1) == line && triples.get(site * 3) == file
                && triples.get(site * 3 + 2) == method;
        }

        private static int hash(int file, int line, int method) {
            int mixed = (file * 0x9E37_79B9 + line) * 0x85EB_CA6B + method;
            return mixed ^ mixed >>> 15;
        }
    }
}
