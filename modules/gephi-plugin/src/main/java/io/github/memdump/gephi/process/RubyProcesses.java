package io.github.memdump.gephi.process;

import io.github.memdump.live.Approach;
import io.github.memdump.live.DumpOptions;
import io.github.memdump.live.MemoryWatch;
import io.github.memdump.live.Way;
import io.github.memdump.live.watch.ProcessWatch;
import io.github.memdump.live.watch.WatchBounds;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The Ruby processes that run on this machine. Everything may take seconds: not for the event thread. */
interface RubyProcesses {
    /** Returns those that this user may look at, the latest first. */
    List<ProcessRow> running();

    /** Returns how a process can be asked, the first way first; where there is none, the exception says why. */
    List<Way> ways(ProcessRow process, Approach approach) throws IOException;

    /** Returns what a process says of itself. */
    ProcessReply ask(ProcessRow process, Approach approach) throws IOException;

    /** Lets a process remember, from now on, which line makes each object, and returns what it says of itself. */
    ProcessReply traceAllocations(ProcessRow process, Approach approach) throws IOException;

    /** Lets a process dump itself into a file, which is there in full or not at all; returns how it went. */
    List<String> dump(ProcessRow process, Path target, DumpOptions options, Approach approach, Task task)
            throws IOException;

    /** Returns a watch that takes dumps of a process as it grows. */
    ProcessWatch watch(ProcessRow process, Path folder, MemoryWatch memory, WatchBounds bounds) throws IOException;
}
