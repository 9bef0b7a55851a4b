package io.github.memdump.gephi.source;

import io.github.memdump.source.EditorAddress;
import io.github.memdump.source.SourceFolder;
import io.github.memdump.source.SourceLines;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import org.openide.util.NbPreferences;

/**
 * Where the source of the program lies on this machine, and the address by which its lines open in the user's editor:
 * settings of the plugin, none of them made before the user makes them. Immutable.
 */
public final class ProgramSource {
    private static final String FOLDERS = "source.folders";
    private static final String EDITOR = "source.editor";
    private static final String BETWEEN = ";";

    private final String folders;
    private final EditorAddress editor;

    private ProgramSource(String folders, EditorAddress editor) {
        this.folders = folders;
        this.editor = editor;
    }

    /** Returns what the user has set. */
    public static ProgramSource set() {
        Preferences preferences = NbPreferences.forModule(ProgramSource.class);
        return new ProgramSource(preferences.get(FOLDERS, ""), EditorAddress.parse(preferences.get(EDITOR, "")));
    }

    /**
     * Returns settings as a user writes them.
     *
     * @param folders folders, or PREFIX=FOLDER, with semicolons between them; as {@code --source} of the command
     * @param editor  an address with {@code {file}} and {@code {line}}, or nothing to open none
     * @throws IllegalArgumentException if a folder cannot be one, or the address names no file
     */
    static ProgramSource of(String folders, String editor) {
        ProgramSource source = new ProgramSource(folders.trim(), EditorAddress.parse(editor));
        source.folders();
        return source;
    }

    /** Keeps these settings. */
    void keep() {
        Preferences preferences = NbPreferences.forModule(ProgramSource.class);
        preferences.put(FOLDERS, folders);
        preferences.put(EDITOR, editor.toString());
    }

    /** Returns the folders as they were written. */
    String foldersText() {
        return folders;
    }

    /** Returns the address of the editor as it was written. */
    String editorText() {
        return editor.toString();
    }

    /** Returns the lines of the source, in these folders, and else where the files were when the process ran. */
    public SourceLines lines() {
        return SourceLines.in(folders());
    }

    private List<SourceFolder> folders() {
        List<SourceFolder> parsed = new ArrayList<>();
        for (String folder : folders.split(BETWEEN)) {
            if (!folder.isBlank()) {
                parsed.add(SourceFolder.parse(folder.trim()));
            }
        }
        return parsed;
    }

    /** Returns whether there is an editor to open lines in. */
    public boolean hasEditor() {
        return editor.isSet();
    }

    /** Returns the address that opens a line, if there is an editor and the file is here. */
    public Optional<URI> address(String file, long line) {
        return lines().file(file).flatMap(path -> editor.of(path, line));
    }
}
