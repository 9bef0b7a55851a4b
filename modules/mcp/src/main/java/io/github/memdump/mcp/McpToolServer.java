package io.github.memdump.mcp;

import io.github.memdump.assist.Document;
import io.github.memdump.assist.Tool;
import io.github.memdump.assist.ToolServer;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Serves by the Model Context Protocol (modelcontextprotocol.io), one call after another. */
public final class McpToolServer implements ToolServer {
    private static final String SCHEME = "memdump://";

    private final Object turn = new Object();

    @Override
    public void serve(String version, List<Tool> tools, List<Document> documents, InputStream in, OutputStream out)
            throws IOException {
        Watched input = new Watched(in);
        StdioServerTransportProvider transport = new StdioServerTransportProvider(McpJsonDefaults.getMapper(), input,
            out);
        McpSyncServer server = McpServer.sync(transport).serverInfo("memdump", version)
            .instructions("Heap dumps of a Ruby process are open. Begin with suspects; then show, paths and referrers"
                + " of an address. Lists come in pages.")
            .capabilities(McpSchema.ServerCapabilities.builder().tools(false).resources(false, false).build())
            .tools(tools.stream().map(this::specified).collect(Collectors.toList()))
            .resources(documents.stream().map(this::specified).collect(Collectors.toList())).build();
        boolean isWhole = input.awaitEnd();
        server.closeGracefully();
        if (!isWhole) {
            throw new IOException("What came on standard input is not of the Model Context Protocol. Let an assistant"
                + " start this command.");
        }
    }

    private SyncToolSpecification specified(Tool tool) {
        McpSchema.Tool described = McpSchema.Tool.builder().name(tool.name()).description(tool.description())
            .inputSchema(tool.schema()).build();
        return new SyncToolSpecification(described, (exchange, request) -> {
            Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
            synchronized (turn) {
                try {
                    return McpSchema.CallToolResult.builder().addTextContent(tool.answer(arguments)).isError(false)
                        .build();
                } catch (IOException failed) {
                    return McpSchema.CallToolResult.builder().addTextContent(String.valueOf(failed.getMessage()))
                        .isError(true).build();
                }
            }
        });
    }

    private SyncResourceSpecification specified(Document document) {
        String uri = SCHEME + document.name();
        McpSchema.Resource described = McpSchema.Resource.builder().uri(uri).name(document.name())
            .description(document.description()).mimeType(document.type()).build();
        return new SyncResourceSpecification(described, (exchange, request) -> {
            synchronized (turn) {
                try {
                    return new McpSchema.ReadResourceResult(List.of(
                        new McpSchema.TextResourceContents(uri, document.type(), document.text())));
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        });
    }

    /** Says when the input has ended: the assistant has gone. */
    private static final class Watched extends FilterInputStream {
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile Thread reader;

        Watched(InputStream in) {
            super(in);
        }

        /** Returns true at the end of the input, false if it is read no more: the library gives up at nonsense. */
        boolean awaitEnd() {
            try {
                while (!ended.await(100, TimeUnit.MILLISECONDS)) {
                    if (reader != null && !reader.isAlive()) {
                        return ended.getCount() == 0;
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            reader = Thread.currentThread();
            return seen(super.read());
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            reader = Thread.currentThread();
            return seen(super.read(bytes, offset, length));
        }

        private int seen(int count) {
            if (count < 0) {
                ended.countDown();
            }
            return count;
        }
    }
}
