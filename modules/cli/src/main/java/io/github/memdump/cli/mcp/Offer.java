package io.github.memdump.cli.mcp;

import io.github.memdump.assist.Document;
import io.github.memdump.assist.Tool;
import io.github.memdump.cli.command.CommandRunner;
import io.github.memdump.cli.command.ResidentHeaps;
import io.github.memdump.cli.command.Session;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tools and documents about some dumps. Arguments of a tool become words of a command line of its own. */
final class Offer {
    private static final int ROWS = 10;
    private static final int MOST_ROWS = 100;
    private static final Pattern VALUE = Pattern.compile("\\bvalue\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("[\\w:.~@ -]{1,200}");

    private final List<String> dumps;
    private final boolean values;
    private final ResidentHeaps heaps;
    private final Session session;
    private final CommandRunner runner;

    Offer(List<String> dumps, boolean values, ResidentHeaps heaps, Session session, CommandRunner runner) {
        this.dumps = List.copyOf(dumps);
        this.values = values;
        this.heaps = heaps;
        this.session = session;
        this.runner = runner;
    }

    private String last() {
        return dumps.get(dumps.size() - 1);
    }

    List<Tool> tools() {
        List<String> one = List.of(last());
        List<Tool> tools = new ArrayList<>();
        List<String> suspects = dumps.size() == 1 ? one : List.of(last(), dumps.get(0));
        tools.add(tool("suspects", "What probably leaks: what gathers, what holds it, where it was allocated. Begin"
            + " here.", suspects));
        tools.add(tool("stats", "What the heap consists of, by class, type, file, site or generation.", one, "by",
            "where"));
        tools.add(tool("consumers", "Which classes, sites or generations retain most.", one, "by"));
        tools.add(tool("dominators", "Which objects retain most.", one, "where"));
        tools.add(tool("unreachable", "What no root reaches: garbage.", one, "by"));
        tools.add(tool("strings", "Strings that are there more than once, and what the copies waste.", one));
        tools.add(tool("show", "All about one object: fields, references, referrers, a path from a root.", one,
            "address"));
        tools.add(tool("paths", "The paths that keep one object alive; of all objects of a selection, merged by class.",
            one, "address", "where"));
        tools.add(tool("referrers", "Who refers to an object, or to those of a selection, step by step.", one,
            "address", "where"));
        if (dumps.size() > 1) {
            List<String> pair = List.of(dumps.get(0), last());
            tools.add(tool("diff", "What is new since the first dump, by class.", pair, "where"));
            tools.add(tool("border", "Which new objects old ones hold, and what each keeps alive.", pair, "where"));
        }
        if (dumps.size() > 2) {
            tools.add(tool("growth", "What came after the first dump and has stayed, by class and line.", dumps));
        }
        return tools;
    }

    private Tool tool(String command, String description, List<String> of, String... options) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String option : options) {
            properties.put(option, Map.of("type", "string", "description", meaning(option)));
        }
        properties.put("page", Map.of("type", "integer", "minimum", 1, "description", "which page, from 1"));
        properties.put("rows", Map.of("type", "integer", "minimum", 1, "maximum", MOST_ROWS, "description",
            "rows of a page; " + ROWS + " without it"));
        if (values && command.equals("show")) {
            properties.put("value", Map.of("type", "boolean", "description", "with the value, if it is a string"));
        }
        Map<String, Object> schema = Map.of("type", "object", "properties", properties);
        return new Tool(command, description, schema, arguments -> answer(command, of, List.of(options), arguments));
    }

    private static String meaning(String option) {
        switch (option) {
            case "by":
                return "class, type, file, site or generation";
            case "where":
                return "a selection of objects, as class =~ /Session/ and memsize > 1k";
            default:
                return "the address of the object, as 0x7f0123456780, or its identity";
        }
    }

    private String answer(String command, List<String> of, List<String> options, Map<String, Object> arguments)
            throws IOException {
        RowPage page = new RowPage(number(arguments, "page", 1, Integer.MAX_VALUE / MOST_ROWS - 1),
            number(arguments, "rows", ROWS, MOST_ROWS));
        List<String> words = new ArrayList<>(List.of(command, "--json", "--top", Integer.toString(page.rows())));
        for (String option : options) {
            Object given = arguments.get(option);
            if (given == null) {
                continue;
            }
            String text = given.toString();
            if (option.equals("address")) {
                if (!ADDRESS.matcher(text).matches() || text.startsWith("-")) {
                    throw new IOException("'" + text + "' is no address of an object.");
                }
                continue;
            }
            if (option.equals("where") && !values && VALUE.matcher(text).find()) {
                throw new IOException("Selections by value are off: the server was started without --values.");
            }
            words.add("--" + option + "=" + text);
        }
        if (values && Boolean.TRUE.equals(arguments.get("value"))) {
            words.add("--value");
        }
        words.add("--");
        words.addAll(of);
        Optional.ofNullable(arguments.get("address")).filter(address -> options.contains("address"))
            .ifPresent(address -> words.add(address.toString()));
        return page.of(run(words));
    }

    private static int number(Map<String, Object> arguments, String name, int usual, int most) {
        Object given = arguments.get(name);
        return given instanceof Number ? Math.max(1, Math.min(most, ((Number) given).intValue())) : usual;
    }

    /** Runs a command within this process; what it says on standard error is the message if it fails. */
    private String run(List<String> words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment = new LinkedHashMap<>();
        for (String name : List.of("HOME", "XDG_CACHE_HOME", "MEMDUMP_CACHE", "MEMDUMP_NO_INDEX")) {
            session.variable(name).ifPresent(value -> environment.put(name, value));
        }
        Session inner = Session.of(new ByteArrayInputStream(new byte[0]), out, err, environment).with(heaps);
        int code = runner.run(inner, words.toArray(new String[0]));
        if (code != 0) {
            throw new IOException(err.toString(StandardCharsets.UTF_8).replaceAll("(?m)^memdump: ", "").strip());
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Returns the report that lies in a folder, read when it is asked for; nothing without a folder. */
    List<Document> documents(Path report) {
        if (report == null) {
            return List.of();
        }
        return List.of(
            new Document("report.json", "application/json", "The report: suspects, holders, classes, border.",
                () -> Files.readString(report.resolve("report.json"))),
            new Document("report.html", "text/html", "The same as a page.",
                () -> Files.readString(report.resolve("report.html"))));
    }
}
