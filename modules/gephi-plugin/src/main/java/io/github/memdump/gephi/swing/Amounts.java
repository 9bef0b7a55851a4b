package io.github.memdump.gephi.swing;

import io.github.memdump.answer.Figures;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import org.openide.util.NbBundle;

/** How numbers are written in the tables of the Memdump window, in the language of the user. Thread-safe. */
public final class Amounts {
    private static final char MINUS = '\u2212';

    private Amounts() {
    }

    /** Returns a number with its thousands apart. */
    public static String count(long number) {
        return NumberFormat.getIntegerInstance().format(number);
    }

    /** Returns a number of bytes as the engine's answers write it, so that one figure reads alike: {@code 1.2 MiB}. */
    public static String bytes(long number) {
        String amount = Figures.bytes(number).replace('-', MINUS);
        return amount.replace('.', DecimalFormatSymbols.getInstance().getDecimalSeparator());
    }

    /** Returns a number of bytes with its thousands apart, for those who want to know exactly. */
    public static String exactBytes(long number) {
        return text("Amounts.bytes", count(number));
    }

    /** Returns a difference with its sign: {@code +12}; nothing where there is none. */
    public static String change(long number) {
        return signed(number, count(Math.abs(number)));
    }

    /** Returns a difference in bytes with its sign: {@code +1.2 MiB}; nothing where there is none. */
    public static String bytesChange(long number) {
        return signed(number, bytes(Math.abs(number)));
    }

    /** Returns a part of a whole in per cent, the whole being at least 1. */
    public static String share(long part, long whole) {
        double share = (double) part / Math.max(1, whole);
        NumberFormat format = NumberFormat.getPercentInstance();
        format.setMaximumFractionDigits(share < 0.1 ? 1 : 0);
        return part > 0 && share < 0.001 ? text("Amounts.little", format.format(0.001)) : format.format(share);
    }

    private static String signed(long number, String amount) {
        return number == 0 ? "" : (number > 0 ? '+' : MINUS) + amount;
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(Amounts.class, key, values);
    }
}
