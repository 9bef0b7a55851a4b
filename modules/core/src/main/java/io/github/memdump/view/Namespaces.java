package io.github.memdump.view;

import io.github.memdump.analysis.CodeOrigin;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What classes and allocation sites belong to: a class to the namespace that its name begins with, a file to its gem,
 * to Ruby's own library, or else to its folder. Goes by the names alone.
 */
public final class Namespaces {
    /** Classes without a namespace, and what has no class. */
    static final String TOP_LEVEL = "top level";
    /** Classes that Ruby calls by an address. */
    static final String ANONYMOUS = "without a name";
    /** What was allocated before tracing began. */
    public static final String UNKNOWN = "not known where";
    /** Ruby's own library. */
    static final String LIBRARY = "Ruby's library";

    private static final String INTERNAL = "<internal:";
    private static final String SINGLETON = "#<Class:";
    private static final String SEPARATOR = "::";

    private final Set<String> nesting = new HashSet<>();

    private Namespaces() {
    }

    /** Prepares the namespaces of classes, of which those that have others within are of their own namespace. */
    public static Namespaces ofClasses(Iterable<String> names) {
        Namespaces namespaces = new Namespaces();
        for (String name : names) {
            String own = ownName(name);
            int end = own.indexOf(SEPARATOR);
            if (end > 0) {
                namespaces.nesting.add(own.substring(0, end));
            }
        }
        return namespaces;
    }

    private static String ownName(String name) {
        int begin = 0;
        while (name.startsWith(SINGLETON, begin)) {
            begin += SINGLETON.length();
        }
        int end = name.length() - begin / SINGLETON.length();
        return name.substring(begin, Math.max(begin, end));
    }

    /** Returns the namespace of a class, by its name as rows of a histogram have it. */
    public String ofClass(String name) {
        String own = ownName(name);
        if (own.startsWith("#<") || own.startsWith("0x")) {
            return ANONYMOUS;
        }
        int end = own.indexOf(SEPARATOR);
        String first = end > 0 ? own.substring(0, end) : own;
        return nesting.contains(first) ? first : TOP_LEVEL;
    }

    /** Returns the gem or the folder of an allocation site, given as file and line. */
    public static String ofSite(String place) {
        if (place.isEmpty()) {
            return UNKNOWN;
        }
        String path = place.replace('\\', '/');
        Optional<String> gem = CodeOrigin.gem(path);
        if (gem.isPresent()) {
            return gem.get();
        }
        if (CodeOrigin.isRubys(path)) {
            return LIBRARY;
        }
        int end = path.lastIndexOf('/');
        return end > 0 ? path.substring(0, end) : TOP_LEVEL;
    }

    /**
     * Returns what a namespace is called where there is little room: of a folder the last part, of a file that Ruby
     * calls {@code <internal:/…/kernel_require.rb>} its name.
     */
    public static String shortName(String namespace) {
        String last = namespace.substring(namespace.lastIndexOf('/') + 1);
        return namespace.startsWith(INTERNAL) ? last.replace(INTERNAL, "").replace(">", "") : last;
    }
}
