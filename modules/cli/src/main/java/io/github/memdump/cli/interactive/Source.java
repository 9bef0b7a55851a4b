package io.github.memdump.cli.interactive;

import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.file.Target;
import io.github.memdump.task.Task;
import java.io.IOException;

/** Where a dump came from, so that its records can be copied, and whom its operations report to. Immutable. */
final class Source {
    private final String file;
    private final Terms terms;

    Source(String file, Terms terms) {
        this.file = file;
        this.terms = terms;
    }

    /** What the command that began the session gives to its dumps. */
    interface Terms {
        DumpInput input(String dump) throws IOException;

        DumpLimits limits();

        Task task();

        /** Returns where a result can be written to, which is none of the dumps. */
        Target target(String file) throws IOException;

        /** Warns if two dumps seem to be in the wrong order, or of different processes. */
        void doubt(HeapDiff diff);

        void warn(String sentence);
    }

    DumpInput input() throws IOException {
        return terms.input(file);
    }

    Target target(String target) throws IOException {
        return terms.target(target);
    }

    DumpLimits limits() {
        return terms.limits();
    }

    Task task() {
        return terms.task();
    }

    void doubt(HeapDiff diff) {
        terms.doubt(diff);
    }

    void warn(String sentence) {
        terms.warn(sentence);
    }
}
