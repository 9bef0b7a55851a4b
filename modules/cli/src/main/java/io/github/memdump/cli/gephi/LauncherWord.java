package io.github.memdump.cli.gephi;

/**
 * Arguments for the start scripts of NetBeans applications, which put them through {@code eval}: once in double quotes,
 * and those for Java, {@code -J…}, once more in single quotes. What the shell would take for its own is masked, so that
 * a path may hold any character.
 */
final class LauncherWord {
    private LauncherWord() {
    }

    /** Returns an argument for the program itself. */
    static String plain(String word) {
        return Systems.isWindows() ? word : word.replaceAll("[\\\\\"$`]", "\\\\$0");
    }

    /** Returns an argument for Java. */
    static String java(String word) {
        return Systems.isWindows() ? "-J" + word : plain("-J" + word.replace("'", "'\\''"));
    }
}
