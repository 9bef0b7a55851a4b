package io.github.memdump.cli.report.picture;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Checks that a file which a library has written is whole: some, Gephi's exporters among them, keep failures to
 * themselves, such as a full disk, and leave a cut file. Each method reads the file once and fails with a sentence.
 */
public final class WholeFile {
    private static final byte[] PNG_END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', (byte) 0xAE, 0x42, 0x60, (byte) 0x82};
    private static final byte[] PNG_BEGIN = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] PDF_BEGIN = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final String PDF_END = "%%EOF";
    private static final int PDF_TAIL = 1024;

    private WholeFile() {
    }

    /** Requires a GEXF file that ends where it has to, with so many nodes and edges. */
    public static void requireGexf(Path file, int nodes, int edges) throws IOException {
        requireSome(file);
        long nodesThere = 0;
        long edgesThere = 0;
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    nodesThere += xml.getLocalName().equals("node") ? 1 : 0;
                    edgesThere += xml.getLocalName().equals("edge") ? 1 : 0;
                }
            }
        } catch (XMLStreamException cut) {
            throw failed(file, "it is cut off", cut);
        }
        if (nodesThere != nodes || edgesThere != edges) {
            throw failed(file, "it has " + nodesThere + " nodes and " + edgesThere + " edges of " + nodes + " and "
                + edges, null);
        }
    }

    /** Requires a Gephi project, which is a zip archive, that can be unpacked to its end. */
    public static void requireProject(Path file) throws IOException {
        requireSome(file);
        int listed;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            listed = zip.size();
        } catch (IOException cut) {
            throw failed(file, "it is cut off", cut);
        }
        int unpacked = 0;
        // This reader checks sums, the other one the list of what there is.
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                zip.transferTo(OutputStream.nullOutputStream());
                unpacked++;
            }
        } catch (IOException damaged) {
            throw failed(file, "it is damaged", damaged);
        }
        if (unpacked != listed || listed == 0) {
            throw failed(file, "it is not complete", null);
        }
    }

    /** Requires a PNG picture with its end. */
    public static void requirePng(Path file) throws IOException {
        requireSome(file);
        if (!Arrays.equals(head(file, PNG_BEGIN.length), PNG_BEGIN)
            || !Arrays.equals(tail(file, PNG_END.length), PNG_END)) {
            throw failed(file, "it is cut off", null);
        }
    }

    /** Requires a PDF document with its end. */
    public static void requirePdf(Path file) throws IOException {
        requireSome(file);
        if (!Arrays.equals(head(file, PDF_BEGIN.length), PDF_BEGIN)
            || !new String(tail(file, PDF_TAIL), StandardCharsets.ISO_8859_1).contains(PDF_END)) {
            throw failed(file, "it is cut off", null);
        }
    }

    private static void requireSome(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) == 0) {
            throw failed(file, "nothing is there", null);
        }
    }

    private static byte[] head(Path file, int length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(length);
        }
    }

    private static byte[] tail(Path file, int length) throws IOException {
        try (RandomAccessFile read = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(length, read.length())];
            read.seek(read.length() - bytes.length);
            read.readFully(bytes);
            return bytes;
        }
    }

    private static IOException failed(Path file, String how, Exception cause) {
        return new IOException(file.getFileName() + " could not be written: " + how + ". Is the disk full?", cause);
    }
}
