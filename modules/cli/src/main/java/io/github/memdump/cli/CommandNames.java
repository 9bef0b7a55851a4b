package io.github.memdump.cli;

import io.github.memdump.select.syntax.Nearest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Commands by the names that people type: those here, those of the memdump gem and its Ruby API, misspelt ones. */
final class CommandNames {
    private static final String HELP = "help";
    /** What the gem, or its Ruby API, calls differently. */
    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
        Map.entry("cleanup-references", "cleanup-refs"),
        Map.entry("common-cleanup", "cleanup"),
        Map.entry("convert-to-gml", "gml"),
        Map.entry("find", "select"),
        Map.entry("find-all", "select"),
        Map.entry("interface", "border"),
        Map.entry("interface-with", "border"),
        Map.entry("remove", "without"),
        Map.entry("replace-class-id-by-class-name", "replace-class"),
        Map.entry("to-gml", "gml"),
        Map.entry("validate", "validate-references"));

    private CommandNames() {
    }

    /**
     * Returns the arguments with hyphens in the place of underscores in the name of the command and of options, and
     * the name that the command has here. Behind {@code --} everything is a file or an object, and stays as it is.
     */
    static String[] normal(String... arguments) {
        String[] normal = arguments.clone();
        for (int i = 0; i < normal.length; i++) {
            if (normal[i].equals("--")) {
                break;
            }
            boolean isCommand = i == 0 || i == 1 && normal[0].equals(HELP);
            if (normal[i].startsWith("--")) {
                int value = normal[i].indexOf('=') < 0 ? normal[i].length() : normal[i].indexOf('=');
                normal[i] = normal[i].substring(0, value).replace('_', '-') + normal[i].substring(value);
            } else if (isCommand) {
                String name = normal[i].replace('_', '-');
                normal[i] = OTHER_NAMES.getOrDefault(name, name);
            }
        }
        return normal;
    }

    /** Returns the sentences that say that there is no such command, and which may have been meant. */
    static String unknown(String typed, CommandLine all) {
        String nearest = Nearest.to(typed, Stream.concat(all.getSubcommands().keySet().stream(),
            OTHER_NAMES.keySet().stream()).sorted().collect(Collectors.toList()));
        return "There is no command '" + typed + "'."
            + (nearest.isEmpty() ? "" : " Did you mean " + OTHER_NAMES.getOrDefault(nearest, nearest) + "?")
            + " All commands: memdump help";
    }
}
