package io.github.memdump.live;

import io.github.memdump.live.attach.Attachment;
import io.github.memdump.live.attach.Tracer;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;

/** Asks a process in the ways that an {@link Approach} allows. Immutable. */
final class Asking {
    private static final Duration BEFORE_WAKING = Duration.ofSeconds(1);
    private static final int LONGEST_FOR_RBTRACE = 255;

    private final RubyProcess process;
    private final Approach approach;

    Asking(RubyProcess process, Approach approach) {
        this.process = process;
        this.approach = approach;
    }

    /**
     * Sends a request and returns the answer, of which the first line has come.
     *
     * @throws LiveException if no way leads to one; the message says why, and what helps
     */
    Reply ask(String request) throws IOException {
        if (approach.via().isPresent()) {
            return by(approach.via().get(), request);
        }
        if (AgentSocket.of(process).isPresent()) {
            try {
                return by(Way.AGENT, request);
            } catch (LiveException silent) {
                approach.say(silent.getMessage());
            }
        }
        if (process.tracing() == RubyProcess.Tracing.LOADED && Rbtrace.program(process).isPresent()) {
            try {
                return by(Way.RBTRACE, request);
            } catch (LiveException silent) {
                approach.say(silent.getMessage());
            }
        }
        return by(Way.ATTACH, request);
    }

    /** Fails at once where no way can lead to an answer, because this program may not look into the process. */
    void requireAWay() throws IOException {
        boolean isPrepared = AgentSocket.of(process).isPresent()
            || process.tracing() == RubyProcess.Tracing.LOADED && Rbtrace.program(process).isPresent();
        if (approach.via().isEmpty() ? !isPrepared && tracer().isPresent() : approach.via().get() == Way.ATTACH) {
            Attachment.requireAllowed(process.pid());
        }
    }

    private Reply by(Way way, String request) throws IOException {
        switch (way) {
            case AGENT:
                return byAgent(request);
            case RBTRACE:
                return byRbtrace(request);
            default:
                return byAttaching(request);
        }
    }

    private Reply byAgent(String request) throws IOException {
        AgentSocket socket = AgentSocket.of(process).orElseThrow(() -> new LiveException("Process " + process.pid()
            + " has no agent. Start it with one: memdump agent > memdump_agent.rb, then"
            + " RUBYOPT=-r./memdump_agent.rb"));
        SocketChannel channel = socket.ask(request);
        Pump pump = new Pump(channel);
        pump.askedBy(silence -> requireAlive(silence, "Its agent has not answered"));
        return new Reply(Way.AGENT, process.pid(), pump, channel);
    }

    private Reply byRbtrace(String request) throws IOException {
        Meeting meeting = Meeting.of(process, request);
        try {
            if (meeting.line().length() > LONGEST_FOR_RBTRACE) {
                throw new LiveException("rbtrace takes at most " + LONGEST_FOR_RBTRACE + " bytes. Ask in another way:"
                    + " --via attach");
            }
            Rbtrace.eval(process, meeting.line());
            return meeting.reply(Way.RBTRACE, silence -> requireAlive(silence, "It has loaded rbtrace but has not"
                + " answered"));
        } catch (IOException | RuntimeException failed) {
            meeting.close();
            throw failed;
        }
    }

    private Reply byAttaching(String request) throws IOException {
        Tracer tracer = tracer().orElseThrow(() -> new LiveException("This memdump was put together without the library"
            + " by which a process is attached to. Take the whole release, or ask in another way: --via rbtrace"));
        Meeting meeting = Meeting.of(process, request);
        try (Attachment attachment = Attachment.of(process.pid(), meeting.line(), tracer, meeting::isPending)) {
            attachment.register();
            boolean[] woken = new boolean[1];
            Reply reply = meeting.reply(Way.ATTACH, silence -> {
                if (!woken[0] && approach.wakes() && silence.compareTo(BEFORE_WAKING) > 0) {
                    woken[0] = true;
                    approach.say("The main thread of process " + process.pid() + " sleeps or waits. It is woken"
                        + " (SIGCHLD; --no-wake leaves that out).");
                    attachment.wake();
                }
                requireAlive(silence, notRun(woken[0]));
            });
            attachment.clear();
            reply.stopped(attachment.stopped());
            return reply;
        } catch (IOException | RuntimeException failed) {
            meeting.close();
            throw failed;
        }
    }

    private String notRun(boolean woken) {
        return "It took the request and has not run it" + (woken ? ": its main thread is in one long call that Ruby"
            + " cannot interrupt (a large sort or regular expression, a C library), or the process may not open files"
            + " in /tmp" : ": its main thread sleeps or waits, and it was not to be woken");
    }

    private void requireAlive(Duration silence, String otherwise) throws LiveException {
        if (!process.isAlive()) {
            throw new LiveException("Process " + process.pid() + " ended while it was asked. Nothing was kept.");
        }
        if (silence.compareTo(approach.patience()) > 0) {
            throw new LiveException("Process " + process.pid() + " has not answered. " + otherwise + ", for "
                + silence.toSeconds() + " s. What it may do later has no effect. Wait longer: --wait "
                + Math.max(1, silence.toSeconds()) * 10);
        }
    }

    /** Returns what attaches, nothing where that library is not there. */
    static Optional<Tracer> tracer() {
        return ServiceLoader.load(Tracer.class, Tracer.class.getClassLoader()).findFirst();
    }
}
