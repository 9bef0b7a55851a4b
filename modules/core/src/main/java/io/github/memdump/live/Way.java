package io.github.memdump.live;

/** How a process is asked, in the order in which that is tried. */
public enum Way {
    /** Its agent answers on a socket: {@link AgentSource}. */
    AGENT("its agent"),
    /** It has loaded rbtrace, and the program of that name is here. */
    RBTRACE("rbtrace"),
    /** It is attached to, with no preparation: {@link io.github.memdump.live.attach.Attachment}. */
    ATTACH("attaching");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    /** Returns a noun for people. */
    public String words() {
        return words;
    }
}
