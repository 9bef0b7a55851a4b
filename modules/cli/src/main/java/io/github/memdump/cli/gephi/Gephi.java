package io.github.memdump.cli.gephi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A Gephi that can be started with the Memdump plugin in it. */
public interface Gephi {
    /** Returns what it is, for people: "the Gephi in /opt/gephi". */
    String description();

    /**
     * Makes ready what is missing and returns the program with the arguments that bring the plugin in.
     *
     * @throws IOException if something is missing that cannot be made; the message is meant for people
     */
    List<String> command() throws IOException;

    /** Returns where the program that is started lies. */
    Path home();
}
