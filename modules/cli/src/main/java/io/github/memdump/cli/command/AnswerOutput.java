package io.github.memdump.cli.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.answer.Answer;
import io.github.memdump.answer.render.CsvRenderer;
import io.github.memdump.answer.render.JsonRenderer;
import io.github.memdump.answer.render.TextRenderer;
import io.github.memdump.export.CsvWriter;
import io.github.memdump.file.Output;
import io.github.memdump.file.Target;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.OptionalInt;

/** Where answers go to: standard output or a file, as text, JSON or CSV. Not thread-safe. */
public final class AnswerOutput {
    private final Session session;
    private final Warnings warnings;
    private final OptionalInt top;

    AnswerOutput(Session session, Warnings warnings, OptionalInt top) {
        this.session = session;
        this.warnings = warnings;
        this.top = top;
    }

    /** Writes the one JSON document to standard output. */
    void json(Answer answer) throws IOException {
        try (JsonGenerator json = JsonRenderer.generator(new LineEnd(session.recordsOut()))) {
            write(answer, json);
        }
    }

    /** Prints an answer for people. */
    void text(Answer answer) throws IOException {
        session.print(TextRenderer.text(answer, top));
    }

    /** Writes the first table to standard output as CSV. */
    public void csv(Answer answer) throws IOException {
        CsvRenderer.write(answer, top,
            CsvWriter.withLineFeeds(new BufferedOutputStream(session.textOut(), 1 << 16)));
    }

    /** Writes a file in full or not at all: JSON if its name ends in {@code .json}, else the first table as CSV. */
    public void save(Answer answer, Target target) throws IOException {
        try (Output file = Output.to(target)) {
            if (target.endsWith(".json")) {
                try (JsonGenerator json = JsonRenderer.generator(file.stream())) {
                    write(answer, json);
                    json.writeRaw('\n');
                }
            } else {
                CsvRenderer.write(answer, top, new CsvWriter(file.stream()));
            }
            file.commit();
        }
    }

    private void write(Answer answer, JsonGenerator json) throws IOException {
        json.writeStartObject();
        JsonRenderer.write(answer, top, json);
        warnings.writeTo(json);
        json.writeEndObject();
    }
}
