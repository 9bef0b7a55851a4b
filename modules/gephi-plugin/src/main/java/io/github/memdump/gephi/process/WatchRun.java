package io.github.memdump.gephi.process;

import io.github.memdump.gephi.importer.DumpsDialog;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.task.Remedy;
import io.github.memdump.live.Approach;
import io.github.memdump.live.LiveHeap;
import io.github.memdump.live.watch.ProcessWatch;
import io.github.memdump.task.CancelledException;
import io.github.memdump.task.Task;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.openide.util.NbBundle;

/** Watches a process in the background, says what happens on the progress bar, and opens the dumps at the end. */
final class WatchRun {
    private final RubyProcesses rubies;
    private final ProcessRow process;
    private final WatchForm form;
    private final Approach approach;

    WatchRun(RubyProcesses rubies, ProcessRow process, WatchForm form, Approach approach) {
        this.rubies = rubies;
        this.process = process;
        this.form = form;
        this.approach = approach;
    }

    /** Starts; returns at once. */
    void start() {
        String work = text("WatchRun.work", process);
        Background.run(work, task -> {
            List<Path> dumps = watch(task);
            EventQueue.invokeLater(() -> DumpsDialog.open(dumps));
        }, Remedy.of(text("DumpRun.again"), () -> ProcessDialog.open(rubies, process.pid())));
    }

    /** Watches until the end and returns the dumps; none were taken where the exception says why. */
    List<Path> watch(Task task) throws IOException {
        ProcessWatch watch = rubies.watch(process, form.path(), form.memory(process.pid()), form.bounds());
        task.phase(text("WatchRun.work", process), 0);
        try {
            watch.run(KernelCalls.with(approach), new Told(task), task);
        } catch (CancelledException stopped) {
            if (!watch.files().isEmpty()) {
                offer(watch.files());
            }
            throw stopped;
        }
        if (watch.files().isEmpty()) {
            throw new IOException(text("WatchRun.none", watch.ended()));
        }
        Messages.status(text("WatchRun.ended", process, watch.ended()));
        return watch.files();
    }

    private void offer(List<Path> dumps) {
        Messages.remark(text("WatchRun.work", process), text("WatchRun.stopped", dumps.size(), form.path()),
            Remedy.of(text("WatchRun.open"), () -> DumpsDialog.open(dumps)));
    }

    /** Says it on the progress bar and in the status line. */
    private static final class Told implements ProcessWatch.Listener {
        private final Task task;

        Told(Task task) {
            this.task = task;
        }

        @Override
        public void says(String sentence) {
            Messages.status(sentence);
            task.phase(sentence, 0);
        }

        @Override
        public void taken(Path file, LiveHeap.Dump dump) {
            Messages.status(text("DumpRun.taken", file));
            task.phase(text("DumpRun.taken", file.getFileName()), 0);
        }
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(WatchRun.class, key, values);
    }
}
