package io.github.memdump.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The portable command as a server, asked by the official client. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is started by its shell script")
class McpIT {
    private static final Path EXAMPLES = Path.of(System.getProperty("memdump.examples"));

    @TempDir
    private Path folder;

    private McpSyncClient client(String... options) throws Exception {
        Path home = Files.exists(folder.resolve(Published.COMMAND)) ? folder.resolve(Published.COMMAND)
            : Published.unpacked(folder);
        List<String> words = new ArrayList<>(List.of("mcp", EXAMPLES.resolve("before.json.gz").toString(),
            EXAMPLES.resolve("after.json.gz").toString()));
        words.addAll(List.of(options));
        ServerParameters server = ServerParameters.builder(home.resolve("memdump").toString()).args(words)
            .env(Map.of("MEMDUMP_JAVA_HOME", System.getProperty("java.home"), "MEMDUMP_NO_CLASS_ARCHIVE", "1",
                "MEMDUMP_CACHE", folder.resolve("cache").toString())).build();
        McpSyncClient client = McpClient.sync(new StdioClientTransport(server, McpJsonDefaults.getMapper()))
            .requestTimeout(Duration.ofSeconds(60)).build();
        assertEquals(Published.VERSION, client.initialize().serverInfo().version());
        return client;
    }

    private static McpSchema.CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(McpSchema.CallToolResult result) {
        return result.content().stream().map(content -> ((McpSchema.TextContent) content).text())
            .collect(Collectors.joining());
    }

    @Test
    void theOfficialClientFindsTheLeak() throws Exception {
        Path report = Files.createDirectories(folder.resolve("report"));
        Files.writeString(report.resolve("report.json"), "{\"headline\": \"x\"}");
        try (McpSyncClient client = client("--report", report.toString())) {
            List<String> tools = client.listTools().tools().stream().map(McpSchema.Tool::name)
                .collect(Collectors.toList());
            assertTrue(tools.containsAll(List.of("suspects", "stats", "show", "paths", "referrers", "diff", "border")),
                tools.toString());
            String suspects = text(call(client, "suspects", Map.of("rows", 1)));
            assertTrue(suspects.contains("\"class\":\"Shop::Session\""), suspects);
            String holder = suspects.replaceAll("(?s)^.*?\"accumulation_point\":\\{\"object\":\"([^\"]+)\".*", "$1");
            assertTrue(text(call(client, "show", Map.of("address", holder))).contains("leaky_shop.rb"), holder);
            assertTrue(text(call(client, "paths", Map.of("address", holder))).contains("Shop::SessionStore"), holder);
            String first = text(call(client, "stats", Map.of("rows", 2)));
            String second = text(call(client, "stats", Map.of("rows", 2, "page", 2)));
            assertTrue(first.endsWith("\"more\":true}") && second.endsWith("\"more\":true}"), first + second);
            String rows = "\"rows\"";
            assertFalse(first.substring(first.indexOf(rows)).equals(second.substring(second.indexOf(rows))));
            assertEquals("memdump://report.json", client.listResources().resources().get(0).uri());
            McpSchema.ReadResourceResult read = client.readResource(client.listResources().resources().get(0));
            assertTrue(read.contents().get(0).toString().contains("headline"), read.toString());
        }
    }

    @Test
    void noValueIsToldAndNoFileNamedByTheAssistant() throws Exception {
        try (McpSyncClient client = client()) {
            McpSchema.CallToolResult asked = call(client, "stats", Map.of("where", "value =~ /a/"));
            assertTrue(asked.isError() && text(asked).contains("--values"), text(asked));
            for (String address : List.of("--raw", "-o/tmp/x", "/etc/passwd", "0x1 --value")) {
                McpSchema.CallToolResult refused = call(client, "show", Map.of("address", address));
                assertTrue(refused.isError(), text(refused));
            }
            assertTrue(call(client, "stats", Map.of("where", "clas = x")).isError());
            assertFalse(text(call(client, "strings", Map.of())).contains("\"value\":\""));
        }
    }
}
