package io.github.memdump.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The list of commands in the first help, by what they are for. */
final class CommandGroups implements CommandLine.IHelpSectionRenderer {
    private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

    static {
        GROUPS.put("Take dumps", List.of("enable-allocation-trace", "dump", "agent", "where", "watch"));
        GROUPS.put("Look at a dump", List.of("stats", "suspects", "consumers", "dominators", "keepalive",
            "unreachable", "strings", "collections", "shapes", "class-graph", "table", "show", "paths", "referrers",
            "references", "out-degree", "parents-of", "validate-references", "pages", "interactive", "mcp"));
        GROUPS.put("Compare dumps", List.of("diff", "border", "growth", "compare"));
        GROUPS.put("Change: write a part of a dump, or a simpler one", List.of("select", "without", "subgraph-of",
            "root-of", "roots-of", "roots", "add-children", "remove-node", "remove-small-components", "sample",
            "cleanup", "collapse", "group", "replace-class", "cleanup-refs", "redact"));
        GROUPS.put("Show and export", List.of("report", "view", "gephi", "gml", "heapsnapshot"));
    }

    private CommandGroups() {
    }

    /** Makes a command line list its subcommands by group. */
    static void in(CommandLine line) {
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new CommandGroups());
    }

    @Override
    public String render(Help help) {
        Map<String, Help> left = new LinkedHashMap<>(help.subcommands());
        int width = left.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder();
        GROUPS.forEach((group, names) -> {
            List<String> present = new ArrayList<>(names);
            present.retainAll(left.keySet());
            append(text, group, present, left, width);
        });
        append(text, "Other", new ArrayList<>(left.keySet()), left, width);
        return text.toString();
    }

    private static void append(StringBuilder text, String group, List<String> names, Map<String, Help> left,
        int width) {
        if (names.isEmpty()) {
            return;
        }
        text.append('\n').append(group).append(":\n");
        for (String name : names) {
            text.append("  ").append(name).append(" ".repeat(width - name.length() + 2))
                .append(purpose(left.remove(name).commandSpec().usageMessage())).append('\n');
        }
    }

    private static String purpose(UsageMessageSpec usage) {
        String[] lines = usage.header().length > 0 ? usage.header() : usage.description();
        return lines.length == 0 ? "" : lines[0];
    }
}
