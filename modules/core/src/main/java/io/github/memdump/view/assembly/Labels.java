package io.github.memdump.view.assembly;

import io.github.memdump.view.ViewFan;
import io.github.memdump.view.choice.ViewObjects;
import io.github.memdump.view.layout.Positions;
import java.util.Arrays;

/**
 * What is written beside the nodes that matter: the name of each trunk node, and for each larger group of equals in a
 * disc its name and number beside the largest of them; and how many are not shown, where these are many.
 */
final class Labels {
    /** A group is named if it has this part of its disc. */
    private static final double PART_OF_DISC = 0.04;
    private static final int GROUPS_OF_A_DISC = 4;
    /** A rest is named if it is at least one so-manieth of the largest. */
    private static final int PART_OF_LARGEST_REST = 50;

    private final ViewObjects shown;
    private final String[] names;

    Labels(ViewObjects shown, String[] names) {
        this.shown = shown;
        this.names = names;
    }

    /** Returns the labels by position, empty where nothing is written. */
    String[] texts(Positions positions, FanGroups[] fans) {
        String[] texts = new String[shown.size()];
        Arrays.fill(texts, "");
        for (int i = 0; i < texts.length; i++) {
            if (positions.onTrunk(i)) {
                texts[i] = names[i];
            }
        }
        for (FanGroups fan : fans) {
            int written = 0;
            for (int g = 0; g < fan.groups().size() && written < GROUPS_OF_A_DISC; g++) {
                ViewFan.Group group = fan.groups().get(g);
                if (group.shown() > 0 && group.shown() >= PART_OF_DISC * fan.shown()) {
                    texts[fan.largest(g)] = group.held() > 1 ? group.name() + " ×" + group.held() : group.name();
                    written++;
                }
            }
        }
        labelRests(texts);
        return texts;
    }

    /** Beside a rest of thousands those of two or three need no words. */
    private void labelRests(String[] texts) {
        int largest = 0;
        for (int i = 0; i < texts.length; i++) {
            largest = Math.max(largest, shown.isRest(i) ? shown.rest(i) : 0);
        }
        for (int i = 0; i < texts.length; i++) {
            if (shown.isRun(i)) {
                texts[i] = names[i];
            } else if (shown.isRest(i)) {
                texts[i] = (long) shown.rest(i) * PART_OF_LARGEST_REST >= largest ? names[i] : "";
            }
        }
    }
}
