package io.github.memdump.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * Numbers as people read them. Those of every table are made by hand: the formatter of the JDK looks for the symbols of
 * a locale the first time, which took 5 % of the processor time of {@code stats} on a small dump.
 */
public final class Figures {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Figures() {
    }

    /** Returns a number with thousands separators: {@code 12,345}. */
    public static String count(long number) {
        StringBuilder text = new StringBuilder(27).append(number);
        int first = number < 0 ? 1 : 0;
        for (int comma = text.length() - 3; comma > first; comma -= 3) {
            text.insert(comma, ',');
        }
        return text.toString();
    }

    /** Returns a number with a noun, which gets an s unless there is one: {@code 1 line}, {@code 2 lines}. */
    public static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Returns a number of bytes in the unit that suits it: {@code 9.4 MiB}. */
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        // 1023.95 would be printed as 1024.0.
        while (Math.abs(value) >= 1023.95 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : oneDecimal(value) + " " + UNITS[unit];
    }

    /** Returns a part of a whole in percent: {@code 34.9 %}; empty if the whole is 0. */
    public static String share(long part, long whole) {
        return whole == 0 ? "" : share((double) part / whole);
    }

    /** Returns a share from 0 to 1 in percent: {@code 34.9 %}. */
    public static String share(double share) {
        return oneDecimal(100.0 * share) + " %";
    }

    /** Returns what {@code %.1f} makes of a number. */
    private static String oneDecimal(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        return sign + BigDecimal.valueOf(Math.abs(value)).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    /** Returns a change with its sign: {@code +622.5}. */
    public static String slope(double change) {
        return String.format(Locale.ROOT, "%+,.1f", change);
    }

    /** Returns a cell of a table as people read it; empty for what only machines read. */
    public static String cell(TableColumn<?> column, Object cell) {
        if (TableColumn.isAbsent(cell)) {
            return column.absent();
        }
        if (cell instanceof String) {
            return ((String) cell).isEmpty() ? column.absent() : (String) cell;
        }
        switch (column.kind()) {
            case COUNT:
                return count((Long) cell);
            case BYTES:
                return bytes((Long) cell);
            case SHARE:
                return share((Double) cell);
            case SLOPE:
                return slope((Double) cell);
            default:
                return cell instanceof Number ? cell.toString() : "";
        }
    }
}
