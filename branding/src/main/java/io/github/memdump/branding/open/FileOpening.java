package io.github.memdump.branding.open;

import java.io.InputStream;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gephi.desktop.importer.api.ImportControllerUI;
import org.gephi.desktop.mrufiles.api.MostRecentFiles;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.Database;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.ImportUtils;
import org.gephi.io.importer.spi.DatabaseImporter;
import org.gephi.io.importer.spi.FileImporter;
import org.gephi.io.importer.spi.Importer;
import org.gephi.io.importer.spi.WizardImporter;
import org.gephi.utils.longtask.api.LongTaskExecutor;
import org.openide.filesystems.FileObject;
import org.openide.util.Lookup;
import org.openide.util.lookup.ServiceProvider;

/**
 * What Gephi's File &gt; Open, the command line and dropped files call. Safe to call from any thread; everything
 * happens later, one opening after the other.
 */
@ServiceProvider(service = ImportControllerUI.class)
public final class FileOpening implements ImportControllerUI {
    private static final int SECONDS_TO_INTERRUPT = 10;

    private final ImportController controller = Lookup.getDefault().lookup(ImportController.class);
    private final LongTaskExecutor executor = new LongTaskExecutor(true, "Open", SECONDS_TO_INTERRUPT);

    @Override
    public void importFile(FileObject file) {
        importFiles(new FileObject[] {file});
    }

    @Override
    public void importFiles(FileObject[] files) {
        List<FileObject> chosen = new ArrayList<>(Arrays.asList(files));
        MostRecentFiles recent = Lookup.getDefault().lookup(MostRecentFiles.class);
        chosen.forEach(file -> recent.addFile(file.getPath()));
        start(chosen.stream().map(FileObject::getNameExt).collect(Collectors.joining(", ")),
            () -> new FileSources(controller).of(chosen));
    }

    @Override
    public void importStream(InputStream stream, String importerName) {
        importStream(stream, importerName, importerName);
    }

    @Override
    public void importStream(InputStream stream, String streamName, String importerName) {
        FileImporter importer = controller.getFileImporter(importerName);
        startOne(streamName, importer, () -> controller.importFile(ImportUtils.getTextReader(stream), importer));
    }

    @Override
    public void importFile(Reader reader, String importerName) {
        importFile(reader, importerName, importerName);
    }

    @Override
    public void importFile(Reader reader, String fileName, String importerName) {
        FileImporter importer = controller.getFileImporter(importerName);
        startOne(fileName, importer, () -> controller.importFile(reader, importer));
    }

    @Override
    public void importDatabase(DatabaseImporter importer) {
        startOne(nameOf(importer), importer, () -> controller.importDatabase(importer.getDatabase(), importer));
    }

    @Override
    public void importDatabase(Database database, DatabaseImporter importer) {
        startOne(database.getName(), importer, () -> controller.importDatabase(database, importer));
    }

    @Override
    public void importWizard(WizardImporter importer) {
        startOne(nameOf(importer), importer, () -> controller.importWizard(importer));
    }

    @Override
    public ImportController getImportController() {
        return controller;
    }

    private static String nameOf(Importer importer) {
        return importer.getClass().getSimpleName();
    }

    private void startOne(String name, Importer importer, Callable<Container> reading) {
        start(name, () -> {
            if (importer == null) {
                throw new NotImportable(Messages.text("notImportable", name));
            }
            return List.of(new Source(name, importer, reading));
        });
    }

    private void start(String name, Callable<List<Source>> sources) {
        new Opening(controller, executor, name).start(sources);
    }
}
