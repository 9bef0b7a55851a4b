package io.github.memdump.view;

import io.github.memdump.analysis.Column;
import io.github.memdump.analysis.Findings;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The names of a view's nodes, distinct whatever a dump calls its objects, and of characters that every format can
 * hold: what XML, commands and steps cannot hold is written as its UTF-8 bytes, {@code %1B}. Immutable.
 */
public final class NodeIds {
    /** Stands before a number behind the name of a node if another node before it has that name already. */
    private static final String AGAIN = "~";

    private final Findings findings;
    /** The names of the few nodes that can't have their own. */
    private final IdentityHashMap<ViewNode, String> others = new IdentityHashMap<>();

    NodeIds(Findings findings, List<ViewNode> nodes) {
        this.findings = findings;
        Set<String> taken = new HashSet<>();
        for (ViewNode node : nodes) {
            String own = own(node);
            String id = own;
            for (int number = 2; !taken.add(id); number++) {
                id = own + AGAIN + number;
                others.put(node, id);
            }
        }
    }

    String of(ViewNode node) {
        String other = others.get(node);
        return other == null ? own(node) : other;
    }

    private String own(ViewNode node) {
        if (node.group().isPresent()) {
            return node.group().get().id();
        }
        String identity = written(findings.text(Column.OBJECT, node.object()), NodeIds::isUnprintable);
        return node.isRest() ? identity + View.REST : identity;
    }

    /** Returns the name of a group as one word, without what separates names and what marks a rest. */
    public static String word(String name) {
        return written(name, c -> c == '%' || c == ',' || c == '+' || Character.isWhitespace(c)
            || Character.isSpaceChar(c) || isUnprintable(c));
    }

    private static boolean isUnprintable(int c) {
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
            || (c & 0xFFFE) == 0xFFFE;
    }

    private static String written(String text, IntPredicate asBytes) {
        if (text.codePoints().noneMatch(asBytes)) {
            return text;
        }
        StringBuilder written = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (!asBytes.test(c)) {
                written.appendCodePoint(c);
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                // Half a character has no bytes.
                written.append(String.format(Locale.ROOT, "%%u%04X", c));
            } else {
                for (byte b : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8)) {
                    written.append(String.format(Locale.ROOT, "%%%02X", b));
                }
            }
        });
        return written.toString();
    }
}
