package wormhole.shell.timing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wormhole.engine.json.JsonTree;
import wormhole.spi.ErrorCode;
import wormhole.spi.PeerValue;
import wormhole.spi.WormholeException;
import wormhole.spi.files.FileTrouble;

/**
 * The moments of one command.
 *
 * @param command its name
 * @param began milliseconds since 1970, so that two sides can be drawn on one scale
 * @param moments in the order in which they ended
 */
record Recording(String command, long began, List<Moment> moments) {
    private static final int MAX_MOMENTS = 100_000;
    private static final int MAX_TEXT = 10_000;

    Recording {
        moments = List.copyOf(moments);
    }

    void write(Path file) throws WormholeException {
        List<Map<String, Object>> entries = new ArrayList<>();
        for (Moment moment : moments) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", moment.name());
            entry.put("start", moment.start());
            entry.put("stop", moment.stop());
            entry.put("detail", moment.detail());
            entries.add(entry);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("command", command);
        tree.put("began", began);
        tree.put("moments", entries);
        try {
            Files.write(file, JsonTree.write(tree));
        } catch (IOException e) {
            throw FileTrouble.of(e, "write the timing to", file);
        }
    }

    static void checkPlace(Path file) throws WormholeException {
        Path folder = file.toAbsolutePath().getParent();
        String reason = Files.isDirectory(file)
                ? "it is a folder"
                : folder != null && !Files.isDirectory(folder)
                        ? "there is no such folder"
                        : Files.isWritable(Files.exists(file) || folder == null ? file : folder)
                                ? ""
                                : "permission denied";
        if (!reason.isEmpty()) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot write the timing to '" + file + "': " + reason)
                    .withHint("Give --dump-timing a file that can be written, in a folder that exists.");
        }
    }

    static Recording read(Path file) throws WormholeException {
        byte[] bytes = bytes(file);
        try {
            PeerValue tree = JsonTree.readPeer(bytes, "timing");
            List<Moment> moments = new ArrayList<>();
            for (PeerValue entry : tree.field("moments").elements(MAX_MOMENTS)) {
                moments.add(new Moment(
                        entry.field("name").text(MAX_TEXT),
                        entry.field("detail").text(MAX_TEXT),
                        entry.field("start").number(),
                        entry.field("stop").number()));
            }
            return new Recording(
                    tree.field("command").text(MAX_TEXT), tree.field("began").wholeNumber(0, Long.MAX_VALUE), moments);
        } catch (WormholeException e) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "'" + file + "' holds no timing", e)
                    .withHint("Make one with --dump-timing " + file.getFileName() + ".");
        }
    }

    private static byte[] bytes(Path file) throws WormholeException {
        // What is longer than JSON may be is cut, and then is none.
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(JsonTree.MAX_BYTES + 1);
        } catch (IOException e) {
            throw FileTrouble.of(e, "read", file);
        }
    }
}
