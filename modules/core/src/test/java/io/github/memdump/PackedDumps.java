package io.github.memdump;

import io.github.memdump.heap.Heap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Dumps of one program in one file: each record once, in front of it a digit whose bits say in which dumps it is. */
public final class PackedDumps {
    private PackedDumps() {
    }

    /** Loads the first dumps of a resource. */
    public static List<Heap> of(String resource, int count) throws IOException {
        return of(resource, count, line -> line);
    }

    /** Loads the first dumps of a resource with each record changed. */
    public static List<Heap> of(String resource, int count, UnaryOperator<String> change) throws IOException {
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(new StringBuilder());
        }
        try (BufferedReader lines = reader(new GZIPInputStream(PackedDumps.class.getResourceAsStream(resource)))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String record = change.apply(line.substring(1));
                for (int i = 0; i < count; i++) {
                    if ((line.charAt(0) - '0' >> i & 1) != 0) {
                        texts.get(i).append(record).append('\n');
                    }
                }
            }
        }
        return texts.stream().map(text -> Loading.load(text.toString())).collect(Collectors.toList());
    }

    /** Opens a resource that is text. */
    public static BufferedReader text(String resource) {
        return reader(PackedDumps.class.getResourceAsStream(resource));
    }

    private static BufferedReader reader(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
