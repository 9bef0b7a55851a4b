package io.github.memdump.gephi.process;

import io.github.memdump.live.DumpOptions;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The Ruby processes that run on this machine. Everything may take seconds: not for the event thread. */
interface RubyProcesses {
    /** Returns those that this user may look at, the latest first. */
    List<ProcessRow> running();

    /** Returns whether the program is there that asks a process. */
    boolean canBeAsked(ProcessRow process);

    /** Returns what a process says of itself. */
    ProcessReply ask(ProcessRow process) throws IOException;

    /** Lets a process remember, from now on, which line makes each object. */
    void traceAllocations(ProcessRow process) throws IOException;

    /** Lets a process dump itself into a file, which is there in full or not at all. */
    void dump(ProcessRow process, Path target, DumpOptions options, Task task) throws IOException;
}
