package io.github.memdump.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.file.Inputs;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import io.github.memdump.testing.RandomHeap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCacheTest {
    @TempDir
    private Path folder;
    private Opening opening;

    @BeforeEach
    void begin() {
        opening = new Opening(folder.resolve("a/cache"));
    }

    private Path dump(int number) throws IOException {
        return Opening.settled(RandomHeap.ofSeed(number).before().writeTo(folder.resolve(number + ".json")));
    }

    private List<Path> indexed(int count) throws IOException {
        List<Path> dumps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            dumps.add(dump(i));
            opening.open(dumps.get(i));
            // Used one minute after another, long ago.
            IndexEntry entry = entryOf(dumps.get(i));
            Files.setLastModifiedTime(entry.file(), FileTime.from(Instant.now().minus(Duration.ofMinutes(600 - i))));
        }
        return dumps;
    }

    private IndexEntry entryOf(Path dump) throws IOException {
        String path = dump.toRealPath().toString();
        return opening.cache.entries().stream().filter(entry -> entry.dump().equals(path)).findFirst().orElseThrow();
    }

    private List<String> dumps() throws IOException {
        return opening.cache.entries().stream().map(entry -> Path.of(entry.dump()).getFileName().toString())
            .collect(Collectors.toList());
    }

    @Test
    void listsWhatWasUsedLastFirst() throws IOException {
        List<Path> dumps = indexed(3);
        opening.open(dumps.get(1));
        assertFalse(opening.hasReadTheDump());
        assertEquals(List.of("1.json", "2.json", "0.json"), dumps());
        IndexEntry entry = opening.cache.entries().get(0);
        assertEquals(Files.size(entry.file()), entry.bytes());
        assertTrue(entry.isCurrent());
        Files.delete(dumps.get(1));
        assertFalse(opening.cache.entries().get(0).isCurrent());
    }

    @Test
    void whatWasUsedLongestAgoGoesFirst() throws IOException {
        List<Path> dumps = indexed(4);
        opening.open(dumps.get(0));
        long three = dumps.subList(1, 4).stream().mapToLong(this::bytes).sum();
        opening.cache.limit(three + bytes(dumps.get(0)) + 5);
        assertEquals(4, dumps().size());
        opening.open(dump(9));
        assertEquals("9.json", dumps().get(0), "what was written just now stays");
        assertTrue(dumps().contains("0.json"), "used last");
        assertFalse(dumps().contains("1.json"), "used longest ago");
        long total = opening.cache.entries().stream().mapToLong(IndexEntry::bytes).sum();
        assertTrue(total <= opening.cache.limit(), total + " > " + opening.cache.limit());
    }

    private long bytes(Path dump) {
        try {
            return entryOf(dump).bytes();
        } catch (IOException gone) {
            throw new java.io.UncheckedIOException(gone);
        }
    }

    @Test
    void aSmallerLimitRemovesAtOnce() throws IOException {
        List<Path> dumps = indexed(3);
        opening.cache.limit(bytes(dumps.get(2)));
        assertEquals(List.of("2.json"), dumps());
        assertEquals(bytes(dumps.get(2)), new Opening(opening.cache.folder()).cache.limit(), "kept for later commands");
        opening.cache.limit(0);
        assertEquals(List.of(), dumps());
    }

    @Test
    void anIndexBeyondTheLimitIsNotKept() throws IOException {
        opening.cache.limit(100);
        opening.open(dump(1));
        assertEquals(List.of(), dumps());
        assertTrue(opening.notes.toString().contains("beyond the limit of 100"), opening.notes.toString());
    }

    @Test
    void withoutALimitItIsTenGibibytesAtMost() {
        assertTrue(opening.cache.limit() > 0 && opening.cache.limit() <= 10L << 30);
    }

    @Test
    void aLimitThatCannotBeReadIsNone() throws IOException {
        opening.cache.limit(5);
        Files.writeString(opening.cache.folder().resolve("limit"), "much");
        assertTrue(opening.cache.limit() > 5);
    }

    @Test
    void clearingLeavesWhatIsNoIndex() throws IOException {
        indexed(2);
        Path foreign = Files.writeString(opening.cache.folder().resolve("letter.txt"), "dear");
        Path dead = Files.writeString(opening.cache.folder().resolve(".memdump-1.unfinished"), "12345");
        long expected = opening.cache.entries().stream().mapToLong(IndexEntry::bytes).sum() + 5;
        assertEquals(expected, opening.cache.clear());
        assertEquals(List.of(), opening.cache.entries());
        assertTrue(Files.exists(foreign));
        assertFalse(Files.exists(dead));
        assertEquals(0, IndexCache.in(folder.resolve("nowhere")).clear());
    }

    @Test
    void whatAKilledProcessLeftIsRemovedLater() throws IOException {
        indexed(1);
        Path dead = Files.writeString(opening.cache.folder().resolve(".memdump-2.unfinished"), "2");
        try (Output living = Output.to(Target.of(opening.cache.folder().resolve("x.index"), Inputs.none()))) {
            living.stream().write(1);
            opening.open(dump(7));
            living.commit();
        }
        assertFalse(Files.exists(dead));
        assertTrue(Files.exists(opening.cache.folder().resolve("x.index")));
    }

    @Test
    void onlyItsOwnerMayLookIntoIt() throws IOException {
        indexed(1);
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(opening.cache.folder())));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(opening.onlyIndex())));
    }

    @Test
    void aDamagedIndexIsListedToo() throws IOException {
        indexed(1);
        Files.write(opening.onlyIndex(), new byte[30]);
        assertEquals("", opening.cache.entries().get(0).dump());
        assertFalse(opening.cache.entries().get(0).isCurrent());
    }

    @Test
    void wherePlaceIsTakenThereIsJustNoIndex() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        Opening inFile = new Opening(file.resolve("cache"));
        inFile.open(dump(1));
        inFile.open(dump(1));
        assertTrue(inFile.hasReadTheDump());
        assertEquals(2, inFile.notes.stream().filter(note -> note.endsWith("/file")).count(), inFile.notes::toString);
        Opening onFile = new Opening(file);
        onFile.open(dump(1));
        assertTrue(onFile.hasReadTheDump());
        assertEquals("in the way", Files.readString(file));
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNoFailure() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        assumeTrue(!Files.isWritable(closed), "the superuser may write anywhere");
        Opening inClosed = new Opening(closed);
        inClosed.open(dump(1));
        assertTrue(inClosed.hasReadTheDump());
        assertEquals(1, inClosed.notes.size(), inClosed.notes.toString());
    }
}
