package wormhole.spi.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * What a kept part is a part of.
 *
 * @param name of the whole
 * @param size of the whole in bytes
 * @param received bytes that there are, from the beginning
 * @param sha256 of these, in hexadecimal
 */
record Manifest(String name, long size, long received, String sha256) {
    private static final String ENDING = ".json";

    static Path beside(Path part) {
        return part.resolveSibling(part.getFileName() + ENDING);
    }

    /** As JSON; the time is that of the last byte. */
    byte[] json(FileTime time) {
        return ("{\"name\":\"" + escaped(name) + "\",\"size\":" + size + ",\"received\":" + received + ",\"sha256\":\""
                        + sha256 + "\",\"time\":\"" + time + "\"}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == '"' || unit == '\\') {
                json.append('\\').append(unit);
            } else if (unit < ' ') {
                json.append(String.format("\\u%04x", (int) unit));
            } else {
                json.append(unit);
            }
        }
        return json.toString();
    }
}
