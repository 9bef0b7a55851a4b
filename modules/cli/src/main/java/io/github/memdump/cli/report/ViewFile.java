package io.github.memdump.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.render.JsonRenderer;
import io.github.memdump.cli.report.picture.PictureText;
import io.github.memdump.cli.report.picture.Pictures;
import io.github.memdump.export.CsvWriter;
import io.github.memdump.export.GmlText;
import io.github.memdump.export.HeapSnapshotWriter;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.task.Task;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewEdge;
import io.github.memdump.view.ViewNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** A file that a view is written into, in the format that its name asks for; whole or not at all. */
final class ViewFile {
    /** The endings of names, for messages. */
    static final String ENDINGS = ".gephi, .gexf, .gml, .heapsnapshot, .json, .csv, .png, .pdf, .svg";

    private final Target target;
    private final String ending;

    private ViewFile(Target target, String ending) {
        this.target = target;
        this.ending = ending;
    }

    /** Returns whether the ending of a name is known. */
    static boolean isKnown(Path name) {
        return List.of(ENDINGS.split(", ")).contains(ending(name));
    }

    /** Returns the file of a name with a known ending. */
    static ViewFile of(Target target) {
        return new ViewFile(target, ending(target.named()));
    }

    private static String ending(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
    }

    /** Writes a view. */
    void write(View view, Task task) throws IOException {
        task.phase("Writing " + target.named().getFileName(), 0);
        try (Output file = Output.to(target)) {
            switch (ending) {
                case ".gml":
                    ViewGml.write(view, file.stream());
                    break;
                case ".heapsnapshot":
                    HeapSnapshotWriter.of(view).write(file.stream(), task);
                    break;
                case ".json":
                    writeJson(view, file.stream());
                    break;
                case ".csv":
                    writeCsv(view, file.stream());
                    break;
                case ".svg":
                    writeSvg(view, file.stream());
                    break;
                default:
                    file.commit(made(view, file.madeElsewhere("view" + ending)));
                    return;
            }
            file.commit();
        }
    }

    /** Lets a library make the file, and checks that it is whole. */
    private Path made(View view, Path path) throws IOException {
        switch (ending) {
            case ".gephi":
                new GephiFiles(view).writeProject(path);
                break;
            case ".gexf":
                new GephiFiles(view).writeGexf(path);
                break;
            case ".png":
                pictures(view).writePng(path);
                break;
            default:
                pictures(view).writePdf(path);
        }
        return path;
    }

    private static Pictures pictures(View view) throws IOException {
        return new Pictures(view, new PictureText(view.recipe().title(), "", sizeMeaning(view), view.omissions()));
    }

    private static void writeSvg(View view, OutputStream stream) throws IOException {
        String element = pictures(view).svg(view.recipe().title(), new Hints(view.findings())::of);
        String styles = "<style>" + Pictures.styles(false) + "</style>";
        int inside = element.indexOf('>') + 1;
        stream.write((element.substring(0, inside) + styles + element.substring(inside))
            .getBytes(StandardCharsets.UTF_8));
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

    private static void writeCsv(View view, OutputStream stream) throws IOException {
        try (CsvWriter csv = new CsvWriter(stream)) {
            List<String> header = new ArrayList<>();
            Column.ofView().forEach(column -> header.add(column.id()));
            header.add(View.OBJECTS);
            csv.record(header);
            for (ViewNode node : view.nodes()) {
                for (Column column : Column.ofView()) {
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

    private static void writeJson(View view, OutputStream stream) throws IOException {
        try (JsonGenerator json = JsonRenderer.generator(stream)) {
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
                json.writeStringField("name", edge.name());
                json.writeNumberField("weight", edge.weight());
                json.writeEndObject();
            }
            json.writeEndArray();
            JsonRenderer.write(Answer.builder().list("omissions", view.omissions()).build(), OptionalInt.empty(), json);
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
            writeColumn(view, node, column, json);
        }
        // Apart from the others: "size" is the node's.
        json.writeObjectFieldStart("record");
        for (Column column : Column.ofRecords()) {
            writeColumn(view, node, column, json);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeColumn(View view, ViewNode node, Column column, JsonGenerator json) throws IOException {
        if (column.kind() == Column.Kind.NUMBER) {
            long number = view.number(column, node);
            if (number != Findings.ABSENT) {
                json.writeNumberField(column.id(), number);
            }
        } else if (!view.text(column, node).isEmpty()) {
            json.writeStringField(column.id(), view.text(column, node));
        }
    }

    /** A view as GML, with places, sizes and colours. */
    private static final class ViewGml {
        private ViewGml() {
        }

        static void write(View view, OutputStream stream) throws IOException {
            GmlText gml = new GmlText(stream);
            for (int i = 0; i < view.nodes().size(); i++) {
                node(view, i, gml);
            }
            for (ViewEdge edge : view.edges()) {
                gml.edge().number("source", edge.source()).number("target", edge.target())
                    .number("weight", edge.weight()).text("kind", edge.kind().id()).textIfAny("label", edge.name())
                    .textIfAny("name", edge.name()).end();
            }
            gml.finish();
        }

        private static void node(View view, int index, GmlText gml) throws IOException {
            ViewNode node = view.nodes().get(index);
            gml.node().number("id", index).textIfAny("label", node.label())
                .graphics(node.x(), node.y(), node.size(), node.rgb()).number(View.OBJECTS, node.objects());
            for (Column column : Column.ofView()) {
                if (column.kind() == Column.Kind.TEXT) {
                    gml.textIfAny(column.id(), view.text(column, node));
                } else if (view.number(column, node) != Findings.ABSENT) {
                    gml.number(column.id(), view.number(column, node));
                }
            }
            gml.end();
        }
    }
}
