package io.github.memdump.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a reference is called: its kind, its names, how sure they are. Several certain names mean that the holder has
 * the object at each of them. Immutable; about 100 bytes.
 */
public final class ReferenceName {
    /** More names than so many are as good as none. */
    public static final int MOST = 6;

    static final ReferenceName CODE = of(ReferenceKind.CODE);
    static final ReferenceName UNKNOWN = new ReferenceName(ReferenceKind.UNKNOWN, List.of(), Certainty.CANDIDATES, 0);

    private final ReferenceKind kind;
    private final List<String> names;
    private final Certainty certainty;
    private final int cases;

    private ReferenceName(ReferenceKind kind, List<String> names, Certainty certainty, int cases) {
        this.kind = kind;
        this.names = List.copyOf(names);
        this.certainty = certainty;
        this.cases = cases;
    }

    /** Returns a kind that is certain, without a name. */
    static ReferenceName of(ReferenceKind kind) {
        return new ReferenceName(kind, List.of(), Certainty.CERTAIN, 0);
    }

    /** Returns a certain name. */
    static ReferenceName certain(ReferenceKind kind, String name) {
        return new ReferenceName(kind, List.of(name), Certainty.CERTAIN, 0);
    }

    /** Returns a likely name, seen in so many cases. */
    static ReferenceName likely(ReferenceKind kind, String name, int cases) {
        return new ReferenceName(kind, List.of(name), Certainty.LIKELY, cases);
    }

    /** Returns a likely kind, without a name. */
    static ReferenceName likely(ReferenceKind kind) {
        return new ReferenceName(kind, List.of(), Certainty.LIKELY, 0);
    }

    /** Returns this name, likely where it is certain. */
    ReferenceName atMostLikely() {
        return certainty == Certainty.CERTAIN ? new ReferenceName(kind, names, Certainty.LIKELY, cases) : this;
    }

    /** Returns the names of which it is one, in order; none of them where they are more than {@link #MOST}. */
    static ReferenceName oneOf(ReferenceKind kind, List<String> names) {
        return new ReferenceName(kind, names.size() > MOST ? List.of() : names, Certainty.CANDIDATES, 0);
    }

    /** Returns the reference from an object to a class that only its instances hold. */
    public static ReferenceName toHeldClass() {
        return of(ReferenceKind.CLASS);
    }

    /** Returns the kind. */
    public ReferenceKind kind() {
        return kind;
    }

    /** Returns the names, the likeliest first; empty where none is known. */
    public List<String> names() {
        return names;
    }

    /** Returns how sure the names are, or the kind where there is no name. */
    public Certainty certainty() {
        return certainty;
    }

    /** Returns how often a likely name was seen with values of this class. */
    public int cases() {
        return cases;
    }

    /**
     * Returns the name for people: "@user", "@user or @attrs", "@user (likely, on 240 objects)", "constant Shop",
     * "value", "[3]"; empty where nothing is known that an engineer would ask for.
     */
    public String words() {
        return words(kind, names, certainty, cases);
    }

    /** Returns a name for people, of which its parts are given; {@code cases} is 0 where that is not known. */
    public static String words(ReferenceKind kind, List<String> names, Certainty certainty, int cases) {
        if (names.isEmpty() || (kind == ReferenceKind.INDEX && names.size() > 1) || kind == ReferenceKind.KEY
            || kind == ReferenceKind.VALUE) {
            return kind.words();
        }
        String joined = String.join(certainty == Certainty.CERTAIN ? " and " : " or ", names);
        String named = kind == ReferenceKind.INDEX ? "[" + joined + "]" : kind.prefix() + joined;
        return certainty != Certainty.LIKELY ? named : named + (cases == 0 ? " (likely)"
            : String.format(Locale.ROOT, " (likely, on %,d object%s)", cases, cases == 1 ? "" : "s"));
    }

    /** Returns what both say of references from one object to one other. */
    ReferenceName and(ReferenceName other) {
        if (kind == ReferenceKind.UNKNOWN || (kind == ReferenceKind.CODE && other.kind != ReferenceKind.UNKNOWN)) {
            return other;
        }
        if (other.kind == ReferenceKind.UNKNOWN || other.kind == ReferenceKind.CODE) {
            return this;
        }
        if (kind != other.kind && certainty == other.certainty && names.isEmpty() != other.names.isEmpty()) {
            // Both hold; a superclass that is a constant as well is told by its name.
            return names.isEmpty() ? other : this;
        }
        Set<String> all = new LinkedHashSet<>(names);
        all.addAll(other.names);
        Certainty less = certainty.compareTo(other.certainty) >= 0 ? certainty : other.certainty;
        boolean tooMany = less != Certainty.CERTAIN && all.size() > MOST;
        List<String> some = new ArrayList<>(all);
        return new ReferenceName(kind, tooMany ? List.of() : some.subList(0, Math.min(MOST, some.size())), less,
            Math.min(cases, other.cases));
    }
}
