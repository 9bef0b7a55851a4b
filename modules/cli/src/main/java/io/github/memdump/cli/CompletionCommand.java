package io.github.memdump.cli;

import io.github.memdump.answer.Answer;
import io.github.memdump.cli.command.DumpCommand;
import io.github.memdump.cli.command.Session;
import java.io.IOException;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(name = CompletionCommand.NAME,
    header = {"Prints what bash or zsh needs to complete commands and options, or a manual page.", ""},
    description = {
        "Write it into a file and read that from ~/.bashrc or ~/.zshrc: in the next shell Tab completes commands,"
            + " options and files. With man it prints the manual page: man -l reads it from a file.", ""},
    footer = {"", "Examples:", "  memdump completion bash > ~/.memdump-completion && . ~/.memdump-completion",
        "  memdump completion zsh > ~/.memdump-completion", "",
        "Next: echo '. ~/.memdump-completion' >> ~/.bashrc"})
final class CompletionCommand extends DumpCommand {
    static final String NAME = "completion";

    /** The shells. */
    enum Shell {
        /** Bash, from 3.2 on. */
        bash,
        /** Zsh, which takes bash's through its own adapter. */
        zsh,
        /** No shell: the manual page, from the same help. */
        man
    }

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "One of: ${COMPLETION-CANDIDATES}")
    private Shell shell;

    CompletionCommand(Session session) {
        super(session);
    }

    private String script() {
        if (shell == Shell.man) {
            return new ManPage(spec.root().commandLine()).text();
        }
        String bash = AutoComplete.bash("memdump", spec.root().commandLine());
        return shell == Shell.zsh ? "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit &&"
            + " bashcompinit\n" + bash : bash;
    }

    @Override
    protected void run() throws IOException {
        String script = script();
        if (json()) {
            show(Answer.builder().fact("script", script).build());
        } else {
            session().print(script);
        }
    }

    /** The manual page of the command in roff: the first help, then that of each subcommand. */
    private static final class ManPage {
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
}
