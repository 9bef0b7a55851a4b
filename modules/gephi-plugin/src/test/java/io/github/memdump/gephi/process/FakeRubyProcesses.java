package io.github.memdump.gephi.process;

import io.github.memdump.live.DumpOptions;
import io.github.memdump.live.LiveException;
import io.github.memdump.live.RubyProcess;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Processes that answer what a test wants. */
final class FakeRubyProcesses implements RubyProcesses {
    static final ProcessRow SHOP = row(4711, "shop", RubyProcess.Tracing.LOADED);
    static final ProcessRow JOBS = row(4712, "jobs", RubyProcess.Tracing.ABSENT);

    final List<String> asked = new ArrayList<>();
    boolean hasProgram = true;
    boolean traces;
    String refusal = "";

    static ProcessRow row(long pid, String name, RubyProcess.Tracing tracing) {
        return new ProcessRow(pid, name, "ruby " + name + ".rb", OptionalLong.of(50L << 20),
            Optional.of(Instant.ofEpochSecond(pid)), tracing);
    }

    @Override
    public List<ProcessRow> running() {
        return List.of(SHOP, JOBS);
    }

    @Override
    public boolean canBeAsked(ProcessRow process) {
        return hasProgram;
    }

    @Override
    public ProcessReply ask(ProcessRow process) throws IOException {
        asked.add("ask " + process.pid());
        if (!refusal.isEmpty()) {
            throw new LiveException(refusal);
        }
        ProcessReply answer = ProcessReply.of("3.1.2", 60_000);
        return traces ? answer.tracing() : answer;
    }

    @Override
    public void traceAllocations(ProcessRow process) {
        asked.add("trace " + process.pid());
        traces = true;
    }

    @Override
    public void dump(ProcessRow process, Path target, DumpOptions options, Task task) throws IOException {
        asked.add("dump " + process.pid());
        if (!refusal.isEmpty()) {
            throw new LiveException(refusal);
        }
        Files.writeString(target, "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[]}\n");
    }
}
