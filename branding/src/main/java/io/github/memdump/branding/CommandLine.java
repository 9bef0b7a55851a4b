package io.github.memdump.branding;

import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gephi.desktop.importer.api.ImportControllerUI;
import org.gephi.visualization.VizController;
import org.netbeans.spi.sendopts.Env;
import org.netbeans.spi.sendopts.Option;
import org.netbeans.spi.sendopts.OptionProcessor;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.awt.Actions;
import org.openide.filesystems.FileObject;
import org.openide.filesystems.FileUtil;
import org.openide.util.Lookup;
import org.openide.util.NbBundle;
import org.openide.util.RequestProcessor;
import org.openide.util.lookup.ServiceProvider;
import org.openide.windows.WindowManager;

/**
 * Opens the files named on the command line, as File &gt; Open would: projects one by one, all others together, so
 * that two dumps are the one before and the one after.
 */
@ServiceProvider(service = OptionProcessor.class)
public final class CommandLine extends OptionProcessor {
    private static final String BUNDLE = "io.github.memdump.branding.Bundle";

    private final Option files = Option.defaultArguments();
    private final Option open = Option.shortDescription(
        Option.displayName(Option.additionalArguments('o', "open"), BUNDLE, "CommandLine.open"),
        BUNDLE, "CommandLine.open.hint");

    @Override
    protected Set<Option> getOptions() {
        return Set.of(files, open);
    }

    @Override
    protected void process(Env env, Map<Option, String[]> values) {
        List<File> named = new ArrayList<>();
        for (Option option : List.of(files, open)) {
            Arrays.stream(values.getOrDefault(option, new String[0]))
                .map(name -> absolute(env, name))
                .forEach(named::add);
        }
        if (!named.isEmpty()) {
            WindowManager.getDefault().invokeWhenUIReady(() -> EventQueue.invokeLater(() -> open(named)));
        }
    }

    /** A second start hands its arguments to the first, whose working directory is another. */
    private static File absolute(Env env, String name) {
        File file = new File(name);
        File found = file.isAbsolute() ? file : new File(env.getCurrentDirectory(), name);
        return FileUtil.normalizeFile(found.getAbsoluteFile());
    }

    static void open(List<File> named) {
        List<FileObject> graphs = new ArrayList<>();
        for (File file : named) {
            FileObject object = FileUtil.toFileObject(file);
            if (object == null) {
                complain("CommandLine.missing", file);
            } else if (object.isFolder()) {
                complain("CommandLine.directory", file);
            } else if (object.hasExt("gephi")) {
                openProject(file);
            } else {
                graphs.add(object);
            }
        }
        if (!graphs.isEmpty()) {
            Lookup.getDefault().lookup(ImportControllerUI.class).importFiles(graphs.toArray(new FileObject[0]));
        }
    }

    /** Gephi deadlocks when its Graph window starts while a project is read; this waits for its start. */
    private static void openProject(File file) {
        RequestProcessor.getDefault().post(() -> {
            VizController.getInstance();
            EventQueue.invokeLater(() -> Actions.forID("File", "org.gephi.desktop.project.actions.OpenFile")
                .actionPerformed(new ActionEvent(file, ActionEvent.ACTION_PERFORMED, "")));
        });
    }

    private static void complain(String key, File file) {
        DialogDisplayer.getDefault().notifyLater(new NotifyDescriptor.Message(
            NbBundle.getMessage(CommandLine.class, key, file.getPath()), NotifyDescriptor.ERROR_MESSAGE));
    }
}
