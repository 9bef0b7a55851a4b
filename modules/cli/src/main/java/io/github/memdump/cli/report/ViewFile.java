package io.github.memdump.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.cli.DumpCommand;
import io.github.memdump.cli.report.picture.PictureText;
import io.github.memdump.cli.report.picture.Pictures;
import io.github.memdump.export.CsvWriter;
import io.github.memdump.file.AtomicFile;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.ViewNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A file that a view is written into, in the format that its name asks for; whole or not at all. */
final class ViewFile {
    /** The endings of names, for messages. */
    static final String ENDINGS = ".gephi, .gexf, .gml, .json, .csv, .png, .pdf, .svg";

    private final Path target;
    private final String ending;

    private ViewFile(Path target, String ending) {
        this.target = target;
        this.ending = ending;
    }

    /** Returns the file of a name, if its ending is known. */
    static Optional<ViewFile> named(Path target) {
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        String ending = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
        return List.of(ENDINGS.split(", ")).contains(ending) ? Optional.of(new ViewFile(target, ending))
            : Optional.empty();
    }

    /** Writes a view. */
    void write(View view, Task task) throws IOException {
        task.phase("Writing " + target.getFileName(), 0);
        try (AtomicFile file = AtomicFile.beside(target)) {
            switch (ending) {
                case ".gephi":
                    new GephiFiles(view).writeProject(file.path());
                    break;
                case ".gexf":
                    new GephiFiles(view).writeGexf(file.path());
                    break;
                case ".gml":
                    ViewGml.write(view, file.stream());
                    break;
                case ".json":
                    writeJson(view, file);
                    break;
                case ".csv":
                    writeCsv(view, file);
                    break;
                default:
                    writePicture(view, file.path());
            }
            file.commit();
        }
    }

    private void writePicture(View view, Path path) throws IOException {
        Pictures pictures = new Pictures(view, new PictureText(view.recipe().title(), "", sizeMeaning(view),
            view.omissions()));
        if (ending.equals(".png")) {
            pictures.writePng(path);
        } else if (ending.equals(".pdf")) {
            pictures.writePdf(path);
        } else {
            String element = pictures.svg(view.recipe().title(), new Hints(view.findings())::of);
            String styles = "<style>" + Pictures.styles(false) + "</style>";
            int inside = element.indexOf('>') + 1;
            Files.write(path, (element.substring(0, inside) + styles + element.substring(inside))
                .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String sizeMeaning(View view) {
        if (view.recipe().subject().isOfGroups()) {
            return "The larger a circle, the more bytes its objects have.";
        }
        return view.findings().border().isPresent() && view.recipe().dumps().size() > 1
            && view.recipe().subject() == Recipe.Subject.BORDER
            ? "The larger a circle, the more new objects it keeps alive."
            : "The larger a circle, the more bytes the object retains: they would be freed with it.";
    }

    private static void writeCsv(View view, AtomicFile file) throws IOException {
        try (CsvWriter csv = new CsvWriter(file.stream())) {
            List<String> header = new ArrayList<>();
            Column.ofFindings().forEach(column -> header.add(column.id()));
            header.add(View.OBJECTS);
            csv.record(header);
            for (ViewNode node : view.nodes()) {
                for (Column column : Column.ofFindings()) {
                    String text = view.text(column, node);
                    if (column.kind() == Column.Kind.NUMBER) {
                        csv.number(text);
                    } else {
                        csv.field(text);
                    }
                }
                csv.field(node.objects());
                csv.end();
            }
        }
    }

    private static void writeJson(View view, AtomicFile file) throws IOException {
        try (JsonGenerator json = DumpCommand.generator(file.stream())) {
            json.writeStartObject();
            json.writeStringField("title", view.recipe().title());
            json.writeArrayFieldStart("nodes");
            for (ViewNode node : view.nodes()) {
                writeNode(view, node, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("edges");
            for (ViewEdge edge : view.edges()) {
                json.writeStartObject();
                json.writeStringField("source", view.id(view.nodes().get(edge.source())));
                json.writeStringField("target", view.id(view.nodes().get(edge.target())));
                json.writeStringField("kind", edge.kind().id());
                json.writeNumberField("weight", edge.weight());
                json.writeEndObject();
            }
            json.writeEndArray();
            Report.writeStrings(json, "omissions", view.omissions());
            json.writeEndObject();
        }
    }

    private static void writeNode(View view, ViewNode node, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", view.id(node));
        json.writeStringField("label", node.label());
        json.writeNumberField("x", node.x());
        json.writeNumberField("y", node.y());
        json.writeNumberField("size", node.size());
        json.writeStringField("color", String.format("#%06x", node.rgb()));
        json.writeNumberField(View.OBJECTS, node.objects());
        for (Column column : Column.ofFindings()) {
            if (column.kind() == Column.Kind.NUMBER) {
                long number = view.number(column, node);
                if (number != Findings.ABSENT) {
                    json.writeNumberField(column.id(), number);
                }
            } else if (!view.text(column, node).isEmpty()) {
                json.writeStringField(column.id(), view.text(column, node));
            }
        }
        json.writeEndObject();
    }
}
