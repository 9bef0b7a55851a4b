package io.github.memdump.gephi.process;

import io.github.memdump.live.Approach;
import io.github.memdump.live.DumpOptions;
import io.github.memdump.live.MemoryWatch;
import io.github.memdump.live.RubyProcess;
import io.github.memdump.live.Way;
import io.github.memdump.live.attach.LiveException;
import io.github.memdump.live.watch.ProcessWatch;
import io.github.memdump.live.watch.WatchBounds;
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
    List<Way> ways = List.of(Way.RBTRACE, Way.ATTACH);
    boolean traces;
    String refusal = "";

    static ProcessRow row(long pid, String name, RubyProcess.Tracing tracing) {
        return new ProcessRow(pid, name, "ruby " + name + ".rb", OptionalLong.of(50L << 20),
            Optional.of(Instant.ofEpochSecond(pid)), tracing, "shopkeeper", OptionalLong.empty());
    }

    @Override
    public List<ProcessRow> running() {
        return List.of(SHOP, JOBS);
    }

    @Override
    public List<Way> ways(ProcessRow process, Approach approach) throws IOException {
        if (ways.isEmpty()) {
            throw new LiveException("Process " + process.pid() + " is stopped.");
        }
        return ways;
    }

    @Override
    public ProcessReply ask(ProcessRow process, Approach approach) throws IOException {
        asked.add("ask " + process.pid());
        if (!refusal.isEmpty()) {
            throw new LiveException(refusal);
        }
        ProcessReply answer = ProcessReply.of("3.1.2", 60_000);
        return traces ? answer.tracing() : answer;
    }

    @Override
    public ProcessReply traceAllocations(ProcessRow process, Approach approach) {
        asked.add("trace " + process.pid());
        traces = true;
        return ProcessReply.of("3.1.2", 60_000).tracing();
    }

    @Override
    public List<String> dump(ProcessRow process, Path target, DumpOptions options, Approach approach, Task task)
            throws IOException {
        asked.add("dump " + process.pid());
        if (!refusal.isEmpty()) {
            throw new LiveException(refusal);
        }
        Files.writeString(target, "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[]}\n");
        return List.of("asked by rbtrace");
    }

    @Override
    public ProcessWatch watch(ProcessRow process, Path folder, MemoryWatch memory, WatchBounds bounds) {
        throw new UnsupportedOperationException();
    }
}
