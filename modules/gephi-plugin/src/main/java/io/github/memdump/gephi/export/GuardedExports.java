package io.github.memdump.gephi.export;

import io.github.memdump.file.Inputs;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.exporter.api.FileType;
import org.gephi.io.exporter.spi.ByteExporter;
import org.gephi.io.exporter.spi.CharacterExporter;
import org.gephi.io.exporter.spi.Exporter;
import org.gephi.io.exporter.spi.ExporterUI;
import org.gephi.io.exporter.spi.FileExporterBuilder;
import org.gephi.io.exporter.spi.GraphFileExporterBuilder;
import org.gephi.io.exporter.spi.VectorFileExporterBuilder;
import org.gephi.project.api.Project;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.gephi.project.api.WorkspaceProvider;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;
import org.openide.util.lookup.ServiceProvider;

/**
 * What File &gt; Export does in Gephi, for graphs and pictures, in the place of Gephi's own, which opens the file first
 * and keeps failures to itself: a full disk leaves a cut file and says nothing. Here an export is written aside, for
 * its owner's eyes alone, and comes into its place when all of it is there; never in that of a dump that a workspace
 * shows.
 * The exporters, their settings and windows are Gephi's.
 */
@ServiceProvider(service = ExportController.class, supersedes = "org.gephi.io.exporter.impl.ExportControllerImpl")
public final class GuardedExports implements ExportController {
    private interface Execution {
        boolean run() throws IOException;
    }

    @Override
    public void exportFile(File file) throws IOException {
        exportFile(file, exporterOf(file));
    }

    @Override
    public void exportFile(File file, Workspace workspace) throws IOException {
        Exporter exporter = exporterOf(file);
        exporter.setWorkspace(workspace);
        exportFile(file, exporter);
    }

    private Exporter exporterOf(File file) {
        return Optional.ofNullable(getFileExporter(file)).orElseThrow(() -> new IllegalArgumentException(
            NbBundle.getMessage(GuardedExports.class, "GuardedExports.unknown", file.getName())));
    }

    @Override
    public void exportFile(File file, Exporter exporter) throws IOException {
        inWorkspace(exporter);
        try (Output output = Output.to(Target.of(file.toPath(), dumps()))) {
            if (executed(exporter, output.stream())) {
                output.commit();
            }
        }
    }

    /** Returns whether it was done to the end; otherwise it was cancelled. Some exporters wrap what stopped them. */
    private static boolean executed(Exporter exporter, OutputStream stream) throws IOException {
        try {
            return done(exporter, stream);
        } catch (RuntimeException failed) {
            if (failed.getCause() instanceof IOException) {
                throw (IOException) failed.getCause();
            }
            throw failed;
        }
    }

    private static boolean done(Exporter exporter, OutputStream stream) throws IOException {
        if (exporter instanceof ByteExporter) {
            ((ByteExporter) exporter).setOutputStream(stream);
            return exporter.execute();
        }
        if (exporter instanceof CharacterExporter) {
            Writer writer = new Unclosed(stream);
            ((CharacterExporter) exporter).setWriter(writer);
            boolean done = exporter.execute();
            writer.flush();
            return done;
        }
        throw new IOException(exporter.getClass().getName() + " does not write files.");
    }

    /** What some exporters close, that of SVG among them, and is not at its end by that. */
    private static final class Unclosed extends OutputStreamWriter {
        Unclosed(OutputStream stream) {
            super(stream, StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private static Inputs dumps() {
        List<Path> dumps = new ArrayList<>();
        Project project = Lookup.getDefault().lookup(ProjectController.class).getCurrentProject();
        if (project != null) {
            for (Workspace workspace : project.getLookup().lookup(WorkspaceProvider.class).getWorkspaces()) {
                WorkspaceHeap heap = workspace.getLookup().lookup(WorkspaceHeap.class);
                if (heap != null) {
                    heap.dumps().stream().map(DumpFile::path).forEach(dumps::add);
                }
            }
        }
        return Inputs.of(dumps);
    }

    private static void inWorkspace(Exporter exporter) {
        if (exporter.getWorkspace() == null) {
            exporter.setWorkspace(Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace());
        }
    }

    @Override
    public void exportStream(OutputStream stream, ByteExporter exporter) {
        toCaller(exporter, () -> {
            exporter.setOutputStream(stream);
            boolean done = exporter.execute();
            stream.close();
            return done;
        });
    }

    @Override
    public void exportWriter(Writer writer, CharacterExporter exporter) {
        toCaller(exporter, () -> {
            exporter.setWriter(writer);
            boolean done = exporter.execute();
            writer.close();
            return done;
        });
    }

    private static void toCaller(Exporter exporter, Execution execution) {
        inWorkspace(exporter);
        try {
            execution.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public Exporter getFileExporter(File file) {
        String name = file.getName().toLowerCase(Locale.ROOT);
        return first(extension -> name.endsWith(extension.toLowerCase(Locale.ROOT))
            && name.length() > extension.length(), builder -> false);
    }

    @Override
    public Exporter getExporter(String wanted) {
        Exporter named = first(extension -> false, builder -> wanted.equalsIgnoreCase(builder.getName()));
        return named != null ? named : first(extension -> extension.equalsIgnoreCase(wanted)
            || extension.equalsIgnoreCase("." + wanted), builder -> false);
    }

    /** Null where there is none, as Gephi's own says it. */
    private static Exporter first(Predicate<String> extension, Predicate<FileExporterBuilder> builder) {
        for (FileExporterBuilder each : builders()) {
            boolean fits = builder.test(each);
            for (FileType type : each.getFileTypes()) {
                for (String one : type.getExtensions()) {
                    fits |= extension.test(one);
                }
            }
            if (fits) {
                return each.buildExporter();
            }
        }
        return null;
    }

    /** Exporters are registered under what they are of, graphs or pictures, and not found by what these share. */
    private static Set<FileExporterBuilder> builders() {
        Set<FileExporterBuilder> builders = new LinkedHashSet<>();
        builders.addAll(Lookup.getDefault().lookupAll(GraphFileExporterBuilder.class));
        builders.addAll(Lookup.getDefault().lookupAll(VectorFileExporterBuilder.class));
        builders.addAll(Lookup.getDefault().lookupAll(FileExporterBuilder.class));
        return builders;
    }

    @Override
    public ExporterUI getUI(Exporter exporter) {
        return Lookup.getDefault().lookupAll(ExporterUI.class).stream()
            .filter(each -> each.isUIForExporter(exporter)).findFirst().orElse(null);
    }
}
