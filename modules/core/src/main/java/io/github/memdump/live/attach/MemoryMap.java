package io.github.memdump.live.attach;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What lies where in the memory of a process: {@code /proc/PID/maps}. Immutable. */
final class MemoryMap {
    private static final Pattern LINE = Pattern.compile("(\\p{XDigit}+)-(\\p{XDigit}+) (\\S{4}) (\\p{XDigit}+)"
        + " \\S+ \\d+\\s*(.*)");

    private final List<Region> regions;

    private MemoryMap(List<Region> regions) {
        this.regions = regions;
    }

    /** A range of addresses with equal rights. Immutable. */
    static final class Region {
        private final long begin;
        private final long end;
        private final String rights;
        private final long offset;
        private final String path;

        private Region(Matcher line) {
            this.begin = Long.parseUnsignedLong(line.group(1), 16);
            this.end = Long.parseUnsignedLong(line.group(2), 16);
            this.rights = line.group(3);
            this.offset = Long.parseUnsignedLong(line.group(4), 16);
            this.path = line.group(5);
        }

        long begin() {
            return begin;
        }

        long end() {
            return end;
        }

        String path() {
            return path;
        }

        boolean isWritable() {
            return rights.startsWith("rw");
        }

        boolean isCode() {
            return rights.contains("x");
        }

        boolean contains(long address) {
            return Long.compareUnsigned(address, begin) >= 0 && Long.compareUnsigned(address, end) < 0;
        }
    }

    /** Returns the map as it is now. */
    static MemoryMap of(long pid) throws IOException {
        List<Region> regions = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/maps"), StandardCharsets.ISO_8859_1)) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                regions.add(new Region(matcher));
            }
        }
        return new MemoryMap(List.copyOf(regions));
    }

    /** Returns the first region of a kind, by address. */
    Optional<Region> first(Predicate<Region> kind) {
        return regions.stream().filter(kind).min(Comparator.comparingLong(Region::begin));
    }

    /** Returns the region of an address. */
    Optional<Region> at(long address) {
        return first(region -> region.contains(address));
    }

    /** Returns where a loaded file begins: the region with its first byte. */
    Optional<Region> beginOf(String path) {
        return first(region -> region.path.equals(path) && region.offset == 0);
    }

    /** Returns the paths of loaded code, each once, in order of address. */
    List<String> files() {
        List<String> files = new ArrayList<>();
        for (Region region : regions) {
            if (region.path.startsWith("/") && region.isCode() && !files.contains(region.path)) {
                files.add(region.path);
            }
        }
        return files;
    }
}
