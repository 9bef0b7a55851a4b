package io.github.memdump.branding.open;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphController;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.spi.Importer;
import org.gephi.io.processor.spi.Processor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.gephi.utils.longtask.api.LongTaskExecutor;
import org.gephi.utils.longtask.spi.LongTask;
import org.gephi.utils.progress.ProgressTicket;
import org.gephi.visualization.VizController;
import org.openide.util.Lookup;

/**
 * One File &gt; Open, from sources to workspaces: ask, then read every source, then make a workspace of each. The
 * steps are tasks of one executor, which runs them one after the other outside the event thread.
 */
final class Opening {
    private final ImportController controller;
    private final LongTaskExecutor executor;
    private final String name;
    private final List<Container> containers = new ArrayList<>();
    private boolean told;

    Opening(ImportController controller, LongTaskExecutor executor, String name) {
        this.controller = controller;
        this.executor = executor;
        this.name = name;
    }

    /** Begins with finding the sources. Returns at once; every outcome is shown to the user. */
    void start(Callable<List<Source>> sources) {
        executor.execute(null, () -> begin(sources), Messages.text("task.find", name), this::failed);
    }

    private void begin(Callable<List<Source>> finding) {
        try {
            List<Source> sources = finding.call();
            if (!new Questions(controller).ask(sources)) {
                Messages.status(Messages.text("cancelled", name));
                return;
            }
            for (Source source : sources) {
                Reading reading = new Reading(source);
                executor.execute(reading, reading, Messages.text("task.read", source.name()), this::failed);
            }
            Finishing finishing = new Finishing(
                sources.stream().map(Source::name).collect(Collectors.joining(", ")));
            executor.execute(finishing, finishing, Messages.text("task.finish", name), this::failed);
        } catch (NotImportable wrongFile) {
            Messages.error(wrongFile.getMessage());
        } catch (Exception | OutOfMemoryError error) {
            failed(error);
        }
    }

    private void failed(Throwable error) {
        told = true;
        Messages.failure(name, error);
    }

    /** Runs one importer; what it gives waits for the others. */
    private final class Reading implements LongTask, Runnable {
        private final Source source;
        private volatile boolean cancelled;

        Reading(Source source) {
            this.source = source;
        }

        @Override
        public void run() {
            try {
                Container container = source.reading().call();
                if (cancelled) {
                    told = true;
                    Messages.status(Messages.text("cancelled", source.name()));
                } else if (container != null) {
                    container.setSource(source.name());
                    containers.add(container);
                } else {
                    // An importer that has something severe to report has shown it itself.
                    told |= Messages.hasSevere(source.importer().getReport());
                }
            } catch (Exception | OutOfMemoryError error) {
                told = true;
                Messages.failure(source.name(), error);
            }
        }

        @Override
        public boolean cancel() {
            cancelled = true;
            Importer importer = source.importer();
            return importer instanceof LongTask && ((LongTask) importer).cancel();
        }

        @Override
        public void setProgressTicket(ProgressTicket ticket) {
            if (source.importer() instanceof LongTask) {
                ((LongTask) source.importer()).setProgressTicket(ticket);
            }
        }
    }

    /** Makes a workspace of each container, unless a source failed or was cancelled: half a comparison misleads. */
    private final class Finishing implements LongTask, Runnable {
        private final String names;
        private ProgressTicket ticket;

        Finishing(String names) {
            this.names = names;
        }

        @Override
        public void run() {
            try {
                if (told) {
                    return;
                }
                // Of several sources some may give nothing: the dump before, read along with the one after.
                if (containers.isEmpty()) {
                    Messages.error(Messages.text("nothing", names));
                }
                for (Container container : containers) {
                    finish(container);
                }
            } catch (RuntimeException | OutOfMemoryError error) {
                failed(error);
            } finally {
                containers.clear();
            }
        }

        private void finish(Container container) {
            String source = container.getSource();
            if (!container.verify()) {
                Messages.error(Messages.text("invalid", source));
                return;
            }
            Messages.issues(source, container.getReport());
            Processor processor = Lookup.getDefault().lookup(Processor.class);
            processor.setProgressTicket(ticket);
            // Gephi deadlocks when its Graph window starts while a workspace is made; this waits for its start.
            VizController.getInstance();
            ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
            // A new project comes with an empty workspace; otherwise the processor opens a new one.
            Workspace target = projects.getCurrentProject() == null
                ? projects.newProject().getCurrentWorkspace() : null;
            controller.process(container, processor, target);
            if (processor.getReport() != null) {
                Messages.issues(source, processor.getReport());
            }
            Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel().getGraph();
            Messages.status(Messages.text("opened", source, graph.getNodeCount(), graph.getEdgeCount()));
        }

        @Override
        public boolean cancel() {
            return false;
        }

        @Override
        public void setProgressTicket(ProgressTicket given) {
            ticket = given;
        }
    }
}
