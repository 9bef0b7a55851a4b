package io.github.memdump.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.live.attach.LiveException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplyTest {
    private static final String RECORD = "{\"address\":\"0x7f1\", \"type\":\"STRING\", \"value\":\"memdump done\"}\n";

    private static Reply reply(String said) throws IOException {
        Pump pump = new Pump(Channels.newChannel(new ByteArrayInputStream(said.getBytes(StandardCharsets.UTF_8))));
        return new Reply(Way.ATTACH, ProcessHandle.current().pid(), pump, () -> { });
    }

    @Test
    void aDumpEndsWhereTheProcessSaysThatItIsComplete() throws IOException {
        for (int records : new int[] {0, 1, 5000}) {
            try (Reply reply = reply("memdump started ruby=3.1.2 slots=7\n" + RECORD.repeat(records)
                + "memdump done copied=4096\n")) {
                assertEquals("3.1.2", reply.next().text("ruby"));
                assertEquals(records > 0, reply.isDump());
                Reply.Dump dump = reply.dump();
                assertEquals(RECORD.repeat(records), new String(dump.readAllBytes(), StandardCharsets.UTF_8));
                assertEquals(4096, dump.end().number("copied").getAsLong());
            }
        }
    }

    @Test
    void aDumpThatBreaksOffOrFailsIsNoDump() throws IOException {
        try (Reply reply = reply(RECORD.repeat(3))) {
            assertThrows(LiveException.class, () -> reply.dump().readAllBytes());
        }
        try (Reply reply = reply(RECORD + "memdump failed Errno::ENOMEM: Cannot allocate memory\n")) {
            LiveException failed = assertThrows(LiveException.class, () -> reply.dump().readAllBytes());
            assertTrue(failed.getMessage().contains("Cannot allocate memory"), failed.getMessage());
        }
        try (Reply reply = reply("memdump done\u001B[31m\n")) {
            assertFalse(reply.next().word().contains("\u001B"));
        }
    }

    @Test
    void anyBytesEndOrFail() throws IOException {
        Random random = new Random(11);
        String letters = "mem dump{\"\n=failed1";
        for (int i = 0; i < 2000; i++) {
            StringBuilder said = new StringBuilder();
            random.ints(random.nextInt(60), 0, letters.length()).forEach(at -> said.append(letters.charAt(at)));
            try (Reply reply = reply(said.toString())) {
                reply.dump().readAllBytes();
            } catch (LiveException refused) {
                // One of the two.
            }
        }
    }
}
