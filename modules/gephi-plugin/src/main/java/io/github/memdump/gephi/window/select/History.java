package io.github.memdump.gephi.window.select;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.prefs.Preferences;

/** The selections that were used, the last one first. They are kept with the preferences of the program. */
final class History {
    /** The most that are remembered. */
    static final int MOST = 20;
    private static final String KEY = "selection.";

    private final Supplier<Preferences> preferences;

    /** Makes the history that lies in some preferences, which are not looked up before they are needed. */
    History(Supplier<Preferences> preferences) {
        this.preferences = preferences;
    }

    /** Returns them. */
    List<String> selections() {
        List<String> selections = new ArrayList<>();
        for (int i = 0; i < MOST; i++) {
            String selection = preferences.get().get(KEY + i, "");
            if (!selection.isEmpty()) {
                selections.add(selection);
            }
        }
        return selections;
    }

    /** Puts a selection in the first place; one that is longer than preferences can hold is not remembered. */
    void used(String selection) {
        String trimmed = selection.trim();
        if (trimmed.isEmpty() || trimmed.length() > Preferences.MAX_VALUE_LENGTH) {
            return;
        }
        List<String> selections = selections();
        selections.remove(trimmed);
        selections.add(0, trimmed);
        for (int i = 0; i < Math.min(MOST, selections.size()); i++) {
            preferences.get().put(KEY + i, selections.get(i));
        }
    }
}
