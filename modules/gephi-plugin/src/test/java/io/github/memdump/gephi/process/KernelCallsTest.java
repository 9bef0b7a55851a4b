package io.github.memdump.gephi.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.live.attach.Tracer;
import org.junit.jupiter.api.Test;

final class KernelCallsTest {
    @Test
    void whatAttachesIsLoadedBesideTheLibraryOfThePlatform() {
        Tracer tracer = KernelCalls.tracer().orElseThrow();
        assertNotSame(KernelCalls.class.getClassLoader(), tracer.getClass().getClassLoader());
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux has these calls");
        assertEquals(Tracer.RefusedException.ESRCH,
            assertThrows(Tracer.RefusedException.class, () -> tracer.seize(0)).number());
    }
}
