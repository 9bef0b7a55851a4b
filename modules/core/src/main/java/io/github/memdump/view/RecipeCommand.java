package io.github.memdump.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A recipe as the {@code memdump view} command that shows the same. */
public final class RecipeCommand {
    /** The depth that goes as far as there is anything. */
    public static final String ANY = "any";

    private RecipeCommand() {
    }

    /** Returns the words after {@code memdump}, not quoted, without where to write: {@code view border a.json …}. */
    public static List<String> words(Recipe recipe) {
        List<String> words = new ArrayList<>(List.of("view", recipe.subject().id()));
        words.addAll(recipe.dumps());
        if (!recipe.about().isEmpty()) {
            add(words, "--about", recipe.about());
        }
        if (recipe.depth() != Recipe.usualDepth(recipe.subject())) {
            add(words, "--depth", recipe.depth() == Recipe.ANY_DEPTH ? ANY : Integer.toString(recipe.depth()));
        }
        boolean cleanedUp = recipe.asks(Recipe.Option.CLEANUP);
        if (cleanedUp != Recipe.usual(recipe.subject()).contains(Recipe.Option.CLEANUP)) {
            words.add(cleanedUp ? "--cleanup" : "--no-cleanup");
        }
        if (recipe.asks(Recipe.Option.CLASS_REFERENCES)) {
            words.add("--class-references");
        }
        if (recipe.asks(Recipe.Option.PLAIN_REFERENCES)) {
            words.add("--plain-references");
        }
        addUnlessUsual(words, "--nodes", recipe.budget().nodes(), ViewBudget.DEFAULT.nodes());
        addUnlessUsual(words, "--edges", recipe.budget().edges(), ViewBudget.DEFAULT.edges());
        recipe.steps().forEach(step -> add(words, "--step", step.text()));
        return words;
    }

    /** Returns words as one line for a POSIX shell. */
    public static String line(List<String> words) {
        return words.stream().map(RecipeCommand::quoted).collect(Collectors.joining(" "));
    }

    private static void addUnlessUsual(List<String> words, String option, int value, int usual) {
        if (value != usual) {
            add(words, option, Integer.toString(value));
        }
    }

    private static void add(List<String> words, String option, String value) {
        words.add(option);
        words.add(value);
    }

    /** Returns a word as a POSIX shell takes it. */
    public static String quoted(String argument) {
        return argument.matches("[\\w@%+=:,./-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
