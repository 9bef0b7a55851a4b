package io.github.memdump.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A JSON document as maps, lists, strings, numbers and booleans, with ways to reach into it by a path of keys.
 *
 * <p>{@code tree.number("diff", "size")} is the number under {@code size} in the object under {@code diff}; a step
 * into a list is its index. A step that does not exist throws NoSuchElementException. Immutable.
 */
public final class JsonTree {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Object ABSENT = new Object();

    private final Object value;

    private JsonTree(Object value) {
        this.value = value;
    }

    /** Reads one document, which must be the only one there. */
    public static JsonTree read(InputStream in) {
        try (JsonParser parser = FACTORY.createParser(in)) {
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads one document, which must be the only one in the text. */
    public static JsonTree read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return read(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what stands at a path: a map, list, string, number or boolean, or null for a JSON null. */
    public Object at(String... path) {
        Object found = find(path);
        if (found == ABSENT) {
            throw new NoSuchElementException("nothing at " + String.join(".", path));
        }
        return found;
    }

    /** Returns whether a path exists. */
    public boolean has(String... path) {
        return find(path) != ABSENT;
    }

    /** Returns the whole number at a path. */
    public long number(String... path) {
        return ((Number) at(path)).longValue();
    }

    /** Returns the string at a path. */
    public String text(String... path) {
        return (String) at(path);
    }

    /** Returns the document at a path. */
    public JsonTree tree(String... path) {
        return new JsonTree(at(path));
    }

    /** Returns the elements of the list at a path. */
    public List<JsonTree> list(String... path) {
        List<JsonTree> elements = new ArrayList<>();
        for (Object element : (List<?>) at(path)) {
            elements.add(new JsonTree(element));
        }
        return elements;
    }

    /** Returns the object at a path whose values are all whole numbers, in the order of the document. */
    public Map<String, Long> numbers(String... path) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        ((Map<?, ?>) at(path)).forEach((key, number) -> numbers.put((String) key, ((Number) number).longValue()));
        return numbers;
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }

    private Object find(String... path) {
        Object here = value;
        for (String step : path) {
            if (here instanceof Map && ((Map<?, ?>) here).containsKey(step)) {
                here = ((Map<?, ?>) here).get(step);
            } else if (here instanceof List && Integer.parseInt(step) < ((List<?>) here).size()) {
                here = ((List<?>) here).get(Integer.parseInt(step));
            } else {
                return ABSENT;
            }
        }
        return here;
    }

    private static JsonTree read(JsonParser parser) throws IOException {
        parser.nextToken();
        Object value = value(parser);
        if (parser.nextToken() != null) {
            throw new IOException("more than one document at " + parser.currentTokenLocation());
        }
        return new JsonTree(value);
    }

    private static Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("no document");
        }
        switch (token) {
            case START_OBJECT:
                return object(parser);
            case START_ARRAY:
                return array(parser);
            case VALUE_STRING:
                return parser.getText();
            case VALUE_NUMBER_INT:
            case VALUE_NUMBER_FLOAT:
                return parser.getNumberValue();
            case VALUE_TRUE:
                return Boolean.TRUE;
            case VALUE_FALSE:
                return Boolean.FALSE;
            case VALUE_NULL:
                return null;
            default:
                throw new IOException("unexpected " + token + " at " + parser.currentTokenLocation());
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            map.put(key, value(parser));
        }
        return Collections.unmodifiableMap(map);
    }

    private static List<Object> array(JsonParser parser) throws IOException {
        List<Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser));
        }
        return Collections.unmodifiableList(list);
    }
}
