package io.github.memdump.dump;

import io.github.memdump.dump.issue.Issue;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.task.Task;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** Everything a reader told of a dump, each record as one line of text. */
final class ReadOut {
    final List<String> records = new ArrayList<>();
    final List<Long> offsets = new ArrayList<>();
    final DumpReader.Summary summary;

    private ReadOut(DumpReader reader, DumpInput input) throws DumpException {
        this.summary = reader.read(input, (block, rejections) -> {
            for (int i = 0; i < block.size(); i++) {
                records.add(record(block, i));
                offsets.add(block.offset(i));
            }
        }, Task.UNWATCHED);
    }

    static ReadOut of(DumpReader reader, DumpInput input) throws DumpException {
        return new ReadOut(reader, input);
    }

    static ReadOut of(DumpReader reader, byte[] dump) throws DumpException {
        return of(reader, DumpInput.of("dump", new ByteArrayInputStream(dump)));
    }

    /** Returns the first issues. */
    List<Issue> issues() {
        return summary.issues().first();
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < records.size(); i++) {
            all.append(offsets.get(i)).append(' ').append(records.get(i)).append('\n');
        }
        issues().forEach(issue -> all.append(issue.describe()).append('\n'));
        return all.append(summary.lines()).append(" lines, ").append(summary.bytes()).append(" bytes, ")
            .append(summary.issues().counts()).toString();
    }

    static String record(RecordBlock block, int i) {
        StringBuilder text = new StringBuilder();
        int site = block.site(i);
        text.append(Addresses.format(block.address(i))).append(' ').append(string(block, block.root(i))).append(' ')
            .append(string(block, block.type(i))).append(' ').append(Addresses.format(block.classAddress(i)))
            .append(' ').append(block.memsize(i)).append(' ').append(block.generation(i)).append(' ')
            .append(string(block, site < 0 ? RecordBlock.NONE : block.file(site))).append(' ')
            .append(site < 0 ? 0 : block.line(site)).append(' ')
            .append(string(block, site < 0 ? RecordBlock.NONE : block.method(site))).append(' ')
            .append(string(block, block.name(i)));
        for (int s = 0; s < block.singletonCount(); s++) {
            if (block.singleton(s) == i) {
                text.append(" of ").append(string(block, block.singletonOf(s)));
            }
        }
        text.append(" ->");
        for (int j = block.referencesFrom(i); j < block.referencesTo(i); j++) {
            text.append(' ').append(Addresses.format(block.reference(j)));
        }
        return text.toString();
    }

    private static String string(RecordBlock block, int number) {
        return number == RecordBlock.NONE ? "-" : block.strings().get(number);
    }
}
