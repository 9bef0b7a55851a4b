package io.github.memdump.cli.report.story;

import io.github.memdump.heap.Heap;
import io.github.memdump.heap.SiteTable;
import io.github.memdump.source.EditorAddress;
import io.github.memdump.source.SourceLines;
import java.net.URI;

/** Tells the places at which objects of a heap were allocated. Immutable, thread-safe. */
public final class SourcePlaces {
    private final Heap heap;
    private final SourceLines lines;
    private final EditorAddress editor;

    SourcePlaces(Heap heap, SourceLines lines, EditorAddress editor) {
        this.heap = heap;
        this.lines = lines;
        this.editor = editor;
    }

    /** Returns where an object was allocated. */
    public SourcePlace of(int object) {
        return ofSite(heap.site(object));
    }

    /** Returns the place of a site. */
    public SourcePlace ofSite(int site) {
        if (site == SiteTable.NO_SITE) {
            return SourcePlace.UNKNOWN;
        }
        String file = heap.sites().file(site);
        int line = heap.sites().line(site);
        return new SourcePlace(heap.sites().place(site), lines.line(file, line).orElse(""), editor.isSet()
            ? lines.file(file).flatMap(path -> editor.of(path, line)).map(URI::toString).orElse("") : "");
    }
}
