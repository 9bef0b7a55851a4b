package io.github.memdump.gephi.workspace;

import io.github.memdump.gephi.heap.UnpackedName;
import io.github.memdump.view.Recipe;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gephi.project.api.Project;
import org.gephi.project.api.Workspace;
import org.openide.util.NbBundle;

/** What workspaces are called: short, so that their tabs can be read, and each otherwise than all others. */
final class WorkspaceName {
    private static final int LONGEST_SUBJECT = 32;
    private static final Pattern LAST_NUMBER = Pattern.compile("\\d{1,9}(?=\\D*$)");

    private WorkspaceName() {
    }

    /** Returns a name for a workspace that shows a recipe's view, which no other workspace of the project has. */
    static String of(Recipe recipe, Workspace workspace) {
        Project project = workspace.getProject();
        Set<String> taken = project == null ? Set.of() : project.getWorkspaces().stream()
            .filter(other -> other != workspace).map(Workspace::getName).collect(Collectors.toSet());
        String name = shortened(recipe);
        String free = name;
        for (int number = 2; taken.contains(free); number++) {
            free = NbBundle.getMessage(WorkspaceName.class, "WorkspaceName.numbered", name, number);
        }
        return free;
    }

    /** Returns whether a workspace bears the name that it got for a recipe, numbered or not. */
    static boolean isOf(Recipe recipe, String name) {
        String unnumbered = shortened(recipe);
        Matcher number = LAST_NUMBER.matcher(name);
        return name.equals(unnumbered) || number.find() && name.equals(NbBundle.getMessage(WorkspaceName.class,
            "WorkspaceName.numbered", unnumbered, Integer.parseInt(number.group())));
    }

    /** Returns what is shown, and of which dump: the last one, without what all of them have at their ends. */
    static String shortened(Recipe recipe) {
        String about = recipe.about().replaceAll("\\s+", " ").trim();
        String what = about.length() <= LONGEST_SUBJECT ? about
            : about.substring(0, LONGEST_SUBJECT / 2) + "\u2026" + about.substring(about.length()
                - LONGEST_SUBJECT / 2);
        String last = UnpackedName.lastOf(recipe.dumps().get(recipe.dumps().size() - 1));
        return recipe.subject().title() + (what.isEmpty() ? "" : " " + what) + ": "
            + last.replaceFirst("(?i)(\\.(json|jsonl|ndjson|dump|heap))?(\\.(gz|bz2|zip))?$", "");
    }
}
