package io.github.memdump.budget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.memdump.Loading;
import io.github.memdump.analysis.Findings;
import io.github.memdump.select.Selection;
import io.github.memdump.task.Task;
import io.github.memdump.testing.HeapDsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What budgets say and measure. */
class BudgetTest {
    /** A store of two sessions that share a cart; the second session holds the first; and one string held elsewhere. */
    private static HeapDsl shop() {
        return HeapDsl.heap().klass("Store").klass("Session").klass("Cart")
            .root("vm", "store", "Store", "Session", "Cart")
            .object("store").ofClass("Store").memsize(40)
            .object("one").ofClass("Session").memsize(100)
            .object("two").ofClass("Session").memsize(200).heldBy("store").refers("one")
            .change("store").refers("one")
            .object("cart").ofClass("Cart").memsize(1_000).heldBy("one", "two")
            .object("outside").ofClass("Cart").memsize(7).heldBy("one", "store");
    }

    private static Findings findings(HeapDsl heap) {
        return Findings.of(Loading.load(heap)).build();
    }

    private static long value(String budget, Findings findings) throws BudgetException {
        return Budget.parse(budget).measured(findings, Task.UNWATCHED).value();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "retained_size(class =~ /Session/) > 50M;     retained_size; class =~ /Session/; >;  52428800",
        "count>10_000;                                count;         '';                 >;  10000",
        "  New-Count ( new )  >=  1.5 k ;             new_count;     ' new ';            >=; 1536",
        "memsize(class = 'a)b(') < 50 MiB;            memsize;       class = 'a)b(';     <;  52428800",
        "memsize(file =~ /\\)/ and (old)) <= 2gb;     memsize;       file =~ /\\)/ and (old); <=; 2147483648",
        "retained_count(root) != 7;                   retained_count; root;              !=; 7",
        "keepalive_count == 500b;                     keepalive_count; '';               ==; 500",
    })
    void readsMeasureSelectionAndLimit(String text, String measure, String selection, String operator, long limit)
            throws BudgetException {
        Budget budget = Budget.parse(text);
        assertEquals(measure, budget.measure().id());
        assertEquals(selection, budget.selection().map(Selection::text).orElse(""));
        assertEquals(operator, budget.operator());
        assertEquals(limit, budget.limit());
        assertEquals(text, budget.text());
    }

    @Test
    void whatASetRetainsIsNeitherTheSumNorWithoutWhatItShares() throws BudgetException {
        Findings shop = findings(shop());
        assertEquals(1_300, value("retained_size(class = Session) > 0", shop), "both sessions and their cart, once");
        assertEquals(3, value("retained_count(class = Session) > 0", shop));
        assertEquals(200, value("retained_size(class = Session and memsize > 100) > 0", shop), "the cart is shared");
        assertEquals(1_347, value("retained_size > 0", shop), "all that is reachable");
        assertEquals(0, value("retained_size(class = Nobody) > 0", shop));
    }

    @ParameterizedTest
    @CsvSource({"> 2, true", "> 3, false", ">= 3, true", ">= 4, false", "< 3, false", "< 4, true", "<= 2, false",
        "<= 3, true", "= 3, true", "= 2, false", "== 3, true", "!= 3, false", "!= 2, true"})
    void isBrokenWhereItIsTrue(String comparison, boolean broken) throws BudgetException {
        Measured measured = Budget.parse("retained_count(class = Session) " + comparison)
            .measured(findings(shop()), Task.UNWATCHED);
        assertEquals(broken, measured.isBroken());
        assertEquals(3, measured.value());
        assertEquals(2, measured.objects());
    }

    @Test
    void theExamplesOfTheManualAreBudgets() throws IOException, BudgetException {
        String manual = Files.readString(Path.of("../../src/docs/report.md"));
        Matcher blocks = Pattern.compile("(?s)```budget\n(.*?)```").matcher(manual);
        int met = 0;
        while (blocks.find()) {
            for (String line : blocks.group(1).split("\n")) {
                assertEquals(line, Budget.parse(line).text());
                met++;
            }
        }
        assertTrue(met >= 3, "examples in the manual");
        for (String name : Measure.names()) {
            assertTrue(manual.contains("`" + name + "`"), name);
        }
    }
}
