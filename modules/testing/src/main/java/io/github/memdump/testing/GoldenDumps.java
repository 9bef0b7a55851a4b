package io.github.memdump.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Real before/after dumps of a small leaking shop, with answers that a slow, independent program found by brute force.
 *
 * <p>The answers are a {@link JsonTree}: {@code RUBY_3_1.answer().number("diff", "size")}. Long sets are there as
 * hashes: compare them with {@link #sha}.
 */
public enum GoldenDumps {
    /** Made by Ruby 3.1: 36,274 records after. */
    RUBY_3_1("ruby-3.1"),
    /** Made by Ruby 3.4, with SHAPE records: 35,624 records after. */
    RUBY_3_4("ruby-3.4");

    private final String folder;
    private Path before;
    private Path after;

    GoldenDumps(String folder) {
        this.folder = folder;
    }

    /** Returns the dump taken first, packed by gzip, in a temporary file that dies with this process. */
    public synchronized Path before() {
        if (before == null) {
            before = extracted("before");
        }
        return before;
    }

    /** Returns the dump taken second, packed by gzip, in a temporary file that dies with this process. */
    public synchronized Path after() {
        if (after == null) {
            after = extracted("after");
        }
        return after;
    }

    /** Returns the known answers for before → after. */
    public JsonTree answer() {
        return JsonTree.read(resource("/golden/" + folder + ".json"));
    }

    /**
     * Returns the hash by which the answers give long sets: SHA-256, in hexadecimal, over the lines in ascending order
     * with a newline between each two.
     */
    public static String sha(Collection<String> lines) {
        List<String> sorted = new ArrayList<>(lines);
        Collections.sort(sorted);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(String.join("\n", sorted).getBytes(StandardCharsets.UTF_8));
            StringBuilder hex = new StringBuilder();
            for (byte b : digest) {
                hex.append(String.format("%02x", b));
            }
            return hex.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Path extracted(String name) {
        try (InputStream in = resource("/golden/" + folder + "/" + name + ".json.gz")) {
            Path directory = Files.createTempDirectory("memdump-" + folder);
            Path file = directory.resolve(name + ".json.gz");
            directory.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            Files.copy(in, file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String path) {
        InputStream in = GoldenDumps.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("not in the jar: " + path);
        }
        return in;
    }
}
