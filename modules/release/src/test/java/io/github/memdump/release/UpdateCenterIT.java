package io.github.memdump.release;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The files beside each other, and what the catalogue of the update center says. */
class UpdateCenterIT {
    private static final Path CENTER = Published.FOLDER.resolve("update-center");

    private Document catalogue;
    private Element module;
    private Element manifest;

    @BeforeEach
    void read() throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new ByteArrayInputStream(new byte[0])));
        catalogue = builder.parse(CENTER.resolve("updates.xml").toFile());
        assertEquals(1, catalogue.getElementsByTagName("module").getLength());
        module = (Element) catalogue.getElementsByTagName("module").item(0);
        manifest = (Element) module.getElementsByTagName("manifest").item(0);
    }

    @Test
    void holdsThePluginAloneAsItIsPublished() throws IOException {
        assertEquals("io.github.memdump.gephi", module.getAttribute("codenamebase"));
        assertEquals(Published.PLUGIN, module.getAttribute("distribution"));
        Path plugin = CENTER.resolve(Published.PLUGIN);
        assertEquals(Files.size(plugin), Long.parseLong(module.getAttribute("downloadsize")));
        Element digest = (Element) module.getElementsByTagName("message_digest").item(0);
        assertEquals(Published.digest(digest.getAttribute("algorithm"), plugin), digest.getAttribute("value"));
        assertEquals(-1, Files.mismatch(plugin, Published.FOLDER.resolve(Published.PLUGIN)));
    }

    @Test
    void saysWhatThePluginIsAndWhatItNeeds() {
        assertEquals("Memdump", manifest.getAttribute("OpenIDE-Module-Name"));
        assertEquals("Import", manifest.getAttribute("OpenIDE-Module-Display-Category"));
        assertEquals("Opens Ruby heap dumps and shows what leaks",
            manifest.getAttribute("OpenIDE-Module-Short-Description"));
        assertTrue(manifest.getAttribute("OpenIDE-Module-Long-Description").contains("ObjectSpace.dump_all"));
        assertEquals(Published.VERSION.replace("-SNAPSHOT", ""),
            manifest.getAttribute("OpenIDE-Module-Specification-Version"));
        assertEquals("Java > 11", manifest.getAttribute("OpenIDE-Module-Java-Dependencies"));
        assertTrue(manifest.getAttribute("OpenIDE-Module-Module-Dependencies")
            .contains("org.gephi.io.importer.api > 0.10.1"));
        assertEquals("The Memdump for Gephi authors", module.getAttribute("moduleauthor"));
        Element licence = (Element) catalogue.getElementsByTagName("license").item(0);
        assertEquals(module.getAttribute("license"), licence.getAttribute("name"));
        assertTrue(licence.getTextContent().startsWith("MIT License"));
    }

    @Test
    void isThereAsGzipToo() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(CENTER.resolve("updates.xml.gz")))) {
            assertArrayEquals(Files.readAllBytes(CENTER.resolve("updates.xml")), in.readAllBytes());
        }
    }

    @Test
    void eachFileHasItsChecksum() throws IOException {
        List<String> expected = new ArrayList<>();
        for (String file : Published.files()) {
            if (!file.equals("SHA256SUMS")) {
                expected.add(Published.digest("SHA-256", Published.FOLDER.resolve(file)) + "  " + file);
            }
        }
        assertEquals(7, expected.size());
        assertEquals(expected, Files.readAllLines(Published.FOLDER.resolve("SHA256SUMS")));
    }
}
