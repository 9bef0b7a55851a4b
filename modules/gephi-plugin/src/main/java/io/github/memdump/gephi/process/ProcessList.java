package io.github.memdump.gephi.process;

import io.github.memdump.live.RubyProcess;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The processes to choose from, what is searched for among them, and the chosen one. For one thread. */
final class ProcessList {
    private List<ProcessRow> running = List.of();
    private String search = "";
    private ProcessRow chosen;

    /** Takes the processes that run now; the chosen one stays chosen as long as it runs. */
    void update(List<ProcessRow> now) {
        running = List.copyOf(now);
        chosen = running.stream().filter(row -> row.equals(chosen)).findFirst().orElse(null);
    }

    /** Shows only those whose number begins with a text, or whose command contains it. */
    void search(String text) {
        search = text.strip();
    }

    /** Returns those to be shown. */
    List<ProcessRow> shown() {
        return running.stream().filter(row -> row.matches(search)).collect(Collectors.toList());
    }

    /** Returns whether there are any, shown or not. */
    boolean isEmpty() {
        return running.isEmpty();
    }

    void choose(ProcessRow row) {
        chosen = row;
    }

    /** Returns the chosen one, if it is shown. */
    Optional<ProcessRow> chosen() {
        return Optional.ofNullable(chosen).filter(row -> row.matches(search));
    }

    /** Returns which one to choose for the user: that of a number, else the only one, or the only one that answers. */
    Optional<ProcessRow> proposed(long pid) {
        List<ProcessRow> shown = shown();
        Optional<ProcessRow> wanted = shown.stream().filter(row -> row.pid() == pid).findFirst();
        List<ProcessRow> answering = shown.stream().filter(row -> row.tracing() == RubyProcess.Tracing.LOADED)
            .collect(Collectors.toList());
        return wanted.isPresent() ? wanted : only(shown).or(() -> only(answering));
    }

    private static Optional<ProcessRow> only(List<ProcessRow> rows) {
        return rows.size() == 1 ? Optional.of(rows.get(0)) : Optional.empty();
    }
}
