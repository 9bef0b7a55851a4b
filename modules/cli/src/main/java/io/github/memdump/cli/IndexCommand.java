package io.github.memdump.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.render.TextTable;
import io.github.memdump.index.IndexCache;
import io.github.memdump.index.IndexEntry;
import io.github.memdump.text.Printable;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What is kept of dumps so that they open faster. */
@Command(name = "index", header = {"Lists or clears what makes dumps open faster.", ""}, description = {
    "The first command that reads a dump of 16 MiB or more keeps an index of it, so that all later ones open it in a"
        + " small part of the time, with the same result. The index takes about a tenth of the dump's size and holds"
        + " no string values. It is used only if the dump is unchanged (path, size, times, inode and samples of its"
        + " content), and made again whenever it is damaged, or when memdump itself has changed.", "",
    "Use it to see or free the space. What was used longest ago goes first when there is no room for more. An index is"
        + " out of date when its dump, or memdump, has changed since. With --no-index, or MEMDUMP_NO_INDEX=1, a command"
        + " neither uses an index nor keeps one. MEMDUMP_CACHE=DIR puts them elsewhere; without it they are in the"
        + " user's cache directory.", ""},
    footer = {"", "Examples:", "  memdump index", "  memdump index --max-size 20g", "  memdump index --clear", "",
        "Next: nothing needs to be done; the next command that reads a dump makes its index: memdump stats DUMP"})
final class IndexCommand extends DumpCommand {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Option(names = "--clear", description = "Remove all indexes.")
    private boolean clear;

    @Option(names = "--max-size", paramLabel = "SIZE", converter = ByteSize.Converter.class,
        description = "From now on, let all indexes together take so much at most: 500m, 20g; 0 keeps none"
            + " (default: 10g or a tenth of the disk, whichever is less).")
    private ByteSize maxSize;

    IndexCommand(Session session) {
        super(session);
    }

    @Override
    protected void run() throws IOException {
        IndexCache cache = IndexCache.ofUser(this::variable).orElseThrow(() -> new IOException(
            "There is no place for indexes: no cache directory is known, for HOME is not set. Set MEMDUMP_CACHE to a"
                + " directory of your own."));
        long freed = clear ? cache.clear() : 0;
        if (maxSize != null) {
            cache.limit(maxSize.bytes());
        }
        List<IndexEntry> entries = cache.entries();
        if (json()) {
            writeJson(cache, entries, freed);
        } else {
            session().print((clear ? "Removed " + Figures.bytes(freed) + ".\n" : "") + text(cache, entries));
        }
    }

    /** What there is can be seen and cleared even while none is wanted. */
    private Optional<String> variable(String name) {
        return name.equals("MEMDUMP_NO_INDEX") ? Optional.empty() : session().variable(name);
    }

    private static long bytes(List<IndexEntry> entries) {
        return entries.stream().mapToLong(IndexEntry::bytes).sum();
    }

    private void writeJson(IndexCache cache, List<IndexEntry> entries, long freed) throws IOException {
        try (JsonGenerator json = jsonOut()) {
            json.writeStartObject();
            json.writeStringField("directory", cache.folder().toString());
            json.writeNumberField("max_size", cache.limit());
            json.writeNumberField("bytes", bytes(entries));
            json.writeNumberField("freed", freed);
            json.writeArrayFieldStart("rows");
            for (IndexEntry entry : entries) {
                json.writeStartObject();
                json.writeStringField("dump", entry.dump());
                json.writeNumberField("bytes", entry.bytes());
                json.writeStringField("last_used", entry.lastUsed().toString());
                json.writeBooleanField("current", entry.isCurrent());
                json.writeStringField("file", entry.file().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static String text(IndexCache cache, List<IndexEntry> entries) {
        StringBuilder text = new StringBuilder();
        text.append(entries.isEmpty() ? "No index" : Figures.count(entries.size()) + (entries.size() == 1
            ? " index, " : " indexes, ") + Figures.bytes(bytes(entries)))
            .append(" in ").append(Printable.of(cache.folder().toString())).append(" (at most ")
            .append(Figures.bytes(cache.limit())).append(")\n");
        if (!entries.isEmpty()) {
            TextTable table = new TextTable().numbers("size").text("last used").text("dump");
            for (IndexEntry entry : entries) {
                table.row(Figures.bytes(entry.bytes()), TIME.format(entry.lastUsed().atZone(ZoneId.systemDefault())),
                    entry.dump().isEmpty() ? "(damaged)"
                        : entry.dump() + (entry.isCurrent() ? "" : " (out of date)"));
            }
            text.append('\n').append(table);
            text.append("\nNext: memdump index --clear removes them; what is needed is made again.\n");
        }
        return text.toString();
    }
}
