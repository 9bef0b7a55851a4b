package io.github.memdump.cli.interactive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the first lines of a session take into its variables. Java code has no other way to objects than statics. */
public final class Bindings implements AutoCloseable {
    /** What every session begins with. */
    static final List<String> IMPORTS = List.of(
        "import io.github.memdump.cli.interactive.*;",
        "import static io.github.memdump.cli.interactive.Guide.*;",
        "import io.github.memdump.analysis.*;",
        "import io.github.memdump.graph.*;",
        "import io.github.memdump.heap.*;",
        "import io.github.memdump.subset.*;",
        "import io.github.memdump.task.Task;",
        "import java.nio.file.*;",
        "import java.util.*;",
        "import java.util.function.*;",
        "import java.util.regex.Pattern;",
        "import java.util.stream.*;");

    private static final Map<Integer, Bindings> OPEN = new ConcurrentHashMap<>();
    private static final AtomicInteger LAST = new AtomicInteger();

    private final int number = LAST.incrementAndGet();
    private final Dump dump;
    private final Optional<Dump> before;
    private final Loader loader;

    private Bindings(Dump dump, Optional<Dump> before, Loader loader) {
        this.dump = dump;
        this.before = before;
        this.loader = loader;
    }

    /** Loads a dump by the name of its file. */
    interface Loader {
        Dump load(String file) throws IOException;
    }

    static Bindings open(Dump dump, Optional<Dump> before, Loader loader) {
        Bindings bindings = new Bindings(dump, before, loader);
        OPEN.put(bindings.number, bindings);
        return bindings;
    }

    /** Returns those of an open session. */
    public static Bindings of(int number) {
        return OPEN.get(number);
    }

    /** Returns the dump that the session was begun with. */
    public Dump dump() {
        return dump;
    }

    /** Returns the earlier dump that the session was begun with. */
    public Dump before() {
        return before.orElseThrow();
    }

    /** Loads another dump. */
    public Dump load(String file) throws IOException {
        return loader.load(file);
    }

    /** Returns what to say before the first line. */
    String greeting() {
        return "dump: " + dump.headline() + before.map(earlier -> "\nbefore: " + earlier.headline()).orElse("")
            + "\nhelp() says how to begin, commands() what there is; Tab completes, Ctrl-D ends.";
    }

    /** Returns the lines that declare what is bound. */
    List<String> declarations() {
        String here = Bindings.class.getName() + ".of(" + number + ")";
        List<String> lines = new ArrayList<>();
        lines.add("Dump dump = " + here + ".dump();");
        before.ifPresent(earlier -> lines.add("Dump before = " + here + ".before();"));
        lines.add("Dump load(String file) throws java.io.IOException { return " + here + ".load(file); }");
        return lines;
    }

    @Override
    public void close() {
        OPEN.remove(number);
    }
}
