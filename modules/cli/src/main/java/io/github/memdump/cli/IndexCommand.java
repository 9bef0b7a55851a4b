package io.github.memdump.cli;

import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.Figures;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.command.Session;
import io.github.memdump.index.IndexCache;
import io.github.memdump.index.IndexEntry;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is kept of dumps so that they open faster. */
@Command(name = "index", header = {"Lists or clears the index cache.", ""}, description = {
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
    protected Answer answer() throws IOException {
        IndexCache cache = IndexCache.ofUser(this::variable).orElseThrow(() -> new IOException(
            "There is no place for indexes: no cache directory is known, for HOME is not set. Set MEMDUMP_CACHE to a"
                + " directory of your own."));
        long freed = clear ? cache.clear() : 0;
        if (maxSize != null) {
            cache.limit(maxSize.bytes());
        }
        List<IndexEntry> entries = cache.entries();
        Answer.Builder answer = Answer.builder().fact("directory", cache.folder().toString())
            .fact("max_size", cache.limit()).fact("bytes", bytes(entries)).fact("freed", freed);
        if (clear) {
            answer.say("Removed " + Figures.bytes(freed) + ".");
        }
        answer.say((entries.isEmpty() ? "No index" : Figures.count(entries.size())
            + (entries.size() == 1 ? " index, " : " indexes, ") + Figures.bytes(bytes(entries))) + " in "
            + cache.folder() + " (at most " + Figures.bytes(cache.limit()) + ")").table(table(entries));
        return entries.isEmpty() ? answer.build()
            : answer.next("memdump index --clear", "removes them; what is needed is made again").build();
    }

    /** What there is can be seen and cleared even while none is wanted. */
    private Optional<String> variable(String name) {
        return name.equals("MEMDUMP_NO_INDEX") ? Optional.empty() : session().variable(name);
    }

    private static long bytes(List<IndexEntry> entries) {
        return entries.stream().mapToLong(IndexEntry::bytes).sum();
    }

    private static AnswerTable<IndexEntry> table(List<IndexEntry> entries) {
        return AnswerTable.of("rows", entries)
            .column(TableColumn.<IndexEntry>bytes("bytes", IndexEntry::bytes).titled("size"))
            .column(TableColumn.text("last_used", entry -> entry.lastUsed().toString()))
            .column(TableColumn.<IndexEntry>text(null,
                entry -> TIME.format(entry.lastUsed().atZone(ZoneId.systemDefault()))).titled("last used"))
            .column(TableColumn.text("dump", IndexEntry::dump))
            .column(TableColumn.<IndexEntry>text(null, entry -> entry.dump().isEmpty() ? "(damaged)"
                : entry.dump() + (entry.isCurrent() ? "" : " (out of date)")).titled("dump"))
            .column(TableColumn.flag("current", IndexEntry::isCurrent))
            .column(TableColumn.text("file", entry -> entry.file().toString())).build();
    }

    /** A number of bytes as options take it: {@code 500m}, {@code 20g}, {@code 1t}, {@code 0}. Immutable. */
    private static final class ByteSize {
        private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,12})([kmgt]?)b?");

        private final long bytes;

        private ByteSize(long bytes) {
            this.bytes = bytes;
        }

        long bytes() {
            return bytes;
        }

        /** Reads such an option. */
        static final class Converter implements ITypeConverter<ByteSize> {
            @Override
            public ByteSize convert(String text) {
                Matcher written = WRITTEN.matcher(text.toLowerCase(Locale.ROOT));
                if (written.matches()) {
                    int thousands = written.group(2).isEmpty() ? 0 : "kmgt".indexOf(written.group(2)) + 1;
                    long number = Long.parseLong(written.group(1));
                    if (number <= Long.MAX_VALUE >> 10 * thousands) {
                        return new ByteSize(number << 10 * thousands);
                    }
                }
                throw new TypeConversionException("'" + text + "' is not a size: give bytes, or as in 500m, 20g, 1t");
            }
        }
    }
}
