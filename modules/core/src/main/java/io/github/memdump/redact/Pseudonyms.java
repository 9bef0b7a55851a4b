package io.github.memdump.redact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * Names in the place of names: the same for the same text and the same salt, and telling nothing of the text to whoever
 * does not know the salt. Twelve digits of SHA-256 over a key and the text: that two of 100,000 texts get one name is
 * less likely than 1 in 50,000. A salt made of a word is stretched, so that guessing words takes time. Not thread-safe.
 */
final class Pseudonyms {
    private static final int DIGITS = 12;
    private static final int STRETCH = 1 << 17;
    private static final char[] HEXADECIMAL = "0123456789abcdef".toCharArray();

    private final MessageDigest digest;
    private final byte[] key;

    private Pseudonyms(MessageDigest digest, byte[] key) {
        this.digest = digest;
        this.key = key;
    }

    /** Returns pseudonyms that nobody can make again. */
    static Pseudonyms random() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new Pseudonyms(sha256(), key);
    }

    /** Returns the pseudonyms that belong to a word. */
    static Pseudonyms of(String word) {
        MessageDigest digest = sha256();
        byte[] key = digest.digest(("memdump redact " + word).getBytes(StandardCharsets.UTF_16BE));
        for (int i = 0; i < STRETCH; i++) {
            key = digest.digest(key);
        }
        return new Pseudonyms(digest, key);
    }

    /** Returns the name of a text: lower-case hexadecimal digits. */
    String name(CharSequence text) {
        digest.update(key);
        // Each letter as two bytes: a half surrogate pair out of a damaged name has its own, too.
        byte[] letters = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            letters[2 * i] = (byte) (text.charAt(i) >>> 8);
            letters[2 * i + 1] = (byte) text.charAt(i);
        }
        byte[] hash = digest.digest(letters);
        StringBuilder name = new StringBuilder(DIGITS);
        for (int i = 0; i < DIGITS / 2; i++) {
            name.append(HEXADECIMAL[hash[i] >> 4 & 15]).append(HEXADECIMAL[hash[i] & 15]);
        }
        return name.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }
}
