package wormhole.spi.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wormhole.spi.ErrorCode;
import wormhole.spi.Question;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** What happens when there already is something at the place where something is to go. */
final class Conflict {
    /** The first is taken on Enter, and harms nobody. */
    private static final List<OnConflict> CHOICES = List.of(OnConflict.SKIP, OnConflict.RENAME, OnConflict.OVERWRITE);

    private final OnConflict wish;
    private final UserInterface ui;

    Conflict(OnConflict wish, UserInterface ui) {
        this.wish = wish;
        this.ui = ui;
    }

    Optional<Destination> settle(Path place, boolean forDirectory) throws WormholeException {
        if (!FreeName.isTaken(place)) {
            return Optional.of(Destination.of(place, forDirectory, wish));
        }
        OnConflict decision = wish == OnConflict.ASK ? ask(place) : wish;
        return switch (decision) {
            case ASK, FAIL -> throw exists(place);
            case SKIP -> Optional.empty();
            case RENAME -> Optional.of(Destination.of(beside(place, forDirectory), forDirectory, OnConflict.RENAME));
            case OVERWRITE -> Optional.of(overwriting(place, forDirectory));
        };
    }

    private OnConflict ask(Path place) throws WormholeException {
        List<String> answers = CHOICES.stream()
                .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                .toList();
        try {
            String question = "'" + place.getFileName() + "' exists already: " + String.join(", ", answers) + "?";
            return CHOICES.get(Math.max(0, answers.indexOf(ui.ask(new Question("conflict", question, answers)))));
        } catch (WormholeException e) {
            throw e.code() == ErrorCode.NO_ANSWER ? exists(place) : e;
        }
    }

    private static Path beside(Path place, boolean forDirectory) throws WormholeException {
        try {
            return FreeName.beside(place, !forDirectory);
        } catch (IOException e) {
            throw FileTrouble.of(e, "find a free name beside", place);
        }
    }

    /** A folder gives way to a folder, a file or a link to a file, and nothing else to anything. */
    private static Destination overwriting(Path place, boolean forDirectory) throws WormholeException {
        boolean replaceable = forDirectory
                ? Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
                : Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(place);
        if (!replaceable) {
            throw exists(place);
        }
        return Destination.of(place, forDirectory, OnConflict.OVERWRITE);
    }

    private static WormholeException exists(Path place) {
        return new WormholeException(ErrorCode.FILE_EXISTS, "'" + place + "' exists already")
                .withHint("Choose another place with --output-file, or say what to do with --on-conflict.")
                .tellingPeer("a file of that name exists already");
    }
}
