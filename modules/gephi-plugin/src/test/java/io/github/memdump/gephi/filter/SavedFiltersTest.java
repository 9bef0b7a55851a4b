package io.github.memdump.gephi.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import io.github.memdump.gephi.heap.DumpFile;
import io.github.memdump.gephi.heap.Recipes;
import io.github.memdump.gephi.task.TicketTask;
import io.github.memdump.gephi.workspace.ViewWorkspace;
import io.github.memdump.testing.RandomHeap;
import io.github.memdump.view.Recipe;
import io.github.memdump.view.ViewBudget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gephi.filters.api.FilterController;
import org.gephi.filters.api.FilterModel;
import org.gephi.filters.api.Query;
import org.gephi.filters.spi.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openide.util.Lookup;

/** The filters after saving and reopening a project. */
final class SavedFiltersTest {
    @TempDir
    private Path folder;

    @AfterEach
    void closeProject() {
        Gephi.projects().closeCurrentProject();
    }

    private static FilterController controller() {
        return Lookup.getDefault().lookup(FilterController.class);
    }

    private void opened(RandomHeap heap) throws Exception {
        List<DumpFile> dumps = List.of(DumpFile.of(heap.before().writeTo(folder.resolve(heap + "b.json"))),
            DumpFile.of(heap.after().writeTo(folder.resolve(heap + "a.json"))));
        ViewWorkspace.open(Recipes.of(Recipe.Subject.BORDER, dumps, "", ViewBudget.of(100, 300)), dumps,
            new TicketTask());
    }

    private static <F extends SelectionFilter> F of(F filter, String selection) {
        filter.setSelection(FilterText.of(selection));
        return filter;
    }

    @Test
    void textsAndNumbersSurviveSavingAndReopening() throws Exception {
        opened(RandomHeap.ofSeed(2));
        String selection = "class =~ /A&B<c>/ and memsize < 1k and name != \"\u00e9 %41+\" and file !~ \"/gems/\""
            + " and (memsize > 10 && retained_size < 1m || generation >= 3 && memsize < 5) and class != \"A<b>&c\"";
        ReachableFilter reachable = of(new ReachableFilter(), selection);
        reachable.setDepth(3);
        ClassFilter byName = new ClassFilter();
        byName.setPattern(FilterText.of("#<Class:Foo & Bar>"));
        BorderFilter border = new BorderFilter();
        border.setSide(BorderSide.OLD);
        KeepAliveRangeFilter range = new KeepAliveRangeFilter();
        range.setFrom(1000L);
        range.setOthers(true);
        KeptAliveFilter alive = of(new KeptAliveFilter(), "new");
        alive.setInsideNew(false);
        for (Filter filter : List.of(reachable, byName, border, range, alive)) {
            controller().add(controller().createQuery(filter));
        }
        Path file = Files.createFile(folder.resolve("project.gephi"));
        Gephi.projects().saveProject(Gephi.projects().getCurrentProject(), file.toFile());
        Gephi.projects().closeCurrentProject();
        Gephi.projects().openProject(file.toFile());
        assertEquals(selection, read(ReachableFilter.class).getSelection().toString());
        assertEquals(3, read(ReachableFilter.class).getDepth());
        assertEquals("#<Class:Foo & Bar>", read(ClassFilter.class).getPattern().toString());
        assertEquals(BorderSide.OLD, read(BorderFilter.class).getSide());
        assertEquals(1000L, read(KeepAliveRangeFilter.class).getFrom());
        assertEquals(RangeOfFigures.NO_END, read(KeepAliveRangeFilter.class).getTo());
        assertTrue(read(KeepAliveRangeFilter.class).isOthers());
        assertEquals("new", read(KeptAliveFilter.class).getSelection().toString());
        assertFalse(read(KeptAliveFilter.class).isInsideNew());
    }

    @Test
    void aSavedTextHasNothingThatXmlEscapes() {
        FilterTextEditor editor = new FilterTextEditor();
        FilterText text = FilterText.of("class =~ /A&B<c>/ and name != \"\u00e9 %41+\" or type = 'X'");
        editor.setValue(text);
        assertTrue(editor.getAsText().matches("[\\w%+.*-]+"), editor.getAsText());
        FilterTextEditor reader = new FilterTextEditor();
        reader.setAsText(editor.getAsText());
        assertEquals(text, reader.getValue());
    }

    private static <F extends Filter> F read(Class<F> type) {
        FilterModel model = controller().getModel(Gephi.workspace());
        return Stream.of(model.getQueries()).map(Query::getFilter).filter(type::isInstance).map(type::cast)
            .findFirst().orElseThrow();
    }
}
