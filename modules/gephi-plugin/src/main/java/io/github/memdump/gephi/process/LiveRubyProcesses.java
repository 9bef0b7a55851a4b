package io.github.memdump.gephi.process;

import io.github.memdump.answer.Figures;
import io.github.memdump.answer.content.TakenDump;
import io.github.memdump.live.Approach;
import io.github.memdump.live.DumpOptions;
import io.github.memdump.live.LiveFacts;
import io.github.memdump.live.LiveHeap;
import io.github.memdump.live.MemoryWatch;
import io.github.memdump.live.RubyProcess;
import io.github.memdump.live.Way;
import io.github.memdump.live.attach.LiveException;
import io.github.memdump.live.watch.ProcessWatch;
import io.github.memdump.live.watch.WatchBounds;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.openide.util.NbBundle;

/** The real ones, by an agent, by rbtrace or by attaching. */
final class LiveRubyProcesses implements RubyProcesses {
    @Override
    public List<ProcessRow> running() {
        return RubyProcess.ofThisUser().stream().map(ProcessRow::of).collect(Collectors.toList());
    }

    @Override
    public List<Way> ways(ProcessRow process, Approach approach) throws IOException {
        return heap(process, approach).ways();
    }

    @Override
    public ProcessReply ask(ProcessRow process, Approach approach) throws IOException {
        return reply(heap(process, approach).facts());
    }

    @Override
    public ProcessReply traceAllocations(ProcessRow process, Approach approach) throws IOException {
        return reply(heap(process, approach).traceAllocations());
    }

    private static ProcessReply reply(LiveFacts facts) {
        ProcessReply answer = ProcessReply.of(facts.rubyVersion(), facts.objects());
        return facts.tracesAllocations() ? answer.tracing() : answer;
    }

    @Override
    public List<String> dump(ProcessRow process, Path target, DumpOptions options, Approach approach, Task task)
            throws IOException {
        return TakenDump.account(heap(process, approach).dump(target, options, task));
    }

    @Override
    public ProcessWatch watch(ProcessRow process, Path folder, MemoryWatch memory, WatchBounds bounds)
            throws IOException {
        return new ProcessWatch(now(process), folder, memory, bounds, Figures::bytes);
    }

    private static LiveHeap heap(ProcessRow process, Approach approach) throws LiveException {
        return LiveHeap.of(now(process)).by(KernelCalls.with(approach));
    }

    private static RubyProcess now(ProcessRow process) throws LiveException {
        RubyProcess now = RubyProcess.of(process.pid());
        if (!ProcessRow.of(now).equals(process)) {
            throw new LiveException(NbBundle.getMessage(LiveRubyProcesses.class, "LiveRubyProcesses.ended", process));
        }
        return now;
    }
}
