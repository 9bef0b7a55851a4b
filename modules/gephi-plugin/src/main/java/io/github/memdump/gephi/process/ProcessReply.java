package io.github.memdump.gephi.process;

/** What a process says of itself. Immutable. */
final class ProcessReply {
    private final String rubyVersion;
    private final long objects;
    private final boolean traces;

    private ProcessReply(String rubyVersion, long objects, boolean traces) {
        this.rubyVersion = rubyVersion;
        this.objects = objects;
        this.traces = traces;
    }

    /** Returns the answer of a Ruby that does not trace. */
    static ProcessReply of(String rubyVersion, long objects) {
        return new ProcessReply(rubyVersion, objects, false);
    }

    ProcessReply tracing() {
        return new ProcessReply(rubyVersion, objects, true);
    }

    String rubyVersion() {
        return rubyVersion;
    }

    /** Returns how many objects live in it. */
    long objects() {
        return objects;
    }

    boolean tracesAllocations() {
        return traces;
    }
}
