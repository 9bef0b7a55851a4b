package io.github.memdump.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The manual page of the command in roff: the first help, then that of each subcommand. */
final class ManPage {
    private final CommandLine line;

    ManPage(CommandLine line) {
        this.line = line;
    }

    String text() {
        StringBuilder page = new StringBuilder(".TH MEMDUMP 1 \"\" \"memdump\" \"Memdump for Gephi\"\n")
            .append(".SH NAME\nmemdump \\- finds what a Ruby process leaks\n.SH SYNOPSIS\n.B memdump\n")
            .append(".I COMMAND\n[options] [DUMP...]\n.SH DESCRIPTION\n");
        verbatim(page, line.getUsageMessage(Ansi.OFF));
        page.append(".SH COMMANDS\n");
        for (Map.Entry<String, CommandLine> command : line.getSubcommands().entrySet()) {
            page.append(".SS ").append(escaped(command.getKey())).append('\n');
            verbatim(page, command.getValue().getUsageMessage(Ansi.OFF));
        }
        return page.toString();
    }

    private static void verbatim(StringBuilder page, String text) {
        page.append(".nf\n");
        text.lines().forEach(row -> page.append(row.startsWith(".") || row.startsWith("'") ? "\\&" : "")
            .append(escaped(row)).append('\n'));
        page.append(".fi\n");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-");
    }
}
