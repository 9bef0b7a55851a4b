package io.github.memdump.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The Ruby code that writes what only the process knows of names behind its dump: a lambda that takes the IO and the
 * seconds that the dump took. See {@code names.rb} beside this class. Works with Ruby 2.7 and later. Thread-safe.
 */
public final class NamesCode {
    private static final String RESOURCE = "names.rb";

    private NamesCode() {
    }

    /** Returns the code, whose value is the lambda. */
    public static String text() {
        try (InputStream in = NamesCode.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
