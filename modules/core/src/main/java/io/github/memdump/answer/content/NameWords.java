package io.github.memdump.answer.content;

import io.github.memdump.answer.Answer;
import io.github.memdump.names.Certainty;
import io.github.memdump.names.ReferenceKind;
import io.github.memdump.names.ReferenceName;
import java.util.List;

/** How names of references read. */
public final class NameWords {
    private NameWords() {
    }

    /** Returns a name for machines: an object with kind, names and certainty. */
    public static Answer via(ReferenceName name) {
        return Answer.builder().fact("kind", name.kind().id()).list("names", name.names())
            .fact("certainty", name.certainty().id()).build();
    }

    /**
     * Returns a name for people: "@user", "@user or @attrs", "constant Shop", "value", "[3]"; empty where nothing is
     * known that an engineer would ask for.
     */
    public static String of(ReferenceKind kind, List<String> names, Certainty certainty) {
        String joined = String.join(certainty == Certainty.CERTAIN ? " and " : " or ", names);
        String shown = certainty == Certainty.LIKELY && !joined.isEmpty() ? "likely " + joined : joined;
        switch (kind) {
            case UNKNOWN:
            case FIELDS:
                return shown;
            case IVAR:
            case CLASS_IVAR:
            case CLASS_VARIABLE:
                return shown.isEmpty() ? kind == ReferenceKind.IVAR ? "a variable" : "a variable of the class" : shown;
            case CONSTANT:
                return shown.isEmpty() ? "a constant" : "constant " + shown;
            case GLOBAL:
                return shown.isEmpty() ? "a global variable" : shown;
            case KEY:
            case VALUE:
                return kind.id();
            case INDEX:
                return shown.isEmpty() ? "an element" : names.size() == 1 ? "[" + joined + "]" : "an element";
            case MEMBER:
                return shown.isEmpty() ? "a member" : "member " + shown;
            case LOCAL:
                return shown.isEmpty() ? "a captured variable" : "captured " + shown;
            case THREAD_LOCAL:
                return shown.isEmpty() ? "a variable of the thread" : "thread's " + shown;
            case CLASS:
                return "its class";
            case SINGLETON:
                return "its object";
            default:
                return kind.id();
        }
    }

    /** Returns a name for people; see the other form. */
    public static String of(ReferenceName name) {
        return of(name.kind(), name.names(), name.certainty());
    }
}
