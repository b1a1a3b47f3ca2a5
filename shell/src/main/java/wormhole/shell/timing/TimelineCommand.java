package wormhole.shell.timing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wormhole.spi.Argument;
import wormhole.spi.Command;
import wormhole.spi.CommandSpec;
import wormhole.spi.ErrorCode;
import wormhole.spi.Invocation;
import wormhole.spi.Option;
import wormhole.spi.WormholeException;

/** Draws what {@code --dump-timing} wrote. */
public final class TimelineCommand implements Command {
    private static final Option OUTPUT =
            Option.path("FILE", "Where to put the page; standard output otherwise.", "--output-file", "-o");

    @Override
    public CommandSpec spec() {
        return CommandSpec.named("timeline", "Draw where the time of a transfer went")
                .describedBy(
                        "Makes a page for a browser from what --dump-timing wrote; given the files of both sides, it"
                                + " draws them on one scale.")
                .taking(Argument.required("FILE", Argument.Kind.PATH, "What --dump-timing wrote.")
                        .repeated())
                .with(OUTPUT)
                .example("wormhole timeline --output-file timing.html sender.json receiver.json");
    }

    @Override
    public void run(Invocation invocation) throws WormholeException {
        List<Recording> recordings = new ArrayList<>();
        for (Path file : invocation.options().paths("file")) {
            recordings.add(Recording.read(file));
        }
        byte[] page = Timeline.page(recordings).getBytes(StandardCharsets.UTF_8);
        Optional<Path> output = invocation.options().path(OUTPUT.key());
        try {
            if (output.isPresent()) {
                Files.write(output.get(), page);
            } else {
                invocation.ui().output().write(page);
                invocation.ui().output().flush();
            }
        } catch (IOException e) {
            throw new WormholeException(ErrorCode.FILE_UNUSABLE, "cannot write the page: " + e.getMessage(), e);
        }
    }
}
