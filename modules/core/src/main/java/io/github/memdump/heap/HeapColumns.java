package io.github.memdump.heap;

import io.github.memdump.array.NamedArrays;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The columns of a heap, indexed by object id; never changed once a {@link Heap} has them. */
final class HeapColumns {
    final AddressIndex addresses;
    final MemsizeColumn memsizes;
    final NameColumn names;
    final RecordTypes typeNames;
    final ClassTable classNames;
    final SiteTable siteNames;
    byte[] types = {};
    int[] classes = {};
    int[] generations = {};
    int[] sites = {};
    int[] offsetsLow = {};
    byte[] offsetsHigh = {};

    HeapColumns(AddressIndex addresses, MemsizeColumn memsizes, NameColumn names, RecordTypes typeNames,
        ClassTable classNames, SiteTable siteNames) {
        this.addresses = addresses;
        this.memsizes = memsizes;
        this.names = names;
        this.typeNames = typeNames;
        this.classNames = classNames;
        this.siteNames = siteNames;
    }

    /** Returns the columns that {@link #putInto} has put among these arrays. */
    static HeapColumns from(NamedArrays arrays) {
        List<String> strings = Collections.unmodifiableList(Arrays.asList(arrays.strings("strings")));
        HeapColumns columns = new HeapColumns(AddressIndex.from(arrays.under("addresses")),
            MemsizeColumn.from(arrays.under("memsizes")), NameColumn.from(arrays.under("names"), strings),
            RecordTypes.from(arrays.under("type_names")), ClassTable.from(arrays.under("class_names")),
            SiteTable.from(arrays.under("site_names"), strings));
        columns.types = arrays.bytes("types");
        columns.classes = arrays.ints("classes");
        columns.generations = arrays.ints("generations");
        columns.sites = arrays.ints("sites");
        columns.offsetsLow = arrays.ints("offsets_low");
        columns.offsetsHigh = arrays.bytes("offsets_high");
        return columns;
    }

    /** Returns the number of what an object goes under: its class in Ruby, or its type. */
    int classNumber(int object) {
        return types[object] == RecordTypes.ICLASS ? classNames.ofType(RecordTypes.ICLASS)
            : classNames.group(classes[object]);
    }

    /** Returns the object that the record of an object calls its class, or {@link ClassTable#NO_OBJECT}. */
    int classObject(int object) {
        return classNames.object(classes[object]);
    }

    /** Returns these columns with another table of classes, of the same numbers. */
    HeapColumns with(ClassTable otherNames) {
        HeapColumns columns = new HeapColumns(addresses, memsizes, names, typeNames, otherNames, siteNames);
        columns.types = types;
        columns.classes = classes;
        columns.generations = generations;
        columns.sites = sites;
        columns.offsetsLow = offsetsLow;
        columns.offsetsHigh = offsetsHigh;
        return columns;
    }

    /** Puts all that these columns are made of. */
    void putInto(NamedArrays arrays) {
        addresses.putInto(arrays.under("addresses"));
        arrays.put("types", types);
        arrays.put("classes", classes);
        arrays.put("generations", generations);
        arrays.put("sites", sites);
        arrays.put("offsets_low", offsetsLow);
        arrays.put("offsets_high", offsetsHigh);
        memsizes.putInto(arrays.under("memsizes"));
        // Names of objects, files and methods are numbered together.
        arrays.putStrings("strings", names.strings());
        names.putInto(arrays.under("names"));
        typeNames.putInto(arrays.under("type_names"));
        classNames.putInto(arrays.under("class_names"));
        siteNames.putInto(arrays.under("site_names"));
    }
}
