package io.github.memdump.dump.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names what a file is that is no dump, and says what to do with it, from its first bytes. Immutable. */
public final class ForeignFormat {
    private static final String UNPACK = "Unpack it first";
    private static final List<ForeignFormat> FORMATS = List.of(
        packed("a zip archive", "unzip FILE", "PK\3\4"),
        packed("a zip archive", "unzip FILE", "PK\5\6"),
        packed("a zip archive", "unzip FILE", "PK\7\b"),
        packed("a file packed with zstd", "zstd -d FILE", "\\(\u00B5/\u00FD"),
        packed("a file packed with xz", "xz -dk FILE", "\u00FD7zXZ\0"),
        packed("a file packed with bzip2", "bzip2 -dk FILE", "BZh[1-9]1AY&SY"),
        packed("a file packed with lz4", "lz4 -d FILE", "\u0004\"M\u0018"),
        packed("a file packed with lzip", "lzip -dk FILE", "LZIP\1"),
        packed("a file packed with compress", "uncompress FILE", "\u001F\u009D"),
        packed("a file packed with lzma", "lzma -dk FILE", "\\]\0\0[\0-\u00FF]{2}(\u00FF{8}|[\0-\u00FF]{5}\0{3})"),
        packed("a cpio archive", "cpio -i < FILE", "07070[127][0-7]{6}|07070[12][0-9A-Fa-f]{8}|\u00C7q|q\u00C7"),
        packed("an ar archive", "ar x FILE", "!<arch>\n"),
        packed("a 7z archive", "7z x FILE", "7z\u00BC\u00AF'\u001C"),
        packed("a rar archive", "unrar x FILE", "Rar!\u001A\7"),
        packed("packed with gzip twice", "gunzip FILE", "\u001F\u008B"),
        other("a heap dump of a Java program (hprof)", "Eclipse Memory Analyzer", "JAVA PROFILE 1\\.0"),
        other("a profile of pprof", "go tool pprof", "\n[\2-\20]\b[\1-\177]\20[\1-\177]"),
        other("a profile of pprof, in its older text format", "go tool pprof", "(heap|heapz|growth) profile:"),
        other("a heap snapshot of V8 (Node.js, Chrome)", "the Memory panel of Chrome DevTools",
            "\\s*\\{\\s*\"snapshot\"\\s*:\\s*\\{"),
        other("a PDF document", "a PDF viewer", "%PDF-"),
        other("a core dump or a program (ELF)", "", "\177ELF"),
        new ForeignFormat("text in UTF-16, as some shells write", "Convert it to UTF-8 first",
            "\u00FF\u00FE|\u00FE\u00FF"));
    private static final int TAR_HEADER = 512;
    private static final int TAR_CHECKSUM = 148;
    private static final int TAR_CHECKSUM_END = 156;

    private final String what;
    private final String advice;
    private final Pattern beginning;

    private ForeignFormat(String what, String advice, String beginning) {
        this.what = what;
        this.advice = advice;
        this.beginning = Pattern.compile(beginning, Pattern.DOTALL);
    }

    private static ForeignFormat packed(String what, String command, String beginning) {
        return new ForeignFormat(what, UNPACK + " (" + command + ") and name the dump in it", beginning);
    }

    private static ForeignFormat other(String what, String tool, String beginning) {
        return new ForeignFormat(what, (tool.isEmpty() ? "" : "Open it with " + tool + ". ")
            + "Here, name what ObjectSpace.dump_all of a Ruby process wrote", beginning);
    }

    /** Returns the format that begins so, or nothing where these may be the first bytes of a dump. */
    public static Optional<ForeignFormat> of(byte[] head, int length) {
        if (isTar(head, length)) {
            return Optional.of(packed("a tar archive", "tar xf FILE", ""));
        }
        String text = new String(head, 0, Math.min(length, TAR_HEADER), StandardCharsets.ISO_8859_1);
        return FORMATS.stream().filter(format -> format.beginning.matcher(text).lookingAt()).findFirst();
    }

    /** Returns what the file is and what to do, in words: "it is a …. Unpack it first." */
    public String words() {
        return "it is " + what + ". " + advice + ".";
    }

    /** Returns whether a header of tar stands there: it has a checksum, whichever tar wrote it. */
    private static boolean isTar(byte[] head, int length) {
        if (length < TAR_HEADER || head[0] == 0) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < TAR_HEADER; i++) {
            sum += i >= TAR_CHECKSUM && i < TAR_CHECKSUM_END ? ' ' : head[i] & 0xFF;
        }
        String stored = new String(Arrays.copyOfRange(head, TAR_CHECKSUM, TAR_CHECKSUM_END),
            StandardCharsets.ISO_8859_1).replace('\0', ' ').trim();
        return stored.matches("[0-7]{1,7}") && Integer.parseInt(stored, 8) == sum;
    }
}
