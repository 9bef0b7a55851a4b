package io.github.memdump.gephi.importer;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.prefs.Preferences;
import java.util.stream.Collectors;
import javax.swing.JFileChooser;
import org.openide.util.NbPreferences;
import org.openide.windows.WindowManager;

/** Lets the user choose dumps on the disk; begins where the last one was. For the event thread. */
public final class DumpChooser {
    private static final String FOLDER = "folder";

    private DumpChooser() {
    }

    /** Returns the chosen files, none if the user changed their mind. */
    public static List<Path> several(String title) {
        return chosen(title, true, NbPreferences.forModule(DumpChooser.class).get(FOLDER, ""));
    }

    /** Returns the chosen file, none if the user changed their mind; begins in a folder. */
    public static List<Path> one(String title, Path folder) {
        return chosen(title, false, folder.toString());
    }

    private static List<Path> chosen(String title, boolean several, String folder) {
        JFileChooser chooser = new JFileChooser(folder.isEmpty() ? null : new File(folder));
        chooser.setDialogTitle(title);
        chooser.setMultiSelectionEnabled(several);
        if (chooser.showOpenDialog(WindowManager.getDefault().getMainWindow()) != JFileChooser.APPROVE_OPTION) {
            return List.of();
        }
        Preferences preferences = NbPreferences.forModule(DumpChooser.class);
        preferences.put(FOLDER, chooser.getCurrentDirectory().getPath());
        File[] files = several ? chooser.getSelectedFiles() : new File[] {chooser.getSelectedFile()};
        return Arrays.stream(files).map(File::toPath).collect(Collectors.toList());
    }
}
