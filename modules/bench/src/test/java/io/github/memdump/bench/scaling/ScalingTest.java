package io.github.memdump.bench.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.cli.Main;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScalingTest {
    @TempDir
    private Path folder;

    @Test
    void eachCommandIsMeasuredOrLeftOutForAReason() {
        assertEquals(Set.of(), Scaling.forgotten());
        Set<String> unknown = new TreeSet<>(Case.LEFT_OUT.keySet());
        unknown.removeAll(Main.commands());
        assertEquals(Set.of(), unknown, "left out, but no command");
    }

    @Test
    void eachCallWorks() throws IOException {
        Scaling scaling = new Scaling(folder, 40);
        Map<String, String> dumps = scaling.dumps(HeapShape.OLD_CHAIN, 40);
        for (Case one : Case.all()) {
            assertEquals("", scaling.run(one, dumps).failure, one.text());
        }
    }

    @Test
    void eachShapeIsAWholeDump() throws IOException {
        for (HeapShape shape : HeapShape.values()) {
            for (int size : new int[] {39, 40, 41, 42}) {
                Map<String, String> dumps = new Scaling(folder.resolve(shape.id() + size), size).dumps(shape, size);
                for (String last : new String[] {"FIRST", "LAST"}) {
                    Measurement shown = Measurement.of("show", dumps.get("AFTER"), dumps.get(last), "--strict");
                    assertEquals("", shown.failure, shape + " of " + size + ", " + last);
                }
                Measurement before = Measurement.of("stats", dumps.get("BEFORE"), "--strict");
                assertEquals("", before.failure, shape + " of " + size);
            }
        }
    }
}
