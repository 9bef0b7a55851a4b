package io.github.memdump.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.memdump.testing.JsonTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The schemas that are published, by what each is of. */
final class PublishedSchema {
    static final Path FOLDER = Path.of("../../src/docs/schemas");

    private static final SchemaRegistry REGISTRY =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private PublishedSchema() {
    }

    /** Fails unless a document is as the schema of a command says, and names no field that the schema does not. */
    static void requireValid(String command, String document) throws IOException {
        String schema = Files.readString(FOLDER.resolve(command + ".schema.json"));
        assertEquals(List.of(), REGISTRY.getSchema(schema, InputFormat.JSON).validate(document, InputFormat.JSON));
        requireNamed(JsonTree.read(schema).at(), JsonTree.read(document).at(), command);
    }

    /** A schema lets fields be added; whoever adds one tells of it. */
    private static void requireNamed(Object schema, Object value, String where) {
        if (value instanceof List) {
            Object items = ((Map<?, ?>) schema).get("items");
            ((List<?>) value).forEach(item -> requireNamed(items, item, where + "[]"));
        } else if (value instanceof Map) {
            Map<?, ?> said = (Map<?, ?>) schema;
            Map<?, ?> fields = said.get("properties") == null ? Map.of() : (Map<?, ?>) said.get("properties");
            ((Map<?, ?>) value).forEach((key, inside) -> {
                Object field = fields.containsKey(key) ? fields.get(key) : said.get("additionalProperties");
                assertTrue(field instanceof Map, where + "." + key + " is in no schema: src/docs/schemas");
                requireNamed(field, inside, where + "." + key);
            });
        }
    }
}
