package io.github.memdump.gephi.importer;

import io.github.memdump.dump.DumpFormat;
import java.io.IOException;
import java.io.InputStream;
import org.gephi.io.importer.api.FileType;
import org.gephi.io.importer.spi.FileImporter;
import org.gephi.io.importer.spi.FileImporterBuilder;
import org.openide.filesystems.FileObject;
import org.openide.util.NbBundle;
import org.openide.util.lookup.ServiceProvider;

/**
 * Announces the importer of Ruby heap dumps. Its position puts it before importers that go by the extension; it
 * claims what begins like a dump, plain or gzip, and nothing else.
 */
@ServiceProvider(service = FileImporterBuilder.class, position = 5)
public final class DumpImporterBuilder implements FileImporterBuilder {
    private static final String[] EXTENSIONS = {".json", ".json.gz", ".gz", ".jsonl", ".ndjson", ".dump", ".heap"};

    @Override
    public FileImporter buildImporter() {
        return new DumpImporter();
    }

    @Override
    public String getName() {
        return "memdump";
    }

    @Override
    public FileType[] getFileTypes() {
        return new FileType[] {
            new FileType(EXTENSIONS, NbBundle.getMessage(DumpImporterBuilder.class, "DumpImporterBuilder.files"))};
    }

    /** Reads a few kilobytes at most: this is asked on the event thread. */
    @Override
    public boolean isMatchingImporter(FileObject file) {
        if (file == null || !file.isData()) {
            return false;
        }
        try (InputStream in = file.getInputStream()) {
            return DumpFormat.recognises(in);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
