package io.github.memdump.cli.interactive;

import io.github.memdump.cli.command.ReportedFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of Java from a file, run one after the other to the first failure. */
final class Script {
    private final String name;
    private final Snippets snippets;

    Script(String name, Snippets snippets) {
        this.name = name;
        this.snippets = snippets;
    }

    /** Hears what a snippet of the script came to. */
    interface Listener {
        void answered(int line, String snippet, String answer) throws IOException;
    }

    /**
     * Runs the script.
     *
     * @throws IOException that says in which line it failed and why
     */
    void run(Reader script, Listener listener) throws IOException {
        BufferedReader lines = new BufferedReader(script);
        StringBuilder snippet = new StringBuilder();
        int number = 0;
        int begin = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            boolean isFirst = snippet.length() == 0;
            if (isFirst && (line.isBlank() || line.startsWith("#"))) {
                continue;
            }
            if (isFirst && isEnd(line)) {
                return;
            }
            begin = isFirst ? number : begin;
            snippet.append(line).append('\n');
            if (!snippets.isUnfinished(snippet.toString())) {
                run(snippet.toString(), begin, listener);
                snippet.setLength(0);
            }
        }
        if (snippet.length() > 0 && snippets.isCode(snippet.toString())) {
            run(snippet.toString(), begin, listener);
        }
    }

    /** Returns whether a line ends a session. */
    static boolean isEnd(String line) {
        return line.strip().matches("/?(exit|quit)(\\(\\))?;?");
    }

    private void run(String snippet, int begin, Listener listener) throws IOException {
        Answer answer = snippets.run(snippet);
        listener.answered(begin, snippet.strip(), answer.text());
        if (answer.isFailure()) {
            List<String> told = answer.failure().lines().collect(Collectors.toList());
            throw new ReportedFailure(name + ", line " + (begin + answer.line()) + ": " + told.get(0),
                told.subList(1, told.size()));
        }
    }
}
