package io.github.memdump.driver;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.TreeSet;
import org.gephi.graph.api.Node;
import org.gephi.io.exporter.api.ExportController;
import org.openide.util.Lookup;

/** What Gephi's Preview makes of the current workspace: SVG, PDF and PNG. */
final class Exported {
    private static final Pattern EDGE = Pattern.compile("<(?:path|line)[^>]*stroke=\"(#[0-9a-fA-F]{6})\"");

    /** Between groups no edge is of a path. */
    private static final Set<String> OF_GROUPS = Set.of("classes", "sites");

    private Exported() {
    }

    /** Fails unless all three are written, the labels that are drawn are in the SVG, and paths differ from the rest. */
    static void expectGood(Node[] nodes, String view) throws Exception {
        for (String kind : List.of("pdf", "png", "svg")) {
            File file = Given.PICTURES.path().resolve("preview-" + view + "." + kind).toFile();
            Lookup.getDefault().lookup(ExportController.class).exportFile(file);
            if (file.length() < 2_000) {
                throw new AssertionError(file + " has " + file.length() + " bytes");
            }
        }
        String svg = new String(Files.readAllBytes(Given.PICTURES.path().resolve("preview-" + view + ".svg")),
            StandardCharsets.UTF_8).replaceAll("\\s+", " ");
        List<String> missing = Arrays.stream(nodes).filter(node -> node.getTextProperties().isVisible())
            .map(Node::getLabel).filter(label -> label.matches("[\\w: ]+") && !svg.contains(label))
            .collect(Collectors.toList());
        Set<String> colours = new TreeSet<>();
        for (Matcher edge = EDGE.matcher(svg); edge.find();) {
            colours.add(edge.group(1));
        }
        System.err.println("PREVIEW " + view + ": edges of " + colours + ", no label of " + missing);
        if (!missing.isEmpty() || colours.size() < (OF_GROUPS.contains(view) ? 1 : 2) || colours.contains("#000000")) {
            throw new AssertionError(view + ": edges of " + colours + ", no label of " + missing);
        }
    }
}
