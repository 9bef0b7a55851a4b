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
            .fact("certainty", name.certainty().id()).factIf(name.cases() > 0, "cases", name.cases()).build();
    }

    /** Returns a name for people; see {@link ReferenceName#words}. */
    public static String of(ReferenceKind kind, List<String> names, Certainty certainty) {
        return ReferenceName.words(kind, names, certainty, 0);
    }

    /** Returns a name for people; see {@link ReferenceName#words}. */
    public static String of(ReferenceName name) {
        return name.words();
    }
}
