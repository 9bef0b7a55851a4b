package io.github.memdump.analysis.known;

import io.github.memdump.heap.RecordTypes;
import java.util.Optional;

/** Symbols made of ever new strings. */
final class EverNewSymbols extends LeakRule {
    EverNewSymbols() {
        super("ever_new_symbols", "ever new symbols",
            "to_sym and intern of what a client sends make a symbol each. One that anything holds stays, and one that"
                + " was the name of a method, a constant or a variable stays for ever.",
            "keep strings, or look the symbol up among those that are known");
    }

    @Override
    Optional<KnownLeak> in(Scene scene) {
        long symbols = scene.members(object -> scene.heap().type(object) != RecordTypes.STRING
            && scene.heap().typeName(object).equals("SYMBOL"));
        return ifMost(symbols, scene.members(), "objects that have gathered are symbols");
    }
}
