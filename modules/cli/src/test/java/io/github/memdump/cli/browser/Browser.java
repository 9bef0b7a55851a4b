package io.github.memdump.cli.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.memdump.testing.JsonTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Chromium without a window, driven by the WebDriver protocol of its own driver. Not thread-safe; close it, which
 * ends both processes.
 */
public final class Browser implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
    private static final String PROMISE = "MEMDUMP_PAGE_TEST";

    private final Process driver;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String session;

    private Browser(Process driver, int port, Path profile) throws IOException {
        this.driver = driver;
        String server = "http://127.0.0.1:" + port + "/session";
        Object options = Map.of("args", List.of("--headless=new", "--no-sandbox", "--disable-gpu",
            "--disable-dev-shm-usage", "--hide-scrollbars", "--user-data-dir=" + profile));
        JsonTree made = send("POST", server, Map.of("capabilities", Map.of("alwaysMatch", Map.of(
            "browserName", "chrome", "goog:chromeOptions", options,
            "goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL")))));
        this.session = server + "/" + made.text("value", "sessionId");
    }

    /** Starts one that keeps what it keeps in a folder; skips the test where there is none, unless one is promised. */
    public static Browser start(Path folder) throws IOException {
        Process driver;
        try {
            driver = new ProcessBuilder("chromedriver", "--port=0").redirectErrorStream(true).start();
        } catch (IOException missing) {
            assumeTrue("1".equals(System.getenv(PROMISE)), "there is no chromedriver, which Debian has as"
                + " chromium-driver");
            throw new IOException("there is no chromedriver, although " + PROMISE + "=1 promises one", missing);
        }
        BufferedReader said = new BufferedReader(new InputStreamReader(driver.getInputStream(),
            StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                return new Browser(driver, Integer.parseInt(port.group(1)), folder.resolve("profile"));
            }
        }
        throw new IOException("chromedriver has ended without a port");
    }

    private JsonTree send(String method, String address, Object body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        request.method(method, body == null ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(json(body)));
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertTrue(response.statusCode() == 200, () -> method + " " + address + ": " + response.body());
            return JsonTree.read(response.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static String json(Object body) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            write(json, body);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : ((Map<?, ?>) value).entrySet()) {
                json.writeFieldName((String) field.getKey());
                write(json, field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List) {
            json.writeStartArray();
            for (Object element : (List<?>) value) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean) {
            json.writeBoolean((Boolean) value);
        } else if (value instanceof Number) {
            json.writeNumber(value.toString());
        } else {
            json.writeString((String) value);
        }
    }

    /** Opens a file, with what follows # in its address. */
    public void open(Path file, String place) throws IOException {
        // The same address but for that is no other page.
        send("POST", session + "/url", Map.of("url", "about:blank"));
        send("POST", session + "/url", Map.of("url", file.toAbsolutePath().toUri() + place));
    }

    /** Sets how large a page appears to be. */
    public void resize(int width, int height) throws IOException {
        command("Emulation.setDeviceMetricsOverride", Map.of("width", width, "height", height, "deviceScaleFactor", 1,
            "mobile", width < 600));
    }

    /** Sets which colours people prefer. */
    public void prefer(String scheme) throws IOException {
        command("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", "prefers-color-scheme",
            "value", scheme))));
    }

    /** Sets whether pages may run scripts. */
    public void runScripts(boolean may) throws IOException {
        command("Emulation.setScriptExecutionDisabled", Map.of("value", !may));
    }

    /** Sends a command of Chromium's own protocol. */
    public JsonTree command(String name, Map<String, ?> parameters) throws IOException {
        return send("POST", session + "/goog/cdp/execute", Map.of("cmd", name, "params", parameters)).tree("value");
    }

    /** Returns what an expression of JavaScript gives on the page. */
    public Object value(String expression, Object... arguments) throws IOException {
        return send("POST", session + "/execute/sync", Map.of("script", "return " + expression, "args",
            Arrays.asList(arguments))).at("value");
    }

    /** Clicks on the first element that a selector finds. */
    public void click(String selector) throws IOException {
        send("POST", element(selector) + "/click", Map.of());
    }

    /** Types into the first element that a selector finds. */
    public void type(String selector, String text) throws IOException {
        send("POST", element(selector) + "/value", Map.of("text", text));
    }

    /** Presses a key wherever the focus is; {@code \ue00c} is Escape, see WebDriver's table of keys. */
    public void press(String... keys) throws IOException {
        List<Object> actions = new ArrayList<>();
        for (String key : keys) {
            actions.add(Map.of("type", "keyDown", "value", key));
            actions.add(Map.of("type", "keyUp", "value", key));
        }
        send("POST", session + "/actions", Map.of("actions", List.of(Map.of("type", "key", "id", "keys", "actions",
            actions))));
    }

    private String element(String selector) throws IOException {
        Map<?, ?> found = (Map<?, ?>) send("POST", session + "/element", Map.of("using", "css selector", "value",
            selector)).at("value");
        return session + "/element/" + found.values().iterator().next();
    }

    /** Writes what is seen, or all of the page, as PNG. */
    public void screenshot(Path file, boolean whole) throws IOException {
        String image = command("Page.captureScreenshot", Map.of("captureBeyondViewport", whole)).text("data");
        Files.write(file, Base64.getDecoder().decode(image));
    }

    /** Returns the page as it is printed, a PDF. */
    public byte[] print() throws IOException {
        return Base64.getDecoder().decode(send("POST", session + "/print", Map.of("background", true)).text("value"));
    }

    /** Returns what the page has complained of since the last call. */
    public List<String> complaints() throws IOException {
        List<String> lines = new ArrayList<>();
        for (JsonTree line : send("POST", session + "/se/log", Map.of("type", "browser")).list("value")) {
            lines.add(line.text("message"));
        }
        return lines;
    }

    /** Returns the addresses that were asked for since the last call, those of pages opened aside. */
    public List<String> requests() throws IOException {
        List<String> addresses = new ArrayList<>();
        for (JsonTree line : send("POST", session + "/se/log", Map.of("type", "performance")).list("value")) {
            JsonTree event = JsonTree.read(line.text("message")).tree("message");
            if (event.text("method").equals("Network.requestWillBeSent")
                && !event.text("params", "type").equals("Document")) {
                addresses.add(event.text("params", "request", "url"));
            }
        }
        return addresses;
    }

    @Override
    public void close() throws IOException {
        try {
            send("DELETE", session, null);
        } finally {
            driver.destroy();
            try {
                driver.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            driver.destroyForcibly();
        }
    }
}
