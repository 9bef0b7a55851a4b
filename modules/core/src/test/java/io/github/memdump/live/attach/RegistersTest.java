package io.github.memdump.live.attach;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class RegistersTest {
    private static final int BYTES = 216;
    private static final long CALL = 230;
    private static final long RIP = 0x7f0000001002L;

    private static Registers interrupted(long result) {
        return Registers.of(new byte[BYTES]).with(Registers.CALL, CALL).with(Registers.RIP, RIP)
            .with(Registers.RAX, result);
    }

    @Test
    void aCallThatTheKernelWouldBeginAnewBeginsAnew() {
        for (long result : new long[] {-512, -513}) {
            Registers back = interrupted(result).afterHandler();
            assertEquals(CALL, back.get(Registers.RAX));
            assertEquals(RIP - 2, back.get(Registers.RIP));
        }
    }

    @Test
    void aCallThatNoHandlerLetsGoOnIsInterrupted() {
        for (long result : new long[] {-514, -516}) {
            Registers back = interrupted(result).afterHandler();
            assertEquals(-4, back.get(Registers.RAX));
            assertEquals(RIP, back.get(Registers.RIP));
        }
    }

    @Test
    void whatIsInNoCallOrHasReturnedStaysAsItIs() {
        Registers computing = interrupted(-512).with(Registers.CALL, -1);
        assertArrayEquals(computing.bytes(), computing.afterHandler().bytes());
        Registers returned = interrupted(17);
        assertArrayEquals(returned.bytes(), returned.afterHandler().bytes());
    }

    @Test
    void theFrameLiesBelowTheRedZoneAndHoldsTheRegisters() {
        long stack = 0x7ffc00001238L;
        Registers back = Registers.of(new byte[BYTES]).with(Registers.RSP, stack).with(Registers.RIP, RIP)
            .with(Registers.RBP, 0x55).with(Registers.FLAGS, 0x246).with(Registers.CS, Registers.CS_64);
        byte[] vector = new byte[2696];
        vector[0] = 0x7f;
        SignalFrame frame = SignalFrame.of(back, vector, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, 0xabcd);
        ByteBuffer bytes = ByteBuffer.wrap(frame.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(8, frame.begin() & 15, "a function begins 8 bytes below a multiple of 16");
        assertEquals(true, frame.begin() + bytes.capacity() <= stack - 128);
        assertEquals(0xabcd, bytes.getLong(0));
        int general = 8 + 40;
        assertEquals(0x55, bytes.getLong(general + 10 * 8));
        assertEquals(stack, bytes.getLong(general + 15 * 8));
        assertEquals(RIP, bytes.getLong(general + 16 * 8));
        assertEquals(0x246, bytes.getLong(general + 17 * 8));
        long vectorAt = bytes.getLong(general + 18 * 8 + 8 + 32);
        assertEquals(0, vectorAt & 63, "the vector state lies on a multiple of 64");
        int at = (int) (vectorAt - frame.begin());
        assertEquals(0x7f, bytes.get(at));
        assertEquals(0x46505853, bytes.getInt(at + 464));
        assertEquals(0x46505845, bytes.getInt(at + vector.length));
        assertEquals(0x0807060504030201L, bytes.getLong(general + 256));
    }
}
