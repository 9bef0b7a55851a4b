package io.github.memdump.gephi.window;

import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.text.XmlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openide.util.NbBundle;

/**
 * The dumps of all workspaces of a project: which of them are in memory, and how many workspaces show each. Looks at
 * the disk, so not for the event thread. Immutable once made.
 */
final class ProjectDumps {
    /** The beginning of the links that compare a dump, before its number. */
    static final String COMPARE = "compare:";

    private final Map<DumpFile, List<WorkspaceHeap>> users = new LinkedHashMap<>();
    private final List<DumpFile> dumps;

    private ProjectDumps(List<WorkspaceHeap> heaps) {
        for (WorkspaceHeap heap : heaps) {
            for (DumpFile dump : heap.dumps()) {
                users.computeIfAbsent(dump, absent -> new ArrayList<>()).add(heap);
            }
        }
        dumps = List.copyOf(users.keySet());
    }

    /** Returns the dumps behind some workspaces, in the order in which they are first met. */
    static ProjectDumps of(List<WorkspaceHeap> heaps) {
        return new ProjectDumps(heaps);
    }

    /** Returns the dumps. */
    List<DumpFile> dumps() {
        return dumps;
    }

    /** Returns whether the heap of a dump is held in memory by one of the workspaces. */
    boolean isInMemory(DumpFile dump) {
        return users.get(dump).stream().anyMatch(heap -> heap.shown().equals(dump) && heap.loaded().isPresent());
    }

    /** Returns the dump that a link is about. */
    Optional<DumpFile> linked(String link) {
        int number = link.startsWith(COMPARE) ? Integer.parseInt(link.substring(COMPARE.length())) : dumps.size();
        return number < dumps.size() ? Optional.of(dumps.get(number)) : Optional.empty();
    }

    /** Returns the dumps that another one can be compared with. */
    List<DumpFile> others(DumpFile dump) {
        List<DumpFile> others = new ArrayList<>(dumps);
        others.remove(dump);
        return others;
    }

    /** Returns the dumps as a list in HTML; empty if there are none. */
    String html() {
        if (dumps.isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<h4>").append(text("ProjectDumps")).append("</h4>");
        for (int i = 0; i < dumps.size(); i++) {
            DumpFile dump = dumps.get(i);
            html.append("<p><b>").append(XmlText.escaped(dump.name())).append("</b> ")
                .append(text("ProjectDumps.line", Amounts.bytes(dump.bytes()), state(dump), users.get(dump).size()))
                .append(" <a href=\"" + COMPARE).append(i).append("\">").append(text("ProjectDumps.compare"))
                .append("</a></p>");
        }
        return html.toString();
    }

    private String state(DumpFile dump) {
        if (isInMemory(dump)) {
            return text("ProjectDumps.inMemory");
        }
        return text(dump.state() == DumpFile.State.SAME ? "ProjectDumps.onDisk" : "ProjectDumps.missing");
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(ProjectDumps.class, key, values);
    }
}
