package io.github.memdump.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.memdump.Loading;
import io.github.memdump.heap.Heap;
import io.github.memdump.testing.HeapDsl;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeOriginTest {
    @ParameterizedTest
    @CsvSource({"/usr/lib/ruby/gems/3.1.0/gems/rack-3.1.8/lib/rack.rb, rack-3.1.8, true",
        "/srv/vendor/bundle/ruby/3.2.0/gems/concurrent-ruby-1.2.3/lib/a.rb, concurrent-ruby-1.2.3, true",
        "/srv/bundle/ruby/3.2.0/bundler/gems/shop-3f2a9c01b7de/lib/a.rb, shop-3f2a9c01b7de, true",
        "/usr/lib/ruby/vendor_ruby/sequel/dataset.rb, sequel, true",
        "/usr/lib/ruby/vendor_ruby/sequel.rb, sequel, true",
        "/usr/lib/ruby/3.1.0/set.rb, ruby's library, true", "C:\\Ruby\\lib\\ruby\\3.2.0\\set.rb, ruby's library, true",
        "<internal:pack>, ruby itself, true", "/srv/app/models/a.rb, application, false",
        "app.rb, application, false", "/srv/gems.rb, application, false", "'', '', false"})
    void aFileIsOfItsGemOfRubyOrOfTheApplication(String file, String origin, boolean isLibrary) {
        assertEquals(origin, CodeOrigin.of(file));
        assertEquals(isLibrary, CodeOrigin.isLibrary(file));
    }

    @Test
    void objectsAreGroupedByGemAndByKind() {
        Heap heap = Loading.load(HeapDsl.heap().root("vm", "a", "b", "c", "d", "e", "f").klass("Proc").klass("Item")
            .imemo("a", "iseq").imemo("b", "iseq").imemo("c", "env").data("d", "proc").ofClass("Proc")
            .object("e").ofClass("Item").allocatedAt("/x/gems/rack-3.1/lib/rack.rb", 1, "new").object("f")
            .ofClass("Item").allocatedAt("/app/a.rb", 1, "new").allocatedAt("/x/gems/rack-3.1/lib/b.rb", 4, "new"));
        Map<String, Long> kinds = counts(heap, Grouping.KIND);
        assertEquals("2 1 1 2", kinds.get("IMEMO iseq") + " " + kinds.get("IMEMO env") + " " + kinds.get("DATA proc")
            + " " + kinds.get("Item"));
        assertEquals(2L, counts(heap, Grouping.GEM).get("rack-3.1"));
    }

    private static Map<String, Long> counts(Heap heap, Grouping by) {
        Map<String, Long> counts = new TreeMap<>();
        Histogram.of(heap, by).rows().forEach(row -> counts.put(row.key(), row.count()));
        return counts;
    }
}
