package io.github.memdump.cli.report.story;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import io.github.memdump.answer.Figures;

/** Turns of phrase that a report uses more than once. */
public final class Words {
    private Words() {
    }

    /** Returns a name with a number, "Session ×600", the name alone for one. */
    public static String times(String name, long number) {
        return number == 1 ? name : name + " ×" + Figures.count(number);
    }

    /** Returns where an object was allocated, {@code file:line}; empty where it is not known. */
    public static String site(Findings findings, int object) {
        String file = findings.text(Column.FILE, object);
        String line = findings.text(Column.LINE, object);
        return line.isEmpty() ? file : file + ":" + line;
    }

    /** Returns a part of a whole in whole percent, "92 %"; "under 1 %" rather than none. */
    public static String percent(long part, long whole) {
        long percent = whole == 0 ? 0 : Math.round(100.0 * part / whole);
        if (percent == 100 && part < whole) {
            percent = 99;
        }
        return percent == 0 && part > 0 ? "under 1 %" : percent + " %";
    }
}
