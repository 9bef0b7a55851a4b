package io.github.memdump.gephi.heap;

import io.github.memdump.view.Recipe;
import io.github.memdump.view.Step;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.gephi.project.api.Project;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.gephi.project.spi.WorkspacePersistenceProvider;
import org.gephi.project.spi.WorkspaceXMLPersistenceProvider;
import org.openide.util.Lookup;
import org.openide.util.lookup.ServiceProvider;

/**
 * Saves in the project file what a workspace knows of its heap: dumps with their fingerprints, recipe, omissions. The
 * heap itself stays in its dumps. A state that cannot be read leaves the workspace without a heap.
 */
@ServiceProvider(service = WorkspacePersistenceProvider.class, position = 2000)
public final class HeapPersistence implements WorkspaceXMLPersistenceProvider {
    private static final Logger LOG = Logger.getLogger(HeapPersistence.class.getName());
    private static final String ROOT = "memdump";
    private static final String RECIPE = "recipe";
    private static final String STEP = "step";
    private static final String DUMP = "dump";
    private static final String OMISSION = "omission";

    @Override
    public String getIdentifier() {
        return ROOT;
    }

    @Override
    public void writeXML(XMLStreamWriter writer, Workspace workspace) {
        Optional<WorkspaceHeap> heap = HeapTies.of(workspace);
        if (heap.isPresent()) {
            try {
                write(writer, heap.get());
            } catch (XMLStreamException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private static void write(XMLStreamWriter writer, WorkspaceHeap heap) throws XMLStreamException {
        Recipe recipe = heap.recipe();
        writer.writeStartElement(RECIPE);
        writer.writeAttribute("subject", recipe.subject().name());
        writer.writeAttribute("about", recipe.about());
        writer.writeAttribute("depth", Integer.toString(recipe.depth()));
        writer.writeAttribute("options", recipe.options().stream().map(Enum::name).collect(Collectors.joining(" ")));
        writer.writeAttribute("nodes", Integer.toString(recipe.budget().nodes()));
        writer.writeAttribute("edges", Integer.toString(recipe.budget().edges()));
        writer.writeEndElement();
        for (Step step : recipe.steps()) {
            writer.writeStartElement(STEP);
            writer.writeCharacters(step.text());
            writer.writeEndElement();
        }
        for (DumpFile dump : heap.dumps()) {
            writer.writeStartElement(DUMP);
            writer.writeAttribute("path", dump.path().toString());
            writer.writeAttribute("bytes", Long.toString(dump.bytes()));
            writer.writeAttribute("fingerprint", dump.fingerprint());
            writer.writeAttribute("content", dump.content());
            writer.writeEndElement();
        }
        for (String omission : heap.omissions()) {
            writer.writeStartElement(OMISSION);
            writer.writeCharacters(omission);
            writer.writeEndElement();
        }
    }

    @Override
    public void readXML(XMLStreamReader reader, Workspace workspace) {
        try {
            new State().read(reader).ifPresent(heap -> HeapTies.tie(workspace, duplicated(heap).orElse(heap)));
        } catch (XMLStreamException | RuntimeException unreadable) {
            LOG.warning("The project does not tell the dumps of " + workspace.getName() + ": "
                + unreadable.getMessage());
        }
    }

    /** A workspace that is duplicated reads what the other one wrote a moment ago, whose heap is in memory. */
    private static Optional<WorkspaceHeap> duplicated(WorkspaceHeap heap) {
        Project project = Lookup.getDefault().lookup(ProjectController.class).getCurrentProject();
        return project == null ? Optional.empty() : project.getWorkspaces().stream().map(HeapTies::of)
            .flatMap(Optional::stream).filter(other -> other.loaded().isPresent()
                && other.recipe().equals(heap.recipe()) && other.dumps().equals(heap.dumps()))
            .findFirst().map(WorkspaceHeap::again);
    }

    /** What has been read so far. */
    private static final class State {
        private final List<DumpFile> dumps = new ArrayList<>();
        private final List<String> omissions = new ArrayList<>();
        private Recipe.Subject subject;
        private final List<Step> steps = new ArrayList<>();
        private String about = "";
        /** Projects of before there were options have none. */
        private Set<Recipe.Option> options;
        private int depth = Recipe.ANY_DEPTH;
        private ViewBudget budget = ViewBudget.DEFAULT;

        Optional<WorkspaceHeap> read(XMLStreamReader reader) throws XMLStreamException {
            // Loading hands over the start of the document, duplicating the root element.
            while (!(reader.isEndElement() && ROOT.equals(reader.getLocalName())) && reader.hasNext()) {
                reader.next();
                if (reader.isStartElement()) {
                    element(reader);
                }
            }
            return subject == null || dumps.isEmpty() ? Optional.empty()
                : Optional.of(WorkspaceHeap.remembered(recipe(), dumps, omissions));
        }

        private Recipe recipe() {
            Recipe recipe = Recipes.of(subject, dumps, about, budget).toDepth(depth);
            if (options != null) {
                recipe = recipe.asking(options);
            }
            for (Step step : steps) {
                recipe = recipe.with(step);
            }
            return recipe;
        }

        private void element(XMLStreamReader reader) throws XMLStreamException {
            switch (reader.getLocalName()) {
                case RECIPE:
                    subject = Recipe.Subject.valueOf(attribute(reader, "subject"));
                    about = attribute(reader, "about");
                    depth = Integer.parseInt(attribute(reader, "depth"));
                    options = options(reader.getAttributeValue(null, "options"));
                    budget = ViewBudget.of(Integer.parseInt(attribute(reader, "nodes")),
                        Integer.parseInt(attribute(reader, "edges")));
                    break;
                case STEP:
                    steps.add(Step.parse(reader.getElementText()));
                    break;
                case DUMP:
                    dumps.add(DumpFile.remembered(Path.of(attribute(reader, "path")),
                        Long.parseLong(attribute(reader, "bytes")), attribute(reader, "fingerprint"),
                        attribute(reader, "content")));
                    break;
                case OMISSION:
                    omissions.add(reader.getElementText());
                    break;
                default:
                    break;
            }
        }

        private static Set<Recipe.Option> options(String names) {
            if (names == null) {
                return null;
            }
            Set<Recipe.Option> options = EnumSet.noneOf(Recipe.Option.class);
            for (Recipe.Option option : Recipe.Option.values()) {
                if (Arrays.asList(names.split(" ")).contains(option.name())) {
                    options.add(option);
                }
            }
            return options;
        }

        private static String attribute(XMLStreamReader reader, String name) {
            String value = reader.getAttributeValue(null, name);
            return value == null ? "" : value;
        }
    }
}
