package io.github.memdump.cli.report.picture;

import io.github.memdump.view.NodeRole;
import io.github.memdump.view.View;
import io.github.memdump.view.ViewNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Title, subtitle and the meaning of colours and sizes, above the picture. */
final class Legend {
    private static final double TITLE = 21;
    private static final double SMALL = 12;
    private static final double GAP = 18;
    private static final double WIDEST = 1000;

    private final PictureText words;
    private final Letters letters;
    private final Set<NodeRole> roles = EnumSet.noneOf(NodeRole.class);
    private final List<List<NodeRole>> rows = new ArrayList<>();
    private final List<String> title;

    Legend(View view, PictureText words, Letters letters) {
        this.words = words;
        this.letters = letters;
        for (ViewNode node : view.nodes()) {
            NodeRole.ofColour(node.rgb()).ifPresent(roles::add);
        }
        title = letters.wrapped(letters.writable(words.title()), WIDEST / TITLE);
        double x = WIDEST;
        for (NodeRole role : roles) {
            if (x + width(role) > WIDEST) {
                rows.add(new ArrayList<>());
                x = 0;
            }
            rows.get(rows.size() - 1).add(role);
            x += width(role) + GAP;
        }
    }

    private double width(NodeRole role) {
        return 12 + letters.width(role.meaning()) * SMALL;
    }

    double width() {
        double widest = letters.width(letters.writable(words.subtitle())) * SMALL;
        for (String line : title) {
            widest = Math.max(widest, letters.width(line) * TITLE);
        }
        for (List<NodeRole> row : rows) {
            widest = Math.max(widest, row.stream().mapToDouble(role -> width(role) + GAP).sum());
        }
        return widest;
    }

    double height() {
        return top() + (rows.size() + 1) * GAP;
    }

    private double top() {
        return words.title().isEmpty() ? 24 : 52 + title.size() * TITLE * 1.25;
    }

    /** Draws it at the upper left corner. */
    void draw(Canvas canvas) throws IOException {
        double left = Frame.MARGIN;
        double y = 38;
        for (String line : title) {
            canvas.text(Ink.TEXT, left, y, TITLE, line);
            y += TITLE * 1.25;
        }
        if (!title.isEmpty()) {
            canvas.text(Ink.FAINT, left, y - 6, SMALL, letters.writable(words.subtitle()));
        }
        y = top() + 4;
        for (List<NodeRole> row : rows) {
            double x = left;
            for (NodeRole role : row) {
                canvas.circle(Ink.of(role), x + 4.5, y - 4, 4.5, "");
                canvas.text(Ink.FAINT, x + 13, y, SMALL, role.meaning());
                x += width(role) + GAP;
            }
            y += GAP;
        }
        canvas.text(Ink.FAINT, left, y, SMALL, letters.writable(words.sizeMeaning()));
    }
}
