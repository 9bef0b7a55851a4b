package io.github.memdump.gephi.window;

import io.github.memdump.analysis.Border;
import io.github.memdump.analysis.Findings;
import io.github.memdump.analysis.HeapDiff;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.EquivalentCommand;
import io.github.memdump.gephi.heap.HeapCaveats;
import io.github.memdump.gephi.heap.UnpackedName;
import io.github.memdump.gephi.heap.WorkspaceHeap;
import io.github.memdump.gephi.style.StyleLegend;
import io.github.memdump.gephi.swing.Amounts;
import io.github.memdump.gephi.swing.RoleColour;
import io.github.memdump.text.XmlText;
import io.github.memdump.view.NodeRole;
import io.github.memdump.view.Recipe;
import java.util.List;
import java.util.Optional;
import org.openide.util.NbBundle;

/** What the Memdump window tells about a workspace, as simple HTML. Looks at the disk: not for the event thread. */
final class Facts {
    private final StringBuilder html = new StringBuilder();

    private Facts() {
    }

    /** Returns the facts of a workspace that was made from a dump. */
    static String of(WorkspaceHeap heap, int nodes, int edges) {
        Facts facts = new Facts();
        facts.html.append("<h3>").append(XmlText.escaped(heap.recipe().title())).append("</h3>");
        facts.dumps(heap);
        facts.heading("Facts.view");
        facts.line("Facts.shown", nodes, edges, heap.recipe().budget().nodes(), heap.recipe().budget().edges());
        heap.omissions().forEach(facts::sentence);
        StyleLegend.ofCurrent().ifPresent(facts::chosen);
        if (StyleLegend.ofCurrent().map(legend -> legend.heading(StyleLegend.Part.COLOURS).isEmpty()).orElse(true)) {
            facts.legend(heap.recipe());
        }
        Optional<Findings> findings = heap.loaded();
        findings.ifPresent(facts::findings);
        EquivalentCommand.of(heap.recipe()).ifPresent(facts::command);
        return facts.html.toString();
    }

    /** Returns what is said of a workspace that was not made from a dump. */
    static String ofNothing() {
        return "<p>" + text("Facts.nothing") + "</p>";
    }

    private void dumps(WorkspaceHeap heap) {
        List<DumpFile> dumps = heap.dumps();
        heading("Facts.dumps");
        for (int i = 0; i < dumps.size(); i++) {
            DumpFile dump = dumps.get(i);
            html.append("<p><b>").append(role(i, dumps.size())).append("</b> ").append(XmlText.escaped(dump.name()))
                .append(text("Facts.size", Amounts.bytes(dump.bytes())))
                .append("<br><small>").append(XmlText.escaped(String.valueOf(dump.path().getParent())))
                .append("</small></p>");
            DumpFile.State state = dump.state();
            if (state != DumpFile.State.SAME) {
                warning(text(state == DumpFile.State.GONE ? "Facts.gone" : "Facts.changed"));
            } else if (UnpackedName.isTemporary(dump.path().getFileName().toString())) {
                sentence(text("Facts.temporary"));
            }
        }
        if (heap.loaded().isEmpty()) {
            sentence(text("Facts.notLoaded"));
        }
    }

    private static String role(int dump, int all) {
        return all > 2 ? text("Facts.numbered", dump + 1) : text(all == 1 ? "Facts.single"
            : dump == 0 ? "Facts.before" : "Facts.after");
    }

    private void findings(Findings findings) {
        heading("Facts.heap");
        line("Facts.objects", findings.heap().objectCount(), findings.heap().facts().references(),
            Amounts.bytes(findings.heap().facts().memsize()));
        findings.diff().ifPresent(this::comparison);
        findings.border().ifPresent(this::border);
        HeapCaveats.of(findings).forEach(this::warning);
    }

    private void comparison(HeapDiff diff) {
        line("Facts.new", diff.newObjects().size(), Amounts.bytes(diff.newMemsize()),
            diff.goneObjects());
    }

    private void border(Border border) {
        line("Facts.border", border.oldBorder().size(), border.newBorder().size(), border.edgesAcross());
    }

    private void command(String line) {
        heading("Facts.command");
        html.append("<p><code>").append(XmlText.escaped(line)).append("</code></p>");
    }

    private void chosen(StyleLegend legend) {
        for (StyleLegend.Part part : StyleLegend.Part.values()) {
            if (!legend.heading(part).isEmpty()) {
                html.append("<p>").append(XmlText.escaped(legend.heading(part))).append("<br>");
                legend.entries(part).forEach(entry -> colour(entry.rgb(), entry.meaning()));
                html.append("</p>");
            }
        }
    }

    private void colour(int rgb, String meaning) {
        html.append(String.format("<font color=\"#%06x\">\u25cf</font> ", rgb)).append(XmlText.escaped(meaning))
            .append("<br>");
    }

    private void legend(Recipe recipe) {
        html.append("<p>");
        boolean hasMembers = recipe.subject().isAboutSomething() || recipe.subject() == Recipe.Subject.SUSPECTS
            || recipe.subject() == Recipe.Subject.GROWTH;
        boolean ofGroups = recipe.subject().isOfGroups();
        for (NodeRole role : NodeRole.values()) {
            boolean withoutDiff = role == NodeRole.CODE || role == NodeRole.CONTAINER || role == NodeRole.VALUE;
            boolean member = role == NodeRole.MEMBER;
            boolean used = role == NodeRole.ROOT || role == NodeRole.REST
                || (member ? hasMembers : withoutDiff == (ofGroups || recipe.dumps().size() < 2));
            if (used) {
                colour(RoleColour.of(role).getRGB() & 0xFFFFFF, role.meaning());
            }
        }
        html.append("</p>");
    }

    private void heading(String key) {
        html.append("<h4>").append(text(key)).append("</h4>");
    }

    private void line(String key, Object... values) {
        html.append("<p>").append(text(key, values)).append("</p>");
    }

    private void sentence(String text) {
        html.append("<p>").append(XmlText.escaped(text)).append("</p>");
    }

    private void warning(String text) {
        html.append("<p><font color=\"#e8590c\"><b>!</b></font> ").append(XmlText.escaped(text)).append("</p>");
    }

    private static String text(String key, Object... values) {
        return NbBundle.getMessage(Facts.class, key, values);
    }
}
