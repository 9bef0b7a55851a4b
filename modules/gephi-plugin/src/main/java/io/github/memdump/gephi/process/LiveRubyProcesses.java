package io.github.memdump.gephi.process;

import io.github.memdump.live.Approach;
import io.github.memdump.live.DumpOptions;
import io.github.memdump.live.LiveException;
import io.github.memdump.live.LiveFacts;
import io.github.memdump.live.LiveHeap;
import io.github.memdump.live.RubyProcess;
import io.github.memdump.live.Way;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.openide.util.NbBundle;

/** The real ones, by rbtrace. */
final class LiveRubyProcesses implements RubyProcesses {
    @Override
    public List<ProcessRow> running() {
        return RubyProcess.ofThisUser().stream().map(ProcessRow::of).collect(Collectors.toList());
    }

    @Override
    public boolean canBeAsked(ProcessRow process) {
        try {
            return heap(process).canBeAsked();
        } catch (LiveException ended) {
            return true;
        }
    }

    @Override
    public ProcessReply ask(ProcessRow process) throws IOException {
        // Whoever merely looks at a process does not attach to it.
        LiveFacts facts = heap(process).by(Approach.usual().via(Way.RBTRACE)).facts();
        ProcessReply answer = ProcessReply.of(facts.rubyVersion(), facts.objects());
        return facts.tracesAllocations() ? answer.tracing() : answer;
    }

    @Override
    public void traceAllocations(ProcessRow process) throws IOException {
        heap(process).traceAllocations();
    }

    @Override
    public void dump(ProcessRow process, Path target, DumpOptions options, Task task) throws IOException {
        heap(process).dump(target, options, task);
    }

    private static LiveHeap heap(ProcessRow process) throws LiveException {
        RubyProcess now = RubyProcess.of(process.pid());
        if (!ProcessRow.of(now).equals(process)) {
            throw new LiveException(NbBundle.getMessage(LiveRubyProcesses.class, "LiveRubyProcesses.ended", process));
        }
        return LiveHeap.of(now);
    }
}
