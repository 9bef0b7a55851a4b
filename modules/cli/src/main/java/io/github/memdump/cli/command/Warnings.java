package io.github.memdump.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.answer.Figures;
import io.github.memdump.dump.issue.IssueKind;
import io.github.memdump.dump.issue.Issues;
import io.github.memdump.heap.HeapIdentities;
import io.github.memdump.heap.LoadFacts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a reader of the result should know: told on standard error at once, and in JSON. Not thread-safe. */
public final class Warnings {
    private final Session session;
    private final List<String> sentences = new ArrayList<>();

    Warnings(Session session) {
        this.session = session;
    }

    /** Adds a warning and says it, if it is not said already. */
    public void add(String sentence) {
        if (sentences.contains(sentence)) {
            return;
        }
        sentences.add(sentence);
        session.tell("warning: " + sentence);
    }

    /** Returns the warnings so far. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** Writes the field {@code warnings}, a list of sentences, into the current object. */
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("warnings");
        for (String sentence : sentences) {
            json.writeString(sentence);
        }
        json.writeEndArray();
    }

    /** Adds what a loaded dump gives cause for. */
    public void addOf(HeapIdentities heap) {
        addOf(heap.dumpName(), heap.issues(), !heap.rootNames().isEmpty());
    }

    /** Adds what a dump gives cause for of which the heap was not loaded. */
    public void addOf(LoadFacts facts) {
        addOf(facts.dumpName(), facts.issues(), facts.roots() > 0);
    }

    private void addOf(String dump, Issues issues, boolean hasRoots) {
        addOf(dump, issues);
        if (!hasRoots) {
            add(dump + " has no ROOT record (a dump made with since:, or cut at its beginning), so nothing in it counts"
                + " as reachable or retained. Take a full dump: ObjectSpace.dump_all without since:.");
        }
    }

    /** Adds what the damage of a dump gives cause for. */
    public void addOf(String dump, Issues issues) {
        if (issues.total() > 0) {
            add(dump + ": " + Figures.count(issues.total(), "damaged place") + "; the first: "
                + issues.first().get(0).describe() + "." + alsoChanged(issues)
                + " The rest of the dump was read; --strict fails instead.");
        }
    }

    /** Damage that comes of a change is no news from the process that wrote the dump: wait until it has ended. */
    private static String alsoChanged(Issues issues) {
        return issues.counts().containsKey(IssueKind.CHANGED_WHILE_READ)
            && issues.first().get(0).kind() != IssueKind.CHANGED_WHILE_READ
            ? " The file also changed while it was read." : "";
    }
}
