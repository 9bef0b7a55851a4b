package io.github.memdump.export;

import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.heap.Heap;
import io.github.memdump.subset.HeapSubset;
import io.github.memdump.task.Task;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a subset as a dump, one record a line as Ruby writes them. Read again it gives the same objects with the same
 * references, classes, sizes, generations and allocation sites.
 *
 * <p>{@link #copying From the dump} that the heap was loaded from, records are copied field for field in their order,
 * with the references of the subset; several ROOT records of one name become one. String values are left out unless
 * {@link #withValues asked} for. What is damaged there, and everything where there is no dump to copy from, is written
 * as the heap holds it: {@code address}, {@code type}, {@code class}, {@code references}, {@code file}, {@code line},
 * {@code method}, {@code generation}, {@code memsize} and what the object calls itself, ROOT records first, then by
 * address.
 *
 * <p>A record of a class that is not in the subset to say its name has a {@code class_name}, which Ruby does not write.
 * An object that stands for a group is a record of the type {@code GROUP} with the name of the group. A dump knows one
 * kind of reference: those made by collapsing are references like others when it is read again. Immutable; linear
 * time, 8 bytes per object.
 *
 * <pre>{@code
 * DumpWriter.of(subset).copying(input, DumpLimits.DEFAULT).write(target, task);
 * }</pre>
 */
public final class DumpWriter {
    private static final int STEP = 1 << 13;
    private static final int BUFFER = 1 << 16;

    private final HeapSubset subset;
    /** Null where there is nothing to copy from. */
    private final @Nullable DumpInput source;
    private final DumpLimits limits;
    private final boolean values;
    private final ClassForm form;
    private final boolean packed;

    private DumpWriter(HeapSubset subset, @Nullable DumpInput source, DumpLimits limits, boolean values, ClassForm form,
        boolean packed) {
        this.subset = subset;
        this.source = source;
        this.limits = limits;
        this.values = values;
        this.form = form;
        this.packed = packed;
    }

    /** Returns a writer of what the heap holds. */
    public static DumpWriter of(HeapSubset subset) {
        return new DumpWriter(subset, null, DumpLimits.DEFAULT, false, ClassForm.ADDRESS, false);
    }

    /**
     * Returns a writer that copies from the dump that the heap was loaded from; it reads it once.
     *
     * @param dumpLimits those within which the heap was loaded
     */
    public DumpWriter copying(DumpInput dump, DumpLimits dumpLimits) {
        return new DumpWriter(subset, dump, dumpLimits, values, form, packed);
    }

    /** Returns a writer that copies string values as well, which may be secret. */
    public DumpWriter withValues() {
        return new DumpWriter(subset, source, limits, true, form, packed);
    }

    /**
     * Returns a writer of records that have the name of their class in {@code class} and its address in
     * {@code class_address}, as memdump's {@code replace-class} writes them.
     */
    public DumpWriter replacingClasses() {
        return new DumpWriter(subset, source, limits, values, ClassForm.NAME, packed);
    }

    /** Returns a writer of files that are packed by gzip whatever their name. */
    public DumpWriter packed() {
        return new DumpWriter(subset, source, limits, values, form, true);
    }

    /**
     * Writes a dump file, packed by gzip if its name ends in {@code .gz}.
     *
     * @return the number of records
     * @throws IOException                               if the file cannot be written or the dump not be read; then
     *                                                   there is none
     * @throws io.github.memdump.task.CancelledException if the task was cancelled; then there is no file
     */
    public int write(Target target, Task task) throws IOException {
        try (Output file = Output.to(target)) {
            boolean packs = packed || target.endsWith(".gz");
            try (OutputStream out = packs ? new GZIPOutputStream(file.stream(), BUFFER) : file.stream()) {
                write(out, task);
            }
            file.commit();
        }
        return subset.size();
    }

    /** Writes a dump to a stream, which stays open. */
    public void write(OutputStream stream, Task task) throws IOException {
        OutputStream out = new BufferedOutputStream(stream, BUFFER);
        if (source == null) {
            writeHeld(new HeldRecords(subset, form, out), task);
        } else {
            new CopiedRecords(subset, values, form, out).copy(source, limits, task);
        }
        out.flush();
    }

    private void writeHeld(HeldRecords records, Task task) throws IOException {
        Heap heap = subset.heap();
        task.phase("Writing the dump", subset.size());
        for (int root : heap.roots()) {
            if (subset.contains(root)) {
                records.write(root);
            }
        }
        int pending = 0;
        for (int object = subset.objects().nextMember(0); object >= 0 && !heap.isRoot(object);
            object = subset.objects().nextMember(object + 1)) {
            records.write(object);
            if (++pending == STEP) {
                task.done(pending);
                pending = 0;
            }
        }
        task.done(pending);
        records.flush();
    }
}
