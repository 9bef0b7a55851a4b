package io.github.memdump.cli.option;

import io.github.memdump.value.Values;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The option that says how much of a value is shown. */
public final class ValueLength {
    @Option(names = "--value-length", paramLabel = "N", defaultValue = "" + Values.USUAL_CHARACTERS,
        description = "Show at most N characters of a value (default: ${DEFAULT-VALUE}).")
    private int characters;

    /** Returns the values cut to this length. */
    public Values cut(Values values) {
        return values.withCharacters(characters);
    }

    /** Says that a command was used wrongly. */
    public interface Misuse {
        /** Returns the exception. */
        ParameterException of(String message);
    }

    /** Fails, before anything is read, if the length is none. */
    public void check(Misuse misused) {
        if (characters < 1) {
            throw misused.of("'" + characters + "' characters cannot be shown: --value-length takes 1 or more.");
        }
    }
}
