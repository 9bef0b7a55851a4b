package io.github.memdump.answer.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.AnswerTable;
import io.github.memdump.answer.CellKind;
import io.github.memdump.answer.TableColumn;
import io.github.memdump.export.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RendererTest {
    private static final List<String> WORDS = List.of("aa", "b", "");

    private static AnswerTable<String> table() {
        return AnswerTable.of("rows", WORDS).titled("Words").showing(2).note("What is long.")
            .column(TableColumn.<String>count("length", String::length).titled("letters"))
            .column(TableColumn.<String>share(String::length, 3).titled("%"))
            .column(TableColumn.<String>bytes("memsize", word -> word.isEmpty() ? TableColumn.ABSENT : 2048L)
                .titled("bytes"))
            .column(TableColumn.<String>text(CellKind.CLASS, "key", word -> word).titled("word").orElse("(none)"))
            .column(TableColumn.numberList("parts", word -> new long[] {1, word.length()}))
            .build();
    }

    private static Answer answer() {
        return Answer.builder().say("Three words.").fact("words", 3).detail("one is empty").table(table())
            .section("inner", "Inside", Answer.builder().say("Here.").fact("yes", true).build())
            .sections("list", List.of(Answer.builder().fact("n", 1).build(), Answer.builder().fact("n", 2).build()))
            .list("names", List.of("x", "y")).next("memdump stats DUMP", "counts them").build();
    }

    @Test
    void textHasParagraphsTablesSectionsAndTheNextStepWithBlankLinesBetween() throws IOException {
        assertEquals("Three words.\n  one is empty\n\nWords\nletters       %    bytes  word\n"
            + "      2  66.7 %  2.0 KiB  aa\n      1  33.3 %  2.0 KiB  b\n… and 1 more (--top all shows them)\n\n"
            + "What is long.\n\nInside\nHere.\n\nNext: memdump stats DUMP counts them.\n",
            TextRenderer.text(answer(), OptionalInt.empty()));
    }

    @Test
    void textSaysWhatStandsForAnEmptyCellAndShowsAsManyRowsAsAreAskedFor() throws IOException {
        assertEquals("Words\nletters       %    bytes  word\n      2  66.7 %  2.0 KiB  aa\n"
            + "      1  33.3 %  2.0 KiB  b\n      0   0.0 %           (none)\n\nWhat is long.\n",
            TextRenderer.text(Answer.builder().table(table()).build(), OptionalInt.of(9)));
    }

    @Test
    void jsonHasFiguresAndRowsAndNoSentence() throws IOException {
        assertEquals("{\"words\":3,\"rows\":[{\"length\":2,\"memsize\":2048,\"key\":\"aa\",\"parts\":[1,2]},"
            + "{\"length\":1,\"memsize\":2048,\"key\":\"b\",\"parts\":[1,1]},"
            + "{\"length\":0,\"memsize\":null,\"key\":\"\",\"parts\":[1,0]}],\"inner\":{\"yes\":true},"
            + "\"list\":[{\"n\":1},{\"n\":2}],\"names\":[\"x\",\"y\"]}", json(answer(), OptionalInt.empty()));
    }

    @Test
    void csvHasTheFirstTableWithFieldNames() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvRenderer.write(Answer.builder().table(AnswerTable.of("rows", WORDS)
            .column(TableColumn.<String>count("length", String::length))
            .column(TableColumn.<String>text("key", word -> word)).build()).build(), OptionalInt.of(2),
            new CsvWriter(bytes));
        assertEquals("length,key|2,aa|1,b|", bytes.toString(StandardCharsets.UTF_8).replace("\r", "")
            .replace('\n', '|'));
    }

    @Test
    void whatComesFromADumpIsSafeInTextAndInHtml() throws IOException {
        Answer hostile = Answer.builder().say("a\u001b[31m<b>\u202e")
            .table(AnswerTable.of("", List.of("<script>\u0007"))
                .column(TableColumn.<String>text(null, word -> word).titled("x")).build()).build();
        assertEquals("a\\x1B[31m<b>\\u{202E}\n\nx\n<script>\\x07\n", TextRenderer.text(hostile, OptionalInt.empty()));
        assertEquals("<p>a\\x1B[31m&lt;b&gt;\\u{202E}</p>\n<table><thead><tr><th>x</th></tr></thead><tbody>\n"
            + "<tr><td>&lt;script&gt;\\x07</td></tr>\n</tbody></table>\n", HtmlRenderer.html(hostile, 2));
    }

    @Test
    void htmlNestsHeadingsAndAlignsNumbers() throws IOException {
        String html = HtmlRenderer.html(answer(), 3);
        assertEquals(true, html.contains("<h3>Inside</h3>\n<p>Here.</p>"), html);
        assertEquals(true, html.contains("<td class=\"number\">66.7 %</td>"), html);
        assertEquals(true, html.contains("<tfoot><tr><td colspan=\"4\">… and 1 more</td></tr></tfoot>"), html);
    }

    private static String json(Answer answer, OptionalInt top) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonRenderer.generator(bytes)) {
            json.writeStartObject();
            JsonRenderer.write(answer, top, json);
            json.writeEndObject();
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
