package io.github.memdump.gephi.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.gephi.Gephi;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gephi.filters.spi.FilterBuilder;
import org.junit.jupiter.api.Test;
import org.openide.util.Lookup;

class FilterCategoryTest {
    @Test
    void standTogetherInOneCategory() {
        List<FilterBuilder> builders = Lookup.getDefault().lookupAll(FilterBuilder.class).stream()
            .filter(builder -> builder.getCategory() != null && "Ruby heap".equals(builder.getCategory().getName()))
            .collect(Collectors.toList());
        assertEquals(Set.of("Class", "New objects", "Border", "Reachable from", "Kept alive by", "Dominated by",
            "Keep-alive range", "Retained size range"),
            builders.stream().map(FilterBuilder::getName).collect(Collectors.toSet()));
        assertEquals(1, builders.stream().map(FilterBuilder::getCategory).distinct().count());
        Gephi.projects().newProject();
        Gephi.graph();
        for (FilterBuilder builder : builders) {
            assertFalse(builder.getDescription().isEmpty());
            assertTrue(builder.getPanel(builder.getFilter(Gephi.workspace())).getComponentCount() > 0);
        }
    }
}
