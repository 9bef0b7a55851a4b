package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.memdump.live.LiveHeap;
import io.github.memdump.testing.JsonTree;
import io.github.memdump.testing.LeakingRuby;
import io.github.memdump.testing.OrphanRuby;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three processes of about 120 MB: one leaks objects, one has a fragmented heap, one leaks outside of Ruby. */
class WhereTest {
    private static final String OBJECTS = String.join("\n",
        "class Session; def initialize(n); @cart = [\"item #{n}\" * 9]; end; end",
        "KEPT = Array.new(400_000) { |n| Session.new(n) }",
        "puts 'ready'; sleep", "");
    private static final String FRAGMENTED = String.join("\n",
        "class Kept; end",
        "KEPT = []",
        "many = []",
        "3_000_000.times { |i| i % 600 == 0 ? KEPT << Kept.new : many << Object.new }",
        "many = nil",
        "GC.start",
        "puts 'ready'; sleep", "");
    private static final String NATIVE = String.join("\n",
        "require 'fiddle'",
        "libc = Fiddle.dlopen(nil)",
        "p = Fiddle::TYPE_VOIDP; size = Fiddle::TYPE_SIZE_T",
        "malloc = Fiddle::Function.new(libc['malloc'], [size], p)",
        "memset = Fiddle::Function.new(libc['memset'], [p, Fiddle::TYPE_INT, size], p)",
        "2000.times { memset.call(malloc.call(60_000), 1, 60_000) }",
        "puts 'ready'; sleep", "");

    @TempDir
    private Path folder;

    @BeforeEach
    void isThere() throws Exception {
        boolean isThere = LeakingRuby.isThere() && LiveHeap.canAttach();
        assumeTrue(isThere || LeakingRuby.isPromised(), "there is no ruby, or not the library that attaches");
        assertTrue(isThere, "there is no ruby, or not the library that attaches, although MEMDUMP_LIVE_TEST=1");
    }

    private OrphanRuby started(String code) throws Exception {
        OrphanRuby ruby = OrphanRuby.start(code, folder.resolve("code.rb"));
        assertEquals("ready", ruby.line());
        return ruby;
    }

    private static JsonTree where(OrphanRuby ruby) {
        CommandRun run = CommandRun.of("where", "--json", ruby.pid());
        assertEquals(0, run.code(), run.err());
        return JsonTree.read(run.out());
    }

    private static double share(JsonTree where, String part) {
        return (double) where.number("parts", part) / where.number("resident");
    }

    @Test
    void aProcessThatKeepsObjectsHasItsMemoryInThem() throws Exception {
        try (OrphanRuby ruby = started(OBJECTS)) {
            JsonTree where = where(ruby);
            assertEquals("objects", where.text("verdict"));
            assertTrue(share(where, "objects") > 0.6, where.toString());
        }
    }

    @Test
    void whatTracingNotesHasItsShare() throws Exception {
        try (OrphanRuby ruby = started("require 'objspace'; ObjectSpace.trace_object_allocations_start\n" + OBJECTS)) {
            JsonTree where = where(ruby);
            // 400,000 sessions, each with an array and a string.
            long notes = where.number("figures", "tracer_notes");
            assertTrue(notes >= 1_200_000L * 80 && notes < 1_300_000L * 80, where.toString());
            assertTrue(where.number("figures", "tracer_table") > 1_200_000L * 24, where.toString());
            assertTrue(where.number("parts", "native") > 0, "not more than there is: " + where);
            assertTrue(CommandRun.of("where", ruby.pid()).out().contains("what allocation tracing notes"));
        }
    }

    /** What the report of a dump says must be what the process says of itself. */
    private JsonTree reported(OrphanRuby ruby) throws Exception {
        Path dump = folder.resolve("r.json");
        assertEquals(0, CommandRun.of("dump", ruby.pid(), dump).code());
        JsonTree memory = CommandRun.of("report", "--json", dump, "-o", folder.resolve("report")).json().tree("memory");
        assertTrue(Files.readString(folder.resolve("report/report.html")).contains("Is it in the Ruby heap?"));
        return memory;
    }

    @Test
    void aFragmentedHeapIsToldAndWhatHoldsItsPages() throws Exception {
        try (OrphanRuby ruby = started(FRAGMENTED)) {
            JsonTree where = where(ruby);
            assertEquals("fragmented_heap", where.text("verdict"));
            assertTrue(share(where, "free_slots") > 0.4, where.toString());
            Path dump = folder.resolve("x.json");
            assertEquals(0, CommandRun.of("dump", ruby.pid(), dump).code());
            JsonTree pages = CommandRun.of("pages", "--json", dump).json();
            assertEquals(where.number("figures", "page_size"), pages.number("page_size"));
            assertTrue(pages.number("sparse_pages") > 0.9 * pages.number("pages"), pages.at("sparse_pages").toString());
            JsonTree holder = pages.list("holders").get(0);
            assertEquals("Kept", holder.text("class"));
            assertTrue(holder.number("pages") > 0.9 * pages.number("sparse_pages"));
            assertTrue(CommandRun.of("pages", dump).quiet().contains("Kept"));
            JsonTree memory = reported(ruby);
            assertEquals("fragmented_heap", memory.text("verdict"));
            assertTrue(share(memory, "free_slots") > 0.4, memory.toString());
            assertEquals(pages.number("sparse_pages"), memory.number("sparse_pages"), 0.01 * pages.number("pages"));
        }
    }

    @Test
    void whatACLibraryLeaksIsInNoObject() throws Exception {
        try (OrphanRuby ruby = started(NATIVE)) {
            JsonTree where = where(ruby);
            assertEquals("native", where.text("verdict"));
            assertTrue(share(where, "native") > 0.8, where.toString());
            assertTrue(where.number("figures", "malloc_total") > 100 << 20, where.toString());
            assertTrue(CommandRun.of("where", ruby.pid()).out().contains("no dump shows it"));
            JsonTree memory = reported(ruby);
            assertEquals("native", memory.text("verdict"));
            assertTrue(share(memory, "native") > 0.8, memory.toString());
        }
    }
}
