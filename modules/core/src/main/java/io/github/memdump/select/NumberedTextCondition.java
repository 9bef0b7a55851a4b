package io.github.memdump.select;

import io.github.memdump.graph.NodeSet;
import io.github.memdump.heap.Heap;
import io.github.memdump.select.syntax.SelectionException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** A comparison of a class, type, file or method: each distinct text is compared once, whatever its objects. */
final class NumberedTextCondition implements Condition {
    private static final byte UNKNOWN = 0;
    private static final byte YES = 1;
    private static final byte NO = 2;

    private final Numbering numbering;
    private final TextMatch test;

    NumberedTextCondition(Numbering numbering, TextMatch test) {
        this.numbering = numbering;
        this.test = test;
    }

    @Override
    public NodeSet among(NodeSet candidates, Evaluation evaluation) throws SelectionException {
        Heap heap = evaluation.heap;
        TextMatch.Run run = test.begin(evaluation);
        byte[] verdicts = new byte[numbering.count(heap)];
        Map<String, Byte> known = new HashMap<>();
        return evaluation.keep(candidates, object -> {
            int number = numbering.number(heap, object);
            if (verdicts[number] == UNKNOWN) {
                verdicts[number] = verdict(numbering.text(heap, number), known, run);
            }
            return verdicts[number] == YES;
        });
    }

    private static byte verdict(String text, Map<String, Byte> known, TextMatch.Run run) throws SelectionException {
        Byte verdict = known.get(text);
        if (verdict == null) {
            verdict = run.accepts(text) ? YES : NO;
            known.put(text, verdict);
        }
        return verdict;
    }

    @Override
    public void addNeeds(Map<Need, Integer> needs) {
        // These columns come with the heap.
    }

    @Override
    public void addNames(Map<Numbering, Set<String>> names) {
        if (test instanceof TextMatch.OneOf && (numbering == Numbering.CLASS || numbering == Numbering.TYPE)) {
            names.computeIfAbsent(numbering, column -> new LinkedHashSet<>()).addAll(((TextMatch.OneOf) test).values());
        }
    }
}
