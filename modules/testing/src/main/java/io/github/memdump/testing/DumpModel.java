package io.github.memdump.testing;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A dump as maps: records by identity, and for each the set of identities it refers to.
 *
 * <p>ROOT lines of one name merge; of several records with one identity the last one stands; a reference to an address
 * goes to the record there, the last one with a generation if there are several. Lines that are no record, and slots,
 * are counted and left out; lines with names are left out.
 */
final class DumpModel {
    /** What the process told of names: no object. */
    private static final String NAMES = "NAMES";
    /** All records by identity, in the order of the dump. */
    final Map<String, ModelRecord> records = new LinkedHashMap<>();
    /** For every record what it refers to, dangling references included (by address), each once. */
    final Map<String, Set<String>> references = new LinkedHashMap<>();
    /** How many lines were no record. */
    final int damagedLines;
    /** How many records were slots: NONE, ZOMBIE, MOVED. */
    final int slots;
    private final Map<String, String> identityByAddress = new HashMap<>();

    private DumpModel(Reader dump) throws IOException {
        int damaged = 0;
        int free = 0;
        try (BufferedReader lines = new BufferedReader(dump)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    JsonTree tree = JsonTree.read(line);
                    if (tree.has("type") && tree.text("type").equals(NAMES)) {
                        continue;
                    }
                    ModelRecord record = new ModelRecord(tree);
                    if (record.isSlot()) {
                        free++;
                    } else {
                        add(record);
                    }
                } catch (UncheckedIOException | NoSuchElementException | ClassCastException e) {
                    damaged++;
                }
            }
        }
        damagedLines = damaged;
        slots = free;
        for (ModelRecord record : records.values()) {
            Set<String> targets = new LinkedHashSet<>();
            record.entries.forEach(address -> targets.add(identityAt(address)));
            references.put(record.identity, targets);
        }
    }

    static DumpModel of(String text) {
        try {
            return new DumpModel(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DumpModel of(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            boolean packed = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return new DumpModel(new InputStreamReader(packed ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the identity of the record at an address, or the address where there is none. */
    String identityAt(String address) {
        return identityByAddress.getOrDefault(address, address);
    }

    private void add(ModelRecord record) {
        ModelRecord same = records.put(record.identity, record);
        if (same != null && record.isRoot()) {
            record.entries.addAll(0, same.entries);
        }
        if (record.hasGeneration) {
            identityByAddress.put(record.address, record.identity);
        } else if (!record.isRoot()) {
            identityByAddress.putIfAbsent(record.address, record.identity);
        }
    }
}
