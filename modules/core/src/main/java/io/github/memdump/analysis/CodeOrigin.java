package io.github.memdump.analysis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose code a file is, by its path alone: a gem's, Ruby's own, or the application's. A gem's files lie in
 * {@code …/gems/NAME-VERSION/…}, or as a distribution packs them in {@code …/vendor_ruby/NAME…}. Thread-safe.
 */
public final class CodeOrigin {
    /** What is in no gem and not Ruby's. */
    public static final String APPLICATION = "application";
    /** Ruby's own library. */
    public static final String LIBRARY = "ruby's library";
    /** What Ruby itself brings compiled in. */
    public static final String CORE = "ruby itself";

    private static final Pattern GEM = Pattern.compile(".*/gems/([^/]+?)(-\\d[^/]*)?/.*", Pattern.DOTALL);
    private static final Pattern VENDORED = Pattern.compile(".*/vendor_ruby/(?:\\d[^/]*/)?([^/]+?)(?:\\.rb.*|/.*)",
        Pattern.DOTALL);
    private static final Pattern OF_RUBY = Pattern.compile(".*/lib/(?:[^/]+/)?ruby/\\d[^/]*/.*", Pattern.DOTALL);
    private static final String SITE_RUBY = "/site_ruby/";
    private static final String INTERNAL = "<internal:";

    private CodeOrigin() {
    }

    /** Returns the name of the gem that a file belongs to, without its version. */
    public static Optional<String> gem(String file) {
        String path = slashed(file);
        Matcher gem = GEM.matcher(path);
        if (gem.matches()) {
            return Optional.of(gem.group(1));
        }
        Matcher vendored = VENDORED.matcher(path);
        return vendored.matches() ? Optional.of(vendored.group(1)) : Optional.empty();
    }

    /** Returns whether a file is Ruby's own. */
    public static boolean isRubys(String file) {
        return file.startsWith(INTERNAL) || (gem(file).isEmpty() && OF_RUBY.matcher(slashed(file)).matches());
    }

    /** Returns whether a file belongs to a gem or to Ruby. */
    public static boolean isLibrary(String file) {
        return gem(file).isPresent() || isRubys(file) || file.contains(SITE_RUBY);
    }

    /**
     * Returns whose a file is: a gem with its version ({@code rack-3.1.8}), {@link #APPLICATION}, {@link #LIBRARY} or
     * {@link #CORE}; an empty text if the file is not known.
     */
    public static String of(String file) {
        if (file.isEmpty()) {
            return "";
        }
        Matcher gem = GEM.matcher(slashed(file));
        if (gem.matches()) {
            return gem.group(1) + (gem.group(2) == null ? "" : gem.group(2));
        }
        return gem(file).orElseGet(() -> file.startsWith(INTERNAL) ? CORE : isLibrary(file) ? LIBRARY : APPLICATION);
    }

    private static String slashed(String file) {
        return file.replace('\\', '/');
    }
}
