package wormhole.shell.timing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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

    /** Fails if nothing could be written there, as far as that can be known. */
    static void checkPlace(Path file) throws WormholeException {
        Optional<String> trouble = trouble(file);
        if (trouble.isPresent()) {
            throw new WormholeException(
                            ErrorCode.FILE_UNUSABLE, "cannot write the timing to '" + file + "': " + trouble.get())
                    .withHint("Give --dump-timing a file that can be written, in a folder that exists.");
        }
    }

    private static Optional<String> trouble(Path file) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        if (Files.isDirectory(file)) {
            return Optional.of("it is a folder");
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of("there is no such folder");
        }
        boolean writable = Files.isWritable(Files.exists(file) ? file : folder);
        return writable ? Optional.empty() : Optional.of("permission denied");
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
