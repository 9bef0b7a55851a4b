package io.github.memdump.analysis;

import io.github.memdump.value.RecordFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of an object, with the names they have in Gephi, CSV and JSON. */
public enum Column {
    /** The identity. */
    OBJECT(Kind.TEXT),
    /** The address, empty for a ROOT object. */
    ADDRESS(Kind.TEXT),
    /** The record type. */
    TYPE(Kind.TEXT),
    /** The name of the class. */
    CLASS(Kind.TEXT),
    /** What the object calls itself. */
    NAME(Kind.TEXT),
    /** The object's own size in bytes, 0 where its record has none. */
    MEMSIZE(Kind.NUMBER),
    /** The generation. */
    GENERATION(Kind.NUMBER),
    /** The file that allocated it. */
    FILE(Kind.TEXT),
    /** The line that allocated it. */
    LINE(Kind.NUMBER),
    /** The method that allocated it. */
    METHOD(Kind.TEXT),
    /** The value of a string, float or symbol: read from the dump again, and only where it is asked for by name. */
    VALUE(Kind.TEXT),
    /** Edges on a shortest path from the virtual root. */
    ROOT_DISTANCE(Kind.NUMBER),
    /** 1 for a new object, 0 for an old one. */
    IN_AFTER(Kind.NUMBER),
    /** The number, from 1, of the first dump that has it; of several dumps alone. */
    FIRST_DUMP(Kind.NUMBER),
    /** {@code old}, {@code new} or empty. */
    BORDER(Kind.TEXT),
    /** By how many bytes an old object became larger since the earlier dump; absent where it did not. */
    GROWN_MEMSIZE(Kind.NUMBER),
    /** How many new objects an old one refers to; absent where it refers to none. */
    HELD_NEW_COUNT(Kind.NUMBER),
    /** How many bytes these have. */
    HELD_NEW_SIZE(Kind.NUMBER),
    /** How many objects are reachable from it, itself included. */
    KEEPALIVE_COUNT(Kind.NUMBER),
    /** How many new objects are reachable from it inside the new objects, itself included. */
    KEEPALIVE_NEW_COUNT(Kind.NUMBER),
    /** 1 where one of these two counts is an estimate, 0 where what was counted is exact. */
    KEEPALIVE_ESTIMATED(Kind.NUMBER),
    /** How many objects would die with it, itself included. */
    RETAINED_COUNT(Kind.NUMBER),
    /** How many bytes would die with it, its own included. */
    RETAINED_SIZE(Kind.NUMBER),
    /** The identity of its immediate dominator, {@code ALL_ROOTS} for the virtual root. */
    DOMINATOR(Kind.TEXT),
    /** How many elements an array has, or bytes a string; this and all further ones are read from the record again. */
    LENGTH(RecordFact.LENGTH),
    /** How many pairs a hash has. */
    SIZE(RecordFact.SIZE),
    /** For how many bytes a string has room. */
    CAPACITY(RecordFact.CAPACITY),
    /** The bytes of its slot. */
    SLOT_SIZE(RecordFact.SLOT_SIZE),
    /** 1 for an object that cannot be changed, else 0. */
    FROZEN(RecordFact.FROZEN),
    /** 1 for a string or array that uses the buffer of another, else 0. */
    SHARED(RecordFact.SHARED),
    /** 1 for an object whose contents stand in its slot. */
    EMBEDDED(RecordFact.EMBEDDED),
    /** How many collections it has survived, up to 3. */
    AGE(RecordFact.AGE),
    /** 1 for an object of the collector's old generation, else 0. */
    OLD(RecordFact.OLD),
    /** 1 for an object that compaction may not move, else 0. */
    PINNED(RecordFact.PINNED),
    /** The number of its shape. */
    SHAPE(RecordFact.SHAPE),
    /** The descriptor of an open file. */
    FD(RecordFact.FD),
    /** The encoding of a string. */
    ENCODING(RecordFact.ENCODING),
    /** For how many instance variables an object has room. */
    IVARS(RecordFact.IVARS);

    /** What the values of a column are. */
    public enum Kind {
        /** Strings; empty where the column does not apply. */
        TEXT,
        /** Whole numbers; absent where the column does not apply. */
        NUMBER
    }

    private final Kind kind;
    private final @Nullable RecordFact fact;

    Column(Kind kind) {
        this.kind = kind;
        this.fact = null;
    }

    Column(RecordFact fact) {
        this.kind = fact.isText() ? Kind.TEXT : Kind.NUMBER;
        this.fact = fact;
    }

    /** Returns the name: lower case with underscores. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what the values are. */
    public Kind kind() {
        return kind;
    }

    /** Returns whether it is one of numbers that an int may be too small for, such as sums of bytes. */
    public boolean isWide() {
        switch (this) {
            case MEMSIZE:
            case RETAINED_SIZE:
            case HELD_NEW_SIZE:
            case GROWN_MEMSIZE:
                return true;
            default:
                return fact != null && kind == Kind.NUMBER;
        }
    }

    /** Returns what the column takes from the record of an object, if it does. */
    public Optional<RecordFact> fact() {
        return Optional.ofNullable(fact);
    }

    /** Returns what some columns take from records. */
    public static Set<RecordFact> facts(Collection<Column> columns) {
        Set<RecordFact> facts = EnumSet.noneOf(RecordFact.class);
        columns.forEach(column -> column.fact().ifPresent(facts::add));
        return facts;
    }

    /**
     * Returns the columns that {@link Findings} fill by themselves, in their order: neither {@link #VALUE} nor those
     * that are read from records.
     */
    public static List<Column> ofFindings() {
        List<Column> columns = ofView();
        columns.removeIf(column -> column.fact().isPresent());
        return columns;
    }

    /** Returns the columns that are read from records, in their order. */
    public static List<Column> ofRecords() {
        List<Column> columns = ofView();
        columns.removeIf(column -> column.fact().isEmpty());
        return columns;
    }

    /** Returns the columns of the nodes of a view, in their order: all but {@link #VALUE}. */
    public static List<Column> ofView() {
        List<Column> columns = new ArrayList<>(Arrays.asList(values()));
        columns.remove(VALUE);
        return columns;
    }

    /** Returns the column of a name, if there is one. */
    public static Optional<Column> named(String id) {
        for (Column column : values()) {
            if (column.id().equals(id)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
