package io.github.memdump.analysis.suspect;

import io.github.memdump.analysis.suspect.weight.Amount;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Few objects that retain much: what has gathered, where, and what holds it. Immutable. */
public final class Suspect {
    /** What goes on coming over so many generations did not come at once. */
    private static final int FEW_GENERATIONS = 3;

    private final SuspectShape shape;
    private final int object;
    private final int accumulationPoint;
    private final int alike;
    private final Amount amount;
    private final Amount growth;
    private final double share;
    private final List<Accumulated> accumulated;
    private final List<Accumulated> contents;
    private final List<SuspectHolder> holders;
    private final Turnover turnover;
    private final int[] tops;
    private final @Nullable Accumulated applicationLine;
    private final boolean isApplicationCall;
    private final Amount together;
    private final Amount retained;
    private final Amount retainedBefore;
    private final History history;
    private final int[] members;
    private final int pieces;
    private final int generations;
    private final boolean isAtOnce;
    private final boolean isLoaded;

    Suspect(Draft draft) {
        this.shape = draft.shape;
        this.object = draft.object;
        this.accumulationPoint = draft.point;
        this.alike = draft.alike;
        this.amount = draft.amount;
        this.growth = draft.growth;
        this.share = draft.share;
        this.accumulated = List.copyOf(draft.accumulated);
        this.contents = List.copyOf(draft.contents);
        this.holders = List.copyOf(draft.holders);
        this.turnover = draft.turnover;
        this.tops = draft.tops;
        this.applicationLine = draft.applicationLine;
        this.isApplicationCall = draft.isApplicationCall;
        this.together = draft.together;
        this.retained = draft.retained;
        this.retainedBefore = draft.retainedBefore;
        this.history = draft.history;
        this.members = draft.members;
        this.pieces = draft.pieces;
        this.generations = draft.generations;
        this.isLoaded = draft.isLoaded;
        this.isAtOnce = generations == 1 && draft.generationsOfAll >= Pieces.ENOUGH;
    }

    /** What the search fills in. */
    static final class Draft {
        SuspectShape shape = SuspectShape.SHARED;
        int object;
        int point;
        int alike = 1;
        /** The objects whose subtrees make the suspect. */
        int[] tops = {};
        int parent;
        Amount amount = Amount.NONE;
        Amount own = Amount.NONE;
        Amount growth = Amount.NONE;
        double share;
        List<Accumulated> accumulated = List.of();
        List<Accumulated> contents = List.of();
        List<SuspectHolder> holders = List.of();
        /** What has gathered, of the class that retains most. */
        int[] members = {};
        /** All objects that hold what several holders share. */
        int[] holding = {};
        Turnover turnover = Turnover.UNKNOWN;
        @Nullable Accumulated applicationLine;
        boolean isApplicationCall;
        Amount together = Amount.NONE;
        Amount retained = Amount.NONE;
        Amount retainedBefore = Amount.NONE;
        History history = History.NONE;
        int pieces;
        int generations;
        int generationsOfAll;
        /** Whether all that holds it came in between too, such as a class that was loaded. */
        boolean isLoaded;
    }

    /** Returns how the memory is spread. */
    public SuspectShape shape() {
        return shape;
    }

    /**
     * Returns the id of the topmost object of the program that retains it; where several holders share it, one of the
     * objects that have gathered.
     */
    public int object() {
        return object;
    }

    /**
     * Returns the id of the object in which it gathers: down the dominator tree from {@link #object} as long as one
     * object keeps most; where several holders share it, the one of them that keeps most.
     */
    public int accumulationPoint() {
        return accumulationPoint;
    }

    /** Returns how many suspects that are alike are told together here: same class, same allocation site. */
    public int alike() {
        return alike;
    }

    /** Returns how much of what is in question is retained here: objects of the program; of two dumps the new ones. */
    public Amount amount() {
        return amount;
    }

    /**
     * Returns, of two dumps, by how much it grew: the new objects less those that they replace. Without an earlier dump
     * the {@link #amount}. What other suspects inside it have is theirs, so that all together are no more than came.
     */
    public Amount growth() {
        return growth;
    }

    /** Returns the share of the growth in all that is in question, the larger of objects and bytes, from 0 to 1. */
    public double share() {
        return share;
    }

    /** Returns whether {@link #share} is one of the objects of a whole rather than of its bytes. */
    public boolean isMoreByCount(Amount whole) {
        return growth.count() > 0 && (double) growth.count() * whole.size() >= (double) growth.size() * whole.count();
    }

    /** Returns what has gathered, by class, what retains most first. */
    public List<Accumulated> accumulated() {
        return accumulated;
    }

    /** Returns everything retained here of what is in question, by class, most objects first, each by itself. */
    public List<Accumulated> contents() {
        return contents;
    }

    /** Returns what holds it: one holder, or several of which each keeps something alive by itself. */
    public List<SuspectHolder> holders() {
        return holders;
    }

    /** Returns the ids of the objects that, with all they dominate, make the suspect; the array is the caller's. */
    public int[] tops() {
        return tops.clone();
    }

    /**
     * Returns what the application's own line nearest to what has gathered allocated, or had a library allocate, where
     * a library allocated what has gathered; nothing where that is not so, or there is no such line.
     */
    public Optional<Accumulated> applicationLine() {
        return Optional.ofNullable(applicationLine);
    }

    /** Returns whether {@link #applicationLine} calls the library that allocated, as the caches of calls tell. */
    public boolean isApplicationCall() {
        return isApplicationCall;
    }

    /** Returns what became of what its holders held before, classes and other holders of Ruby's own aside. */
    public Turnover turnover() {
        return turnover;
    }

    /** Returns how much of it would die if all {@link #holders} let go. */
    public Amount together() {
        return together;
    }

    /** Returns retained_count and retained_size of {@link #object}; of shared objects the sum over all of them. */
    public Amount retained() {
        return retained;
    }

    /** Returns what {@link #object} retained in the earlier dump; nothing if it is new, shared, or there is none. */
    public Amount retainedBefore() {
        return retainedBefore;
    }

    /** Returns the ids of what has gathered, of the class that retains most; the array belongs to the caller. */
    public int[] members() {
        return members.clone();
    }

    /** Returns how much there was of it from dump to dump. */
    public History history() {
        return history;
    }

    /**
     * Returns in how many pieces it came, put into what was there before, as {@link #enoughPieces} at most; 0 where
     * that says nothing: of one dump, of a chain, of old objects that became larger.
     */
    public int pieces() {
        return pieces;
    }

    /**
     * Returns whether it came in so few pieces that it may have been loaded at once, or be a pool that opened more: not
     * over three generations or more, or mostly in place of what went, or with the class that holds it.
     */
    public boolean isOfFewPieces() {
        boolean isReplaced = growth.count() * 2 < amount.count();
        return pieces > 0 && pieces < Pieces.ENOUGH && (generations < FEW_GENERATIONS || isLoaded || isReplaced);
    }

    /** Returns in how many generations it came if it came in few pieces, else 0; 0 without tracing too. */
    public int generations() {
        return generations;
    }

    /** Returns whether all of it came within one generation, of five or more in which something came. */
    public boolean isAtOnce() {
        return isAtOnce;
    }

    /** Returns from how many pieces on they are no longer few. */
    public static int enoughPieces() {
        return Pieces.ENOUGH;
    }
}
