package io.github.memdump.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.memdump.dump.DumpInput;
import io.github.memdump.dump.DumpReader;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.task.Task;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Compares whole cold processes: a plain Jackson token walk on one thread, reading the records, and loading the heap.
 * The processes take turns, so that what else the machine does hits all alike; only the ratios mean anything. On a busy
 * machine processor seconds are the steadier figure.
 *
 * <pre>java -cp "target/memdump-bench-VERSION.jar:target/lib/*" io.github.memdump.bench.ColdLoad DUMP [ROUNDS]</pre>
 */
public final class ColdLoad {
    private static final String[] JOBS = {"walk", "read", "load"};

    private ColdLoad() {
    }

    /** Runs the comparison, or, in a process of its own, one of the jobs. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 3) {
            run(arguments[0], Path.of(arguments[1]));
            System.out.println(((com.sun.management.OperatingSystemMXBean) ManagementFactory
                .getOperatingSystemMXBean()).getProcessCpuTime());
            return;
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        double megabytes = new File(arguments[0]).length() / 1e6;
        List<List<Double>> walls = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<List<Double>> processors = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            for (int job = 0; job < JOBS.length; job++) {
                long begin = System.nanoTime();
                processors.get(job).add(processorSeconds(JOBS[job], arguments[0]));
                walls.get(job).add((System.nanoTime() - begin) / 1e9);
            }
        }
        for (int job = 0; job < JOBS.length; job++) {
            double wall = median(walls.get(job));
            double best = Collections.min(walls.get(job));
            System.out.printf(Locale.ROOT, "%s: %.0f MB/s, %.2f x the rate of the token walk; at best %.0f MB/s,"
                + " %.2f x; %.2f CPU s%n", JOBS[job], megabytes / wall, median(walls.get(0)) / wall, megabytes / best,
                Collections.min(walls.get(0)) / best, median(processors.get(job)));
        }
    }

    private static double processorSeconds(String job, String dump) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseParallelGC", "-Xmx2g", "-cp", System.getProperty("java.class.path"), ColdLoad.class.getName(),
            job, dump, "once").redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
        if (process.waitFor() != 0) {
            throw new IOException(job + " failed");
        }
        return Long.parseLong(said) / 1e9;
    }

    private static void run(String job, Path dump) throws IOException {
        if (job.equals("walk")) {
            try (JsonParser parser = new JsonFactory().createParser(dump.toFile())) {
                while (parser.nextToken() != null) {
                    continue;
                }
            }
        } else if (job.equals("read")) {
            new DumpReader(DumpLimits.DEFAULT, false).read(DumpInput.of(dump), (block, rejections) -> { },
                Task.UNWATCHED);
        } else {
            HeapLoader.lenient().load(DumpInput.of(dump), Task.UNWATCHED);
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }
}
