package io.github.memdump.redact;

import io.github.memdump.testing.HeapDsl;
import io.github.memdump.testing.RandomHeap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A random dump with a secret in every place where one may lie, in plain letters or escaped. */
final class SecretDump {
    /** Letters, so that it passes for a name, in an order that nothing else has; no part of it is a name of Ruby. */
    static final String SECRET = "sQzTkWxVq";

    private static final String[] KEYS = {"value", "file", "ivar_name", "edge_name", "mid", "called_id", "encoding",
        "coderange", "shape_type", "default", "superclass", "receiver_class", "length", "bytesize", "capacity",
        "embedded", "frozen", "fd", "flags", "size", "type", "imemo_type", "struct", "name", "real_class_name",
        "class_name", "class", "class_address", "method", "root", "references", "memsize", "generation", "line",
        "address", "password", "singleton", "shape_id"};

    private final Random random;

    SecretDump(long seed) {
        random = new Random(seed);
    }

    byte[] bytes() {
        HeapDsl heap = RandomHeap.ofSeed(random.nextLong()).objects(60).newObjects(30).after();
        ByteArrayOutputStream dump = new ByteArrayOutputStream();
        for (String line : heap.text().split("\n")) {
            String told = line;
            for (int i = random.nextInt(4); i > 0; i--) {
                told = withSecret(told);
            }
            byte[] bytes = (told + "\n").getBytes(StandardCharsets.UTF_8);
            dump.write(bytes, 0, bytes.length);
        }
        if (random.nextBoolean()) {
            byte[] cut = ("{\"address\":\"0x9990\", \"type\":\"STRING\", \"value\":\"" + SECRET).getBytes(
                StandardCharsets.UTF_8);
            dump.write(cut, 0, cut.length);
        }
        return dump.toByteArray();
    }

    private String withSecret(String line) {
        int end = line.lastIndexOf('}');
        if (end < 0) {
            return line;
        }
        String field = ", \"" + key() + "\":" + value();
        switch (random.nextInt(12)) {
            case 0:
                // Behind the brace: two things on one line.
                return line + value();
            case 1:
                return line.substring(0, end) + field.replace(":\"", ":\"C:\\") + "}";
            case 2:
                // A raw newline splits the record.
                return line.substring(0, end) + ", \"file\":\"/srv/" + secret() + "\n" + secret() + ".rb\"}";
            case 3:
                return line.substring(0, end) + ", \"file\":\"/srv/\"" + secret() + "\"/x.rb\"" + field + "}";
            case 4:
                return line.substring(0, end) + field;
            case 5:
                return line + "\n" + secret() + " {\"value\":" + value() + "}";
            case 6:
                int comma = line.indexOf(',');
                return comma < 0 ? line : line.substring(0, comma) + field + line.substring(comma);
            default:
                return line.substring(0, end) + field + "}";
        }
    }

    private String key() {
        if (random.nextInt(8) == 0) {
            return secret();
        }
        String key = KEYS[random.nextInt(KEYS.length)];
        return random.nextInt(6) == 0 ? escaped(key) : key;
    }

    private String value() {
        switch (random.nextInt(9)) {
            case 0:
                return "{\"" + secret() + "\":true,\"old\":\"" + secret() + "\",\"marked\":true}";
            case 1:
                return "[\"" + secret() + "\",{\"value\":\"" + secret() + "\"}]";
            case 2:
                return "\"0x10\",\"value\":\"" + secret() + "\"";
            case 3:
                return "\"/srv/" + secret() + "/gems/rack-1.0/../" + secret() + ".rb\"";
            case 4:
                return "\"(eval at /home/" + secret() + "/x.rb:12)\"";
            case 5:
                return "\"/srv/" + secret() + "/lib/ruby/3.4.0/set.rb\"";
            case 6:
                return "\"a " + secret() + " of \\\"quotes\\\" é\"";
            case 7:
                return "{\"wb_protected\":true, \"" + secret() + "\":1, \"age\":" + random.nextInt(4) + "}";
            default:
                return "\"12-" + secret() + "\"";
        }
    }

    private String secret() {
        return random.nextInt(3) == 0 ? escaped(SECRET) : SECRET;
    }

    private String escaped(String text) {
        int at = random.nextInt(text.length());
        return text.substring(0, at) + String.format("\\u%04x", (int) text.charAt(at)) + text.substring(at + 1);
    }
}
