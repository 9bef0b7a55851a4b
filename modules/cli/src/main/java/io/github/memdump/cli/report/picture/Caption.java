package io.github.memdump.cli.report.picture;

import io.github.memdump.answer.Figures;
import io.github.memdump.view.NodeRole;
import io.github.memdump.view.ViewFan;
import java.util.ArrayList;
import java.util.List;

/** What is written beside a disc: what its hub holds, in at most so many lines. Immutable. */
final class Caption {
    private static final double WIDEST = 30;

    /** One line: a dot of the colour of what it names, and the words. */
    static final class Line {
        final Ink dot;
        final String text;
        final String remark;

        Line(Ink dot, String text, String remark) {
            this.dot = dot;
            this.text = text;
            this.remark = remark;
        }
    }

    private final List<Line> lines = new ArrayList<>();

    /** Makes a caption; {@code hubless} is what it says of objects that hang on nothing. */
    Caption(ViewFan fan, String hubless, int most, Letters letters) {
        if (fan.hub() == ViewFan.NO_HUB && !fan.groups().isEmpty()) {
            lines.add(new Line(Ink.OLD, hubless, ""));
        }
        List<ViewFan.Group> groups = fan.groups();
        int named = groups.size() <= most ? groups.size() : most - 1;
        for (int g = 0; g < named; g++) {
            ViewFan.Group group = groups.get(g);
            String count = group.held() == 1 ? "" : " ×" + Figures.count(group.held());
            String text = letters.fitted(letters.writable(group.name()), WIDEST - letters.width(count)) + count;
            lines.add(new Line(Ink.ofColour(group.rgb()), text, remark(group)));
        }
        if (named < groups.size()) {
            int objects = groups.subList(named, groups.size()).stream().mapToInt(ViewFan.Group::held).sum();
            String text = named == 0 ? Figures.count(objects, "object") : Figures.count(objects) + " more";
            lines.add(new Line(Ink.ofColour(groups.get(named).rgb()), text, ""));
        }
    }

    private static String remark(ViewFan.Group group) {
        if (group.shown() == 0) {
            return "held too";
        }
        if (NodeRole.ofColour(group.rgb()).filter(Caption::isOld).isPresent()) {
            return group.newWithin() == 0 ? "(old)"
                : "(old, with " + Figures.count(group.newWithin()) + " new)";
        }
        if (group.mostKept() > 1) {
            return "(keeping " + (group.held() > 1 ? "up to " : "") + Figures.count(group.mostKept()) + " alive)";
        }
        return group.shown() < group.held() ? "(" + Figures.count(group.shown()) + " shown)" : "";
    }

    private static boolean isOld(NodeRole role) {
        return role == NodeRole.OLD || role == NodeRole.HOLDER;
    }

    List<Line> lines() {
        return lines;
    }
}
