package io.github.memdump.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a heap dump from a heap told by name.
 *
 * <pre>{@code
 * HeapDsl before = HeapDsl.heap()
 *     .root("vm", "Store", "store")
 *     .klass("Store")
 *     .object("store").ofClass("Store").memsize(40).generation(3).allocatedAt("store.rb", 12, "new");
 * HeapDsl after = before.then()
 *     .object("session").ofClass("Store").generation(9).heldBy("store");
 * }</pre>
 *
 * <p>Methods that name a record ({@code root}, {@code klass}, {@code object}, {@code record}, {@code change}…) make
 * it the current one; the others tell more about the current one. Every name has an address of its own, the same one
 * in a heap and in the heaps made from it by {@link #then}. Lines come in the order in which they were told. A name
 * that is referred to but never told is an error when the text is made, unless {@link #refersToMissing} said so.
 * Not safe for use by several threads.
 */
public final class HeapDsl {
    private final List<DslRecord> lines = new ArrayList<>();
    private final Map<String, DslRecord> bySymbol = new LinkedHashMap<>();
    private final Set<String> missing = new HashSet<>();
    private final SlotAddresses addresses;
    private DslRecord current;

    private HeapDsl(SlotAddresses addresses) {
        this.addresses = addresses;
    }

    /** Returns a heap without any record. */
    public static HeapDsl heap() {
        return new HeapDsl(new SlotAddresses());
    }

    /** Returns a copy that goes its own way from here: the "after" of this "before". */
    public HeapDsl then() {
        HeapDsl copy = new HeapDsl(addresses.copy());
        for (DslRecord line : lines) {
            copy.add(line.copy());
        }
        copy.missing.addAll(missing);
        return copy;
    }

    /** Adds one ROOT line; told again under the same name, it adds one more line of that name. */
    public HeapDsl root(String name, String... references) {
        return add(DslRecord.of(name, "ROOT")).refers(references);
    }

    /** Adds a CLASS record whose symbol is its name. */
    public HeapDsl klass(String name) {
        return record(name, "CLASS").with("name", name);
    }

    /** Adds a MODULE record whose symbol is its name. */
    public HeapDsl module(String name) {
        return record(name, "MODULE").with("name", name);
    }

    /** Adds a CLASS record without a name. */
    public HeapDsl anonymousClass(String symbol) {
        return record(symbol, "CLASS");
    }

    /** Adds the singleton class of a record told before, and makes it that record's class. */
    public HeapDsl singletonClass(String symbol, String of) {
        told(of).classSymbol = symbol;
        return record(symbol, "CLASS").with("singleton", true);
    }

    /** Adds an OBJECT record. */
    public HeapDsl object(String symbol) {
        return record(symbol, "OBJECT");
    }

    /** Adds an ARRAY record. */
    public HeapDsl array(String symbol) {
        return record(symbol, "ARRAY");
    }

    /** Adds a HASH record. */
    public HeapDsl hash(String symbol) {
        return record(symbol, "HASH");
    }

    /** Adds a STRING record with a value. */
    public HeapDsl string(String symbol, String value) {
        return record(symbol, "STRING").with("bytesize", value.getBytes(StandardCharsets.UTF_8).length)
            .with("value", value).with("encoding", "UTF-8");
    }

    /** Adds an IMEMO record. */
    public HeapDsl imemo(String symbol, String imemoType) {
        return record(symbol, "IMEMO").with("imemo_type", imemoType);
    }

    /** Adds a DATA record of a C type. */
    public HeapDsl data(String symbol, String struct) {
        return record(symbol, "DATA").with("struct", struct);
    }

    /** Adds a record of any type, known to Ruby or not. */
    public HeapDsl record(String symbol, String type) {
        if (bySymbol.containsKey(symbol)) {
            throw new IllegalStateException("told twice: " + symbol + " (use change to tell more about it)");
        }
        addresses.of(symbol);
        return add(DslRecord.of(symbol, type));
    }

    /** Adds a line as it stands, damaged or not; it is no record and has no name. */
    public HeapDsl raw(String line) {
        lines.add(DslRecord.raw(line));
        return this;
    }

    /** Makes a record that was told before the current one again. */
    public HeapDsl change(String symbol) {
        current = told(symbol);
        return this;
    }

    /** Takes records away, and with them all references to them, as if the collector had. */
    public HeapDsl remove(String... symbols) {
        Set<String> gone = new HashSet<>(Arrays.asList(symbols));
        gone.forEach(this::told);
        lines.removeIf(line -> gone.contains(line.symbol));
        bySymbol.keySet().removeAll(gone);
        lines.forEach(line -> line.references.removeIf(gone::contains));
        current = null;
        return this;
    }

    /** Sets the class of the current record. */
    public HeapDsl ofClass(String symbol) {
        current().classSymbol = symbol;
        return this;
    }

    /** Sets the bytes of the current record. */
    public HeapDsl memsize(long bytes) {
        return trailing("memsize", bytes);
    }

    /** Sets the generation of the current record, which makes it part of the record's identity. */
    public HeapDsl generation(long generation) {
        return trailing("generation", generation);
    }

    /** Sets where the current record was allocated. */
    public HeapDsl allocatedAt(String file, long line, String method) {
        return trailing("file", file).trailing("line", line).trailing("method", method);
    }

    /** Adds references from the current record, in this order, duplicates and itself included. */
    public HeapDsl refers(String... symbols) {
        current().references.addAll(Arrays.asList(symbols));
        return this;
    }

    /** Adds a reference from the current record to an address that has no record. */
    public HeapDsl refersToMissing(String... symbols) {
        missing.addAll(Arrays.asList(symbols));
        return refers(symbols);
    }

    /** Adds references to the current record from records told before. */
    public HeapDsl heldBy(String... holders) {
        for (String holder : holders) {
            told(holder).references.add(current().symbol);
        }
        return this;
    }

    /** Puts the current record at an address. */
    public HeapDsl at(long address) {
        addresses.put(current().symbol, address);
        return this;
    }

    /** Puts the current record where another one is, or was before it was removed. */
    public HeapDsl atAddressOf(String symbol) {
        return at(addresses.of(symbol));
    }

    /** Adds a key to the current record: a string, number or boolean. */
    public HeapDsl with(String key, Object value) {
        return withJson(key, DslRecord.json(value));
    }

    /** Adds a key to the current record, the value being JSON text or whatever else should stand there. */
    public HeapDsl withJson(String key, String json) {
        current().keys.put(key, json);
        return this;
    }

    /** Returns the address of a name, such as {@code 0x7f0000010018}. */
    public String address(String symbol) {
        return SlotAddresses.hex(addresses.of(symbol));
    }

    /** Returns the identity of a record: its address, with the generation if it has one, or the name of a root. */
    public String identity(String symbol) {
        return told(symbol).identity(addresses);
    }

    /** Returns the identities of several records, in this order. */
    public List<String> identities(String... symbols) {
        List<String> identities = new ArrayList<>();
        for (String symbol : symbols) {
            identities.add(identity(symbol));
        }
        return identities;
    }

    /** Returns the names of all records, in the order in which they were told. */
    public List<String> symbols() {
        return new ArrayList<>(bySymbol.keySet());
    }

    /** Returns the dump: one record a line, every line ended. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (DslRecord line : lines) {
            line.references.forEach(target -> requireTold(target, line));
            if (line.classSymbol != null) {
                requireTold(line.classSymbol, line);
            }
            text.append(line.line(addresses)).append('\n');
        }
        return text.toString();
    }

    /** Writes the dump as plain text and returns the file. */
    public Path writeTo(Path file) throws IOException {
        return Files.write(file, text().getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the dump packed by gzip and returns the file. */
    public Path writeGzipTo(Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text().getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private HeapDsl add(DslRecord line) {
        lines.add(line);
        if (line.raw == null) {
            bySymbol.put(line.symbol, line);
        }
        current = line;
        return this;
    }

    private HeapDsl trailing(String key, Object value) {
        current().trailer.put(key, DslRecord.json(value));
        return this;
    }

    private DslRecord current() {
        if (current == null || current.raw != null) {
            throw new IllegalStateException("name a record first");
        }
        return current;
    }

    private DslRecord told(String symbol) {
        DslRecord record = bySymbol.get(symbol);
        if (record == null) {
            throw new NoSuchElementException("no record was told as " + symbol);
        }
        return record;
    }

    private void requireTold(String symbol, DslRecord by) {
        DslRecord target = bySymbol.get(symbol);
        if (!missing.contains(symbol) && (target == null || target.isRoot())) {
            throw new IllegalStateException(by.symbol + " refers to " + symbol
                + ", which no record was told as; if that is meant, say refersToMissing");
        }
    }
}
