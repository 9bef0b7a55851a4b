package io.github.memdump.index;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What an index says of itself: the dump that it is of, how that was loaded, and where its arrays lie. Immutable. */
final class Directory {
    final FileStamp dump;
    final int samples;
    final String loading;
    final List<Section> sections;

    Directory(FileStamp dump, int samples, String loading, List<Section> sections) {
        this.dump = dump;
        this.samples = samples;
        this.loading = loading;
        this.sections = Collections.unmodifiableList(sections);
    }

    /** Reads what {@link #toBytes} has written. */
    static Directory of(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        FileStamp dump = FileStamp.from(in);
        int samples = in.readInt();
        String loading = in.readUTF();
        int count = in.readInt();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sections.add(Section.from(in));
        }
        return new Directory(dump, samples, loading, sections);
    }

    Directory with(List<Section> others) {
        return new Directory(dump, samples, loading, others);
    }

    byte[] toBytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        dump.writeTo(out);
        out.writeInt(samples);
        out.writeUTF(loading);
        out.writeInt(sections.size());
        for (Section section : sections) {
            section.writeTo(out);
        }
        return bytes.toByteArray();
    }
}
