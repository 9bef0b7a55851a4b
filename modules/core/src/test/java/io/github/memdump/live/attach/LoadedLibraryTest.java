package io.github.memdump.live.attach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Looks at the C library of this very process. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "processes are attached to there alone")
class LoadedLibraryTest {
    private final long self = ProcessHandle.current().pid();

    @Test
    void functionsOfALoadedLibraryAreFoundInItsCode() throws IOException {
        MemoryMap map = MemoryMap.of(self);
        String libc = map.files().stream().filter(file -> file.matches(".*/libc[.-].*")).findFirst().orElseThrow();
        try (ProcessMemory memory = ProcessMemory.of(self)) {
            LoadedLibrary library = LoadedLibrary.at(memory, map.beginOf(libc).orElseThrow().begin());
            for (String name : new String[] {"malloc", "free", "getpid", "fork", "qsort"}) {
                OptionalLong address = library.address(name);
                assertTrue(address.isPresent(), name);
                MemoryMap.Region region = map.at(address.getAsLong()).orElseThrow();
                assertEquals(libc, region.path());
                assertTrue(region.isCode(), name);
            }
            assertTrue(library.address("rb_eval_string").isEmpty());
            assertTrue(library.address("").isEmpty());
            assertTrue(map.at(library.endOfData() - 1).orElseThrow().isWritable());
        }
    }

    @Test
    void whatIsNoLibraryIsNotTakenForOne() throws IOException {
        MemoryMap map = MemoryMap.of(self);
        long stack = map.first(region -> region.path().equals("[stack]")).orElseThrow().begin();
        try (ProcessMemory memory = ProcessMemory.of(self)) {
            assertThrows(IOException.class, () -> LoadedLibrary.at(memory, stack));
        }
    }
}
