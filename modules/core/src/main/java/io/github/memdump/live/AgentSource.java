package io.github.memdump.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The Ruby code that answers requests inside a process: one file, from which all that is given to Rubies is made. */
public final class AgentSource {
    private static final String FILE = "memdump_agent.rb";
    private static final String LISTENING = "memdump_agent_listening.rb";

    private AgentSource() {
    }

    /** Returns the agent as a file for applications: it listens from the moment it is loaded. */
    public static String file() {
        return answering() + "\n" + read(LISTENING);
    }

    /** Where a snippet goes. */
    public enum Place {
        /** Dumps when a signal comes. */
        SIGNAL,
        /** An endpoint of a Rack application. */
        RACK,
        /** A job of Sidekiq. */
        SIDEKIQ,
        /** Dumps at once. */
        CONSOLE,
        /** Dumps when the application asks it to: {@code MemdumpAgent.new.dump_to(path)}. */
        CODE
    }

    /** Returns code to copy that dumps without a socket. */
    public static String snippet(Place place) {
        return answering() + (place == Place.CODE ? "" : read(place.name().toLowerCase(Locale.ROOT) + ".rb"));
    }

    /** Returns what answers a request, without listening. */
    static String answering() {
        return read(FILE) + "\nclass MemdumpAgent\n  NAMES = " + NamesCode.text().strip().replaceAll("(?m)^(?=.)", "  ")
            .replaceFirst("(?s)^.*?(?=lambda do)", "") + "\nend\n";
    }

    private static String read(String name) {
        try (InputStream in = AgentSource.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
