package io.github.memdump.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Dumps that are damaged or unusual, and what can be read of them: how many objects, with which issues. */
enum Trouble {
    A_PATH_WITH_QUOTES(4, Map.of("salvaged_record", 1L), line("\"file\":\"a \"b\" c.rb\"")),
    A_STRUCT_WITH_QUOTES(4, Map.of("salvaged_record", 1L), line("\"struct\":\"a\"b\"")),
    A_PATH_WITH_A_NEWLINE(4, Map.of("rejoined_record", 1L), line("\"file\":\"a\nb.rb\"")),
    A_PATH_IN_LATIN_1(4, Map.of("salvaged_record", 1L), line("\"file\":\"caf\u00E9.rb\"")),
    A_METHOD_WITH_ZERO_BYTES(4, Map.of("salvaged_record", 1L), line("\"method\":\"a\0\0b\"")),
    NO_RECORD_AT_ALL(3, Map.of("malformed_line", 1L), "garbage \u0001 {\n"),
    WRONG_TYPES(4, Map.of("wrong_field_type", 3L), line("\"memsize\":\"40\", \"line\":[7], \"file\":null")),
    A_DUPLICATE_ADDRESS(3, Map.of("duplicate_address", 1L), "{\"address\":\"0x10\", \"type\":\"HASH\"}\n"),
    ROOT_LINES_OF_ONE_NAME(3, Map.of(), "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x20\"]}\n"),
    DANGLING_REFERENCES(4, Map.of(), line("\"references\":[\"0x66\", \"0x66\", \"0x77\"]")),
    NO_REFERENCES(4, Map.of(), "{\"address\":\"0x30\", \"type\":\"FLOAT\"}\n"),
    /** A free slot, which is no object. */
    A_SLOT(3, Map.of(), "{\"address\":\"0x30\", \"type\":\"ZOMBIE\"}\n"),
    AN_UNKNOWN_TYPE(4, Map.of(), "{\"address\":\"0x30\", \"type\":\"NOVELTY\", \"flags\":{\"age\":3}}\n"),
    A_SHAPE(4, Map.of(), "{\"address\":\"0x31\", \"type\":\"SHAPE\", \"id\":1, \"parent_id\":4294967295}\n"),
    DEEP_NESTING(4, Map.of("nested_too_deeply", 1L), line("\"flags\":" + "[".repeat(500) + "]".repeat(500))),
    A_LONG_NAME(4, Map.of("name_too_long", 1L), line("\"file\":\"" + "a".repeat(5000) + "\"")),
    BLANK_LINES(3, Map.of(), "\n  \n\r\n"),
    A_CUT_LAST_RECORD(4, Map.of("truncated_record", 1L), line("\"file\":\"a.rb\"").substring(0, 50)),
    ZERO_BYTES_AT_THE_END(3, Map.of("truncated_line", 1L), "\0".repeat(5000)),
    PRETTY_PRINTED_OVER_FOUR_LINES(4, Map.of("rejoined_record", 1L), line("\"memsize\":7").replace(", ", ",\n ")),
    CARRIAGE_RETURNS(3, Map.of(), "") {
        @Override
        byte[] dump() {
            return latin(DUMP.replace("\n", "\r\n"));
        }
    },
    LONE_CARRIAGE_RETURNS(3, Map.of(), "") {
        @Override
        byte[] dump() {
            return latin(DUMP.replace("\n", "\r"));
        }
    },
    A_BYTE_ORDER_MARK(3, Map.of(), "") {
        @Override
        byte[] dump() {
            return latin("\u00EF\u00BB\u00BF" + DUMP);
        }
    },
    TWO_DUMPS_IN_ONE_FILE(3, Map.of("duplicate_address", 2L), "") {
        @Override
        byte[] dump() {
            return latin(DUMP + DUMP);
        }
    },
    MADE_WITH_SINCE(2, Map.of(), "") {
        @Override
        byte[] dump() {
            return latin(DUMP.substring(DUMP.indexOf('\n') + 1));
        }
    },
    TWO_GZIP_MEMBERS(3, Map.of(), "") {
        @Override
        byte[] dump() {
            byte[] first = gzip(latin(DUMP.substring(0, 70)));
            byte[] second = gzip(latin(DUMP.substring(70)));
            byte[] both = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, both, first.length, second.length);
            return both;
        }
    },
    A_GZIP_FILE_CUT_IN_ITS_TRAILER(3, Map.of("truncated_gzip", 1L), "") {
        @Override
        byte[] dump() {
            byte[] packed = gzip(latin(DUMP));
            return Arrays.copyOf(packed, packed.length - 5);
        }
    };

    private static final String DUMP = "{\"type\":\"ROOT\", \"root\":\"vm\", \"references\":[\"0x10\"]}\n"
        + "{\"address\":\"0x10\", \"type\":\"OBJECT\", \"references\":[\"0x20\"], \"memsize\":40}\n"
        + "{\"address\":\"0x20\", \"type\":\"STRING\", \"memsize\":60}\n";

    private final int objects;
    private final Map<String, Long> issues;
    private final String behind;

    Trouble(int objects, Map<String, Long> issues, String behind) {
        this.objects = objects;
        this.issues = issues;
        this.behind = behind;
    }

    /** Returns the bytes of the file. */
    byte[] dump() {
        return latin(DUMP + behind);
    }

    int objects() {
        return objects;
    }

    Map<String, Long> issues() {
        return issues;
    }

    private static String line(String fields) {
        return "{\"address\":\"0x30\", \"type\":\"DATA\", " + fields + ", \"generation\":3}\n";
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
