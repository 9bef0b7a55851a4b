package io.github.memdump.gephi.action;

import io.github.memdump.dump.DumpException;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.Background;
import io.github.memdump.gephi.task.Messages;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openide.util.NbBundle;
import org.openide.windows.OnShowing;
import org.openide.windows.WindowManager;

/**
 * Opens the dumps that Gephi was started with, which is how {@code memdump gephi BEFORE AFTER} hands them over: system
 * properties {@value #BEFORE} and {@value #AFTER}, absolute paths; the latter alone is a single dump.
 */
@OnShowing
public final class LaunchedWithDumps implements Runnable {
    /** The property that names the earlier dump. */
    public static final String BEFORE = "memdump.before";
    /** The property that names the later dump, or the only one. */
    public static final String AFTER = "memdump.after";

    @Override
    public void run() {
        List<Path> named = new ArrayList<>();
        for (String property : List.of(BEFORE, AFTER)) {
            String path = System.getProperty(property, "").trim();
            if (!path.isEmpty()) {
                named.add(Path.of(path));
            }
        }
        if (!named.isEmpty()) {
            String names = named.stream().map(dump -> dump.getFileName().toString()).collect(Collectors.joining(", "));
            // A workspace that comes while the row of tabs is being made gets two of them.
            WindowManager.getDefault().invokeWhenUIReady(() ->
                Background.run(NbBundle.getMessage(LaunchedWithDumps.class, "LaunchedWithDumps.work", names),
                    task -> Messages.status(open(named, task))));
        }
    }

    /** Opens one dump, or the border between two, and returns what was opened, in words. */
    static String open(List<Path> named, TicketTask task) throws DumpException {
        Recipe.Subject subject = named.size() > 1 ? Recipe.Subject.BORDER : Recipe.Subject.HEAP;
        return ViewWorkspace.open(named, dumps -> Recipes.of(subject, dumps, "", ViewBudget.DEFAULT), task).recipe()
            .title();
    }
}
