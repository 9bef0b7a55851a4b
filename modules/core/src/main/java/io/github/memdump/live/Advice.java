package io.github.memdump.live;

/** What an application needs so that dumps of it can be taken, as lines to copy into it. */
public enum Advice {
    /** The agent, by which dumps are taken whenever they are asked for. */
    AGENT("# Save this as memdump_agent.rb and start the application with\n"
        + "#   RUBYOPT=-r/path/to/memdump_agent.rb\n\n" + AgentSource.file()),
    /** Loads rbtrace and remembers, from the start, which line makes each object. */
    LOAD("# Gemfile (Debian: apt install ruby-rbtrace)\n"
        + "gem \"rbtrace\"\n"
        + "\n"
        + "# where the application starts; the last line traces allocations\n"
        + "require \"rbtrace\"\n"
        + "require \"objspace\"\n"
        + "ObjectSpace.trace_object_allocations_start\n"),
    /** Without rbtrace: dumps when the application gets a signal. */
    SIGNAL("# then: kill -USR2 PID\n"
        + "trap(\"USR2\") { Thread.new { require \"objspace\"; GC.start\n"
        + "  File.open(\"/tmp/#{$$}-#{Time.now.to_i}.json\", \"wx\", 0600) { |io|\n"
        + "    ObjectSpace.dump_all(output: io) } } }\n"),
    /** Without rbtrace: dumps at once, in a console of the application. */
    CONSOLE("require \"objspace\"; GC.start; File.open(\"/tmp/#{$$}-#{Time.now.to_i}.json\", \"wx\", 0600)"
        + " { |io| ObjectSpace.dump_all(output: io) }\n");

    private final String lines;

    Advice(String lines) {
        this.lines = lines;
    }

    /** Returns Ruby code, each line with its end. Needs Ruby 2.7 or later; what it writes is for its user alone. */
    public String lines() {
        return lines;
    }

    /** Returns all of it with a sentence before each, for a terminal. */
    static String all() {
        return "Add to the application, and start it again:\n\n" + indented(LOAD)
            + "\nWithout rbtrace, let the application dump itself when it gets a signal:\n\n" + indented(SIGNAL)
            + "\nOr in its console:\n\n" + indented(CONSOLE);
    }

    private static String indented(Advice advice) {
        return advice.lines.replaceAll("(?m)^(?=.)", "  ");
    }
}
