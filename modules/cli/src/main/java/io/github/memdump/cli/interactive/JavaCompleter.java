package io.github.memdump.cli.interactive;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Offers what JShell knows to go on with. */
final class JavaCompleter implements Completer {
    /** Every object of Java has them, and nobody asks a dump for them. */
    private static final Set<String> NOISE = Arrays.stream(Object.class.getMethods()).map(method -> method.getName())
        .filter(name -> !name.equals("toString")).collect(Collectors.toUnmodifiableSet());

    private final Snippets snippets;

    JavaCompleter(Snippets snippets) {
        this.snippets = snippets;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        suggestions(line.line(), line.cursor()).forEach(text ->
            candidates.add(new Candidate(text, text, null, null, null, null, false)));
    }

    /** Returns what the word before the cursor may become, in order. */
    List<String> suggestions(String line, int cursor) {
        return snippets.analysis().completionSuggestions(line, cursor, new int[1]).stream()
            .map(suggestion -> suggestion.continuation()).distinct()
            .filter(text -> !NOISE.contains(text.replaceFirst("\\(.*", "")) && !text.startsWith("$")).sorted()
            .collect(Collectors.toList());
    }
}
