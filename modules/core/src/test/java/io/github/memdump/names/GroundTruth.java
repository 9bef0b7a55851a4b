package io.github.memdump.names;

import io.github.memdump.Loading;
import io.github.memdump.dump.scan.Addresses;
import io.github.memdump.heap.Heap;
import io.github.memdump.task.Task;
import io.github.memdump.value.Values;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A dump of a program that says itself what refers to what by which name, to be compared with the names found. */
final class GroundTruth {
    static final List<String> RUBIES = List.of("3.1", "3.2", "3.3", "3.4", "4.0", "head");
    /** Programs of other shapes, by some Rubies. */
    static final List<String> OTHERS = List.of("further/3.1", "further/3.4", "further/4.0", "random/3.1", "random/4.0",
        "guises/3.1", "guises/3.4", "guises/4.0", "guises/head");

    final Heap heap;
    final Values values;
    /** For each holder and target the kinds and names, "ivar @user". */
    final Map<Integer, Map<Integer, Set<String>>> truth = new HashMap<>();

    private GroundTruth(Heap heap, Values values) {
        this.heap = heap;
        this.values = values;
    }

    /** Reads the dump of a Ruby, with what the process told or without. */
    static GroundTruth of(String ruby, boolean isTold, Path folder) throws IOException {
        Path file = folder.resolve(ruby.replace('/', '-') + isTold + ".json");
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        dump.write(bytes(ruby + ".json.gz"));
        if (isTold) {
            dump.write(bytes(ruby + ".names.gz"));
        }
        Files.write(file, dump.toByteArray());
        Heap heap = Loading.load(file);
        GroundTruth result = new GroundTruth(heap, Values.of(heap));
        for (String line : new String(bytes(ruby + ".truth.gz"), StandardCharsets.UTF_8).split("\n")) {
            String[] cells = line.split("\t");
            result.add(heap.at(Addresses.parse(cells[0])), heap.at(Addresses.parse(cells[1])), cells[2], cells[3]);
        }
        return result;
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = new GZIPInputStream(GroundTruth.class.getResourceAsStream("dumps/" + name))) {
            return in.readAllBytes();
        }
    }

    private void add(int from, int to, String kind, String name) {
        if (from < 0 || to < 0) {
            return;
        }
        int holder = from;
        for (int edge = heap.references().from(from); edge < heap.references().to(from); edge++) {
            int target = heap.references().target(edge);
            if (heap.name(target).equals("fields") && heap.references().hasEdge(target, to)
                && !kind.equals("constant")) {
                holder = target;
            }
        }
        if (heap.references().hasEdge(holder, to)) {
            truth.computeIfAbsent(holder, any -> new HashMap<>()).computeIfAbsent(to, any -> new HashSet<>())
                .add(kind + " " + name);
        }
    }

    /** How the names of references of one kind compare with the truth. */
    static final class Count {
        int all;
        int certain;
        int likely;
        int candidates;
        int unnamed;
        int certainWrong;
        int likelyWrong;
        int notAmong;
        final List<String> examples = new ArrayList<>();

        @Override
        public String toString() {
            return all + " (certain " + certain + ", likely " + likely + ", candidates " + candidates + ", unnamed "
                + unnamed + "; certain and wrong " + certainWrong + ", likely and wrong " + likelyWrong
                + ", not among the candidates " + notAmong + ")";
        }
    }

    /** Names all references that the truth knows, in one go. */
    Map<String, Count> compare() throws IOException {
        int[] holders = truth.keySet().stream().mapToInt(Integer::intValue).toArray();
        ReferenceNames names = ReferenceNames.of(values, holders, Task.UNWATCHED);
        Map<String, Count> counts = new TreeMap<>();
        truth.forEach((holder, targets) -> targets.forEach((target, truths) -> {
            String kind = truths.iterator().next();
            count(counts.computeIfAbsent(kind.substring(0, kind.indexOf(' ')), any -> new Count()),
                names.of(holder, target), truths, holder, target);
        }));
        return counts;
    }

    private void count(Count count, ReferenceName name, Set<String> truths, int holder, int target) {
        count.all++;
        boolean anyRight = false;
        boolean allRight = true;
        boolean kindRight = false;
        for (String one : truths) {
            kindRight |= one.startsWith(name.kind().id() + " ");
        }
        for (String each : name.names()) {
            boolean right = truths.stream().anyMatch(one -> one.substring(one.indexOf(' ') + 1).equals(each));
            anyRight |= right;
            allRight &= right;
        }
        boolean wrong = false;
        if (name.certainty() == Certainty.CERTAIN) {
            count.certain++;
            count.unnamed += name.names().isEmpty() ? 1 : 0;
            wrong = !allRight || !kindRight;
            count.certainWrong += wrong ? 1 : 0;
        } else if (name.certainty() == Certainty.LIKELY) {
            count.likely++;
            count.unnamed += name.names().isEmpty() ? 1 : 0;
            wrong = !allRight || !kindRight;
            count.likelyWrong += wrong ? 1 : 0;
        } else if (name.names().isEmpty()) {
            count.unnamed++;
        } else {
            count.candidates++;
            wrong = !anyRight;
            count.notAmong += wrong ? 1 : 0;
        }
        if (wrong) {
            count.examples.add(heap.className(holder) + " " + heap.identity(holder) + " → " + heap.identity(target)
                + " is " + truths + ", said " + name.kind().id() + " " + name.names() + " " + name.certainty().id());
        }
    }
}
