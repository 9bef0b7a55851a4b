package io.github.memdump.redact;

import io.github.memdump.dump.RawRecord;
import io.github.memdump.dump.scan.FieldSlices;
import io.github.memdump.dump.scan.KeyTable;
import java.io.IOException;
import java.util.List;

/** The field {@code flags}: an object of switches and numbers under the names that Ruby gives them. */
final class FlagsField {
    private static final KeyTable NAMES = new KeyTable(List.of("wb_protected", "old", "uncollectible", "marking",
        "marked", "pinned", "remembered", "age", "object_id", "shareable", "young", "promoted", "long_lived",
        "has_finalizer", "finalizable", "weak", "protected", "embedded", "frozen", "shared"));
    private static final byte[] BEGIN = JsonOutput.ascii(",\"flags\":{");

    private final JsonOutput out;
    private final FieldSlices flags = new FieldSlices();

    FlagsField(JsonOutput out) {
        this.out = out;
    }

    /** Writes what is usual of the object that a field is; nothing else. */
    void write(RawRecord record, int field) throws IOException {
        byte[] bytes = record.array();
        String separator = "";
        out.write(BEGIN);
        int count = record.readObject(field, flags) ? flags.count() : 0;
        for (int flag = 0; flag < count; flag++) {
            int from = flags.valueFrom(flag);
            int to = flags.valueTo(flag);
            int name = NAMES.number(bytes, flags.keyFrom(flag), flags.keyTo(flag));
            if (name != KeyTable.OTHER && (HarmlessFields.isSwitch(bytes, from, to)
                || HarmlessFields.isNumber(bytes, from, to))) {
                out.write(JsonOutput.ascii(separator + '"'));
                out.write(NAMES.key(name));
                out.write(JsonOutput.ascii("\":"));
                out.write(bytes, from, to);
                separator = ",";
            }
        }
        out.write('}');
    }
}
