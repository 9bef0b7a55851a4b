package io.github.memdump.assist;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Serves tools and documents by some protocol over two streams; found by the service loader. */
public interface ToolServer {
    /**
     * Serves until the input ends.
     *
     * @param version   the version of the program
     * @param tools     what can be called, one call at a time
     * @param documents what can be read
     * @throws IOException if a stream fails
     */
    void serve(String version, List<Tool> tools, List<Document> documents, InputStream in, OutputStream out)
            throws IOException;
}
