package io.github.memdump.redact;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths without what they tell of the machine and the program. Of files of gems and of Ruby's own library the part from
 * the gem or the library on is kept, behind a pseudonym of the folder before it:
 * {@code /3f2a9c01b7de/gems/rack-3.1.8/lib/rack.rb}. Names that are no files ({@code <internal:kernel>}, {@code -e})
 * are kept. Any other path becomes {@code app/} with a pseudonym and its ending, if that is a usual one. Different
 * paths stay different. Not thread-safe.
 */
final class PathRedaction implements UnaryOperator<String> {
    private static final Set<String> NO_FILES = Set.of("", "-", "-e", "(eval)", "(irb)", "(pry)", "<main>",
        "(erb)", "<compiled>");
    private static final Pattern INTERNAL = Pattern.compile("<internal:[a-z_-]{1,40}>");
    private static final Pattern INTERNAL_FILE = Pattern.compile("<internal:(.*)>", Pattern.DOTALL);
    private static final Pattern EVAL = Pattern.compile("\\(eval at (.*):(\\d{1,9})\\)", Pattern.DOTALL);
    /** The last gem folder in the path: a name, and a version or the commit that Bundler has checked out. */
    private static final Pattern GEM = Pattern.compile(
        "(.*)(/gems/[A-Za-z][\\w.-]{0,100}-(?:\\d[\\w.]{0,60}|[0-9a-f]{7,40})(?:-[\\w.-]{1,60})?/[\\w./+@-]{1,400})",
        Pattern.DOTALL);
    private static final Pattern LIBRARY = Pattern.compile(
        "(.*/lib)(/ruby/(?:\\d+\\.\\d+\\.\\d+(?:[+-]\\w{1,20})?|vendor_ruby"
            + "|site_ruby/\\d+\\.\\d+\\.\\d+/(?:rubygems|bundler))/[\\w./+@-]{1,400})", Pattern.DOTALL);
    private static final Pattern ENDING = Pattern.compile(
        ".*(\\.(?:rb|rake|ru|gemspec|erb|haml|slim|builder|jbuilder|so))", Pattern.DOTALL);
    /** Longer than any path that a system takes; such ones are not searched. */
    private static final int LONGEST = 4096;
    /** What could end a path that was read out of a damaged record too late is in none that is kept whole. */
    private static final Pattern PLAIN = Pattern.compile("[^\\p{Cntrl}\"\\\\{}\\uFFFD\\uD800-\\uDFFF]*");

    private final Pseudonyms pseudonyms;
    private final boolean keeps;

    /** Makes a redaction; one that {@code keeps} paths only replaces those that are not sure to be paths. */
    PathRedaction(Pseudonyms pseudonyms, boolean keeps) {
        this.pseudonyms = pseudonyms;
        this.keeps = keeps;
    }

    @Override
    public String apply(String path) {
        if ((keeps && PLAIN.matcher(path).matches()) || NO_FILES.contains(path) || INTERNAL.matcher(path).matches()) {
            return path;
        }
        Matcher eval = EVAL.matcher(path);
        Matcher internal = INTERNAL_FILE.matcher(path);
        if (internal.matches()) {
            return "<internal:" + file(internal.group(1)) + ">";
        }
        return eval.matches() ? "(eval at " + file(eval.group(1)) + ":" + eval.group(2) + ")" : file(path);
    }

    private String file(String path) {
        if (path.length() > LONGEST) {
            return hidden(path);
        }
        Matcher gem = GEM.matcher(path);
        if (gem.matches()) {
            return shared(path, gem);
        }
        Matcher library = LIBRARY.matcher(path);
        if (library.matches()) {
            return shared(path, library);
        }
        return hidden(path);
    }

    /** Returns a path whose second part everybody may know. */
    private String shared(String path, Matcher parts) {
        return parts.group(2).contains("..") ? hidden(path)
            : "/" + pseudonyms.name(parts.group(1)) + parts.group(2);
    }

    private String hidden(String path) {
        Matcher ending = ENDING.matcher(path);
        return "app/" + pseudonyms.name(path) + (ending.matches() ? ending.group(1) : "");
    }
}
