package io.github.memdump.gephi.process;

import io.github.memdump.gephi.importer.DumpsDialog;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.task.Remedy;
import io.github.memdump.live.Approach;
import io.github.memdump.live.DumpOptions;
import io.github.memdump.live.attach.LiveException;
import io.github.memdump.task.Task;
import java.awt.EventQueue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openide.util.NbBundle;

/** Takes a dump in the background, opens it, and offers the next one. */
final class DumpRun {
    private static final EarlierDumps EARLIER = new EarlierDumps();

    private final RubyProcesses rubies;
    private final ProcessRow process;
    private final Path target;
    private final DumpOptions options;
    private final Approach approach;
    private final Optional<Path> before;

    /** Prepares a dump that is compared with an earlier one, if there is one. */
    DumpRun(RubyProcesses rubies, ProcessRow process, Path target, DumpOptions options, Approach approach,
        Optional<Path> before) {
        this.rubies = rubies;
        this.process = process;
        this.target = target;
        this.options = options;
        this.approach = approach;
        this.before = before;
    }

    /** Returns the dumps that were taken since Gephi was started. */
    static EarlierDumps earlier() {
        return EARLIER;
    }

    /** Starts; returns at once. */
    void start() {
        String work = text("DumpRun.work", process);
        Background.run(work, task -> {
            try {
                List<Path> dumps = take(EARLIER, task);
                EventQueue.invokeLater(() -> show(dumps));
            } catch (LiveException refused) {
                Messages.failure(work, refused, ways(refused));
            }
        }, another("DumpRun.again"));
    }

    /** Takes the dump and returns what to open: it, after the earlier one if there is one. */
    List<Path> take(EarlierDumps known, Task task) throws IOException {
        List<String> account = rubies.dump(process, target, options, approach.saying(said ->
            Messages.status(process + ": " + said)), task);
        Messages.status(text("DumpRun.taken", target) + " " + String.join("; ", account) + ".");
        known.add(process, target);
        List<Path> dumps = new ArrayList<>();
        before.ifPresent(dumps::add);
        dumps.add(target);
        return dumps;
    }

    private void show(List<Path> dumps) {
        DumpsDialog.open(dumps);
        if (before.isEmpty()) {
            Messages.remark(text("DumpRun.first", process), text("DumpRun.second", target.getFileName()),
                another("DumpRun.another"));
        }
    }

    private Remedy[] ways(LiveException refused) {
        Remedy again = another("DumpRun.again");
        return refused.advice().isEmpty() ? new Remedy[] {again}
            : new Remedy[] {Remedy.details(text("DumpRun.advice"), refused.getMessage() + "\n\n" + refused.advice()),
                again};
    }

    private Remedy another(String label) {
        return Remedy.of(text(label), () -> ProcessDialog.open(rubies, process.pid()));
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(DumpRun.class, key, values);
    }
}
