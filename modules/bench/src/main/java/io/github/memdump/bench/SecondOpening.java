package io.github.memdump.bench;

import io.github.memdump.dump.DumpInput;
import io.github.memdump.heap.HeapLoader;
import io.github.memdump.index.IndexCache;
import io.github.memdump.index.IndexedLoader;
import io.github.memdump.task.Task;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Compares opening a dump with and without its index, in cold processes that take turns: {@code read} reads the dump,
 * {@code keep} reads it and waits until the index is written, {@code open} uses the index. Times are those of the
 * engine within the process, without the start of Java. Only ratios mean anything.
 *
 * <pre>java -cp "target/memdump-bench-VERSION.jar:target/lib/*" io.github.memdump.bench.SecondOpening DUMP [ROUNDS]
 * </pre>
 */
public final class SecondOpening {
    private static final List<String> JOBS = List.of("read", "keep", "open");

    private SecondOpening() {
    }

    /** Runs the comparison, or, in a process of its own, one of the jobs. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 3) {
            run(arguments[0], Path.of(arguments[1]), Path.of(arguments[2]));
            return;
        }
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("memdump-second-opening");
        List<List<double[]>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            IndexCache.in(folder).clear();
            for (int job = 0; job < JOBS.size(); job++) {
                times.get(job).add(measured(JOBS.get(job), arguments[0], folder));
            }
        }
        for (int job = 0; job < JOBS.size(); job++) {
            double[] wall = sorted(times.get(job), 0);
            double[] processor = sorted(times.get(job), 1);
            System.out.printf(Locale.ROOT, "%s: median %.3f s, %.1f %% of reading; at best %.3f s, %.1f %%;"
                + " processor, with the start of Java, %.2f s, %.1f %%%n", JOBS.get(job), wall[rounds / 2],
                100 * wall[rounds / 2] / sorted(times.get(0), 0)[rounds / 2], wall[0],
                100 * wall[0] / sorted(times.get(0), 0)[0], processor[rounds / 2],
                100 * processor[rounds / 2] / sorted(times.get(0), 1)[rounds / 2]);
        }
        System.out.printf(Locale.ROOT, "index: %.1f %% of the dump%n",
            100.0 * IndexCache.in(folder).clear() / Files.size(Path.of(arguments[0])));
        Files.delete(folder);
    }

    private static double[] measured(String job, String dump, Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseParallelGC", "-Xmx4g", "-cp", System.getProperty("java.class.path"),
            SecondOpening.class.getName(), job, dump, folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).trim();
        if (process.waitFor() != 0) {
            throw new IOException(job + " failed");
        }
        return new double[] {Long.parseLong(said.split(" ")[0]) / 1e9, Long.parseLong(said.split(" ")[1]) / 1e9};
    }

    private static void run(String job, Path dump, Path folder) throws IOException {
        long begin = System.nanoTime();
        Optional<IndexCache> cache = job.equals("read") ? Optional.empty() : Optional.of(IndexCache.in(folder));
        try (IndexedLoader loader = IndexedLoader.of(HeapLoader.lenient(), cache).telling(System.err::println)) {
            loader.load(DumpInput.of(dump), Task.UNWATCHED);
        }
        long wall = System.nanoTime() - begin;
        System.out.println(wall + " " + ((com.sun.management.OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean()).getProcessCpuTime());
    }

    private static double[] sorted(List<double[]> times, int part) {
        List<Double> values = new ArrayList<>();
        times.forEach(time -> values.add(time[part]));
        Collections.sort(values);
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
