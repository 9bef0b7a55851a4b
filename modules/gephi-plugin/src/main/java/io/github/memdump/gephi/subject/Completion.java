package io.github.memdump.gephi.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may stand in the place of the word that is being typed. Immutable. */
final class Completion {
    /** The most words that are offered. */
    static final int MOST = 12;
    private static final int NOT_FOUND = 4;
    private static final Pattern BEFORE_CLASS =
        Pattern.compile("(?is).*\\bclass\\s*(!?=|(not\\s+)?in\\s*\\([^)]*)\\s*");
    private static final Pattern BEFORE_TYPE =
        Pattern.compile("(?is).*\\btype\\s*(!?=|(not\\s+)?in\\s*\\([^)]*)\\s*");
    private static final Pattern AFTER_KIND = Pattern.compile("\\s*(root|class|module)\\s+");
    private static final Pattern BEFORE_VALUE = Pattern.compile("(?s).*[=<>~]\\s*");
    private static final Pattern BARE = Pattern.compile("[\\w:.\\-]+");

    private final int from;
    private final List<String> words;

    private Completion(int from, List<String> words) {
        this.from = from;
        this.words = words;
    }

    /** Looks for the words that begin, or else go on, as the one that ends at the caret. Linear in the vocabulary. */
    static Completion at(String text, int caret, Vocabulary vocabulary) {
        int from = caret;
        while (from > 0 && isPartOfWord(text.charAt(from - 1))) {
            from--;
        }
        boolean isQuoted = from > 0 && text.charAt(from - 1) == '"';
        int begin = isQuoted ? from - 1 : from;
        String typed = text.substring(from, caret);
        String before = text.substring(0, begin);
        Matcher kind = AFTER_KIND.matcher(before);
        if (kind.matches() && !isQuoted) {
            return new Completion(begin, matching(vocabulary.called(kind.group(1)), typed));
        }
        if (BEFORE_CLASS.matcher(before).matches()) {
            return new Completion(begin, matching(vocabulary.classes(), typed).stream()
                .map(name -> isQuoted || !BARE.matcher(name).matches() ? quoted(name) : name)
                .collect(Collectors.toList()));
        }
        if (BEFORE_TYPE.matcher(before).matches()) {
            return new Completion(begin, matching(vocabulary.types(), typed));
        }
        if (isQuoted || typed.isEmpty() || BEFORE_VALUE.matcher(before).matches()) {
            return new Completion(begin, List.of());
        }
        List<String> words = new ArrayList<>(matching(vocabulary.words(), typed));
        if (before.isBlank()) {
            words.addAll(0, matching(vocabulary.kinds(), typed));
            // A class name alone is short for the objects of that class.
            words.addAll(matching(vocabulary.classes(), typed).stream().filter(name -> BARE.matcher(name).matches())
                .collect(Collectors.toList()));
        }
        return new Completion(begin, words.stream().distinct().limit(MOST).collect(Collectors.toList()));
    }

    private static boolean isPartOfWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == ':' || letter == '-' || letter == '.';
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Words that begin as typed come before those that have it at the beginning of a later part, and elsewhere. */
    private static List<String> matching(List<String> names, String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT).replace('-', '_');
        List<String> found = new ArrayList<>(names);
        found.removeIf(name -> rank(name, wanted) == NOT_FOUND || name.length() == typed.length());
        found.sort(Comparator.comparingInt(name -> rank(name, wanted)));
        return found.stream().limit(MOST).collect(Collectors.toList());
    }

    private static int rank(String name, String wanted) {
        String known = name.toLowerCase(Locale.ROOT).replace('-', '_');
        int at = known.indexOf(wanted);
        if (at <= 0) {
            return at < 0 ? NOT_FOUND : 0;
        }
        // Those of singleton classes contain the names of others.
        return name.startsWith("#") ? NOT_FOUND - 1 : Character.isLetterOrDigit(known.charAt(at - 1)) ? 2 : 1;
    }

    /** Returns where the word begins that is being typed. */
    int from() {
        return from;
    }

    /** Returns what may stand there, the likeliest first; perhaps nothing. */
    List<String> words() {
        return words;
    }
}
