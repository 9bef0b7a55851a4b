package io.github.memdump.branding.open;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.ImportUtils;
import org.gephi.io.importer.api.Report;
import org.gephi.io.importer.spi.FileImporter;
import org.gephi.io.importer.spi.FileImporterBuilder;
import org.openide.filesystems.FileObject;
import org.openide.filesystems.FileUtil;
import org.openide.util.Lookup;

/**
 * Finds who imports a file. An importer that claims a packed file gets it packed; only a file that nobody claims as
 * it is gets unpacked, since that writes all of it to the disk once more.
 */
final class FileSources {
    private final ImportController controller;

    FileSources(ImportController controller) {
        this.controller = controller;
    }

    /**
     * The sources of some files, in their order. Unpacks archives, so not for the event thread.
     *
     * @throws NotImportable naming the first file that no importer understands
     */
    List<Source> of(List<FileObject> files) throws NotImportable {
        List<Source> sources = new ArrayList<>();
        for (FileObject file : files) {
            sources.add(of(file));
        }
        return sources;
    }

    private Source of(FileObject chosen) throws NotImportable {
        FileImporter importer = claimed(chosen);
        FileObject file = chosen;
        if (importer == null) {
            file = ImportUtils.getArchivedFile(chosen);
            importer = controller.getFileImporter(file);
        }
        if (importer == null) {
            throw new NotImportable(Messages.text("notImportable", chosen.getNameExt()));
        }
        FileImporter found = importer;
        FileObject content = file;
        File onDisk = FileUtil.toFile(file);
        if (importer instanceof FileImporter.FileAware && onDisk != null) {
            // Set before the panel shows: panels look into the file.
            ((FileImporter.FileAware) importer).setFile(onDisk);
            return new Source(chosen.getNameExt(), importer, () -> read(onDisk, found));
        }
        return new Source(chosen.getNameExt(), importer,
            () -> controller.importFile(ImportUtils.getTextReader(content), found));
    }

    private static FileImporter claimed(FileObject file) {
        for (FileImporterBuilder builder : Lookup.getDefault().lookupAll(FileImporterBuilder.class)) {
            if (builder.isMatchingImporter(file)) {
                return builder.buildImporter();
            }
        }
        return null;
    }

    /** ImportController would unpack the file again and guess its charset, both of the whole file. */
    private static Container read(File file, FileImporter importer) throws IOException {
        Container container = Lookup.getDefault().lookup(Container.Factory.class).newContainer();
        Report report = new Report();
        container.setReport(report);
        ((FileImporter.FileAware) importer).setFile(file);
        try {
            boolean done = importer.execute(container.getLoader());
            if (importer.getReport() != null && importer.getReport() != report) {
                report.append(importer.getReport());
            }
            return done ? container : null;
        } finally {
            report.close();
        }
    }
}
