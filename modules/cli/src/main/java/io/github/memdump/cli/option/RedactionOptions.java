package io.github.memdump.cli.option;

import io.github.memdump.cli.command.Session;
import io.github.memdump.dump.issue.DumpLimits;
import io.github.memdump.redact.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options by which a user says how a dump is redacted. */
public final class RedactionOptions {
    private static final int LONGEST_SALT = 4096;

    @Option(names = "--hash-names", description = "Replace the names of classes, methods, variables and C types, too.")
    private boolean hashNames;

    @Option(names = "--keep-paths", description = "Keep the paths of files as they are.")
    private boolean keepPaths;

    @ArgGroup
    private Salt salt = new Salt();

    /** Where the salt comes from. One way at a time. */
    private static final class Salt {
        @Option(names = "--salt-file", paramLabel = "FILE", description = "Make pseudonyms with the word in this file,"
            + " so that another dump redacted with it has the same ones (default: the environment variable"
            + " MEMDUMP_SALT, else a random salt).")
        private Path file;

        @Option(names = "--salt", paramLabel = "WORD", description = "The same with a word that others can read in the"
            + " list of processes.")
        private String word;
    }

    /** Made for a command. */
    public RedactionOptions() {
    }

    /** Returns whether one of them was given. */
    public boolean isGiven() {
        return hashNames || keepPaths || salt.file != null || salt.word != null;
    }

    /** Returns what they say; the salt may be in the environment. Misuse is told by an exception that is made so. */
    public Redaction redaction(Session session, DumpLimits limits, Function<String, ParameterException> misuse)
            throws IOException {
        Redaction redaction = Redaction.within(limits);
        redaction = hashNames ? redaction.hidingNames() : redaction;
        redaction = keepPaths ? redaction.keepingPaths() : redaction;
        return saltWord(session, misuse).map(redaction::withSalt).orElse(redaction);
    }

    private Optional<String> saltWord(Session session, Function<String, ParameterException> misuse) throws IOException {
        if (salt.word != null) {
            return Optional.of(checked(salt.word, "--salt", misuse));
        }
        if (salt.file != null) {
            return Optional.of(checked(wordIn(salt.file, misuse), salt.file.toString(), misuse));
        }
        // A variable that is set to nothing, by a CI without the secret, would give a random salt without a word.
        return session.setVariable("MEMDUMP_SALT").map(set -> checked(set, "The environment variable"
            + " MEMDUMP_SALT", misuse));
    }

    private static String checked(String word, String where, Function<String, ParameterException> misuse) {
        if (word.isBlank()) {
            throw misuse.apply(where + " has no word to make pseudonyms with. Give a long one that is used for nothing"
                + " else, or leave it away for a random one.");
        }
        return word;
    }

    /** The line end that an editor or echo adds is no part of the word. */
    private static String wordIn(Path file, Function<String, ParameterException> misuse) throws IOException {
        if (Files.isDirectory(file) || !Files.exists(file)) {
            throw misuse.apply(file + (Files.exists(file) ? " is a directory." : " is not there.")
                + " --salt-file takes a file with one long word.");
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST_SALT + 1);
        }
        String word = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
        if (bytes.length > LONGEST_SALT || word.chars().anyMatch(c -> c == '\uFFFD' || c < ' ')) {
            throw misuse.apply(file + " is not one line of text with at most " + LONGEST_SALT
                + " bytes. --salt-file takes a file with one long word.");
        }
        return word;
    }
}
