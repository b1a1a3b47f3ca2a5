package wormhole.spi.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Question;
import wormhole.spi.ReceiveRequest.OnConflict;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** What happens when there already is something at the place where something is to go. */
final class Conflict {
    /** The first is taken on Enter, and harms nobody. */
    private static final List<OnConflict> CHOICES = List.of(OnConflict.SKIP, OnConflict.RENAME, OnConflict.OVERWRITE);

    private final Path place;
    private final boolean forDirectory;
    private final UserInterface ui;
    private final String offered;

    /** @param offered told before a question, so that it is known what it is about; empty for nothing */
    Conflict(Path place, boolean forDirectory, UserInterface ui, String offered) {
        this.offered = offered;
        this.place = place;
        this.forDirectory = forDirectory;
        this.ui = ui;
    }

    /**
     * What is to be done now, and what if somebody takes the place later.
     *
     * @return {@code SKIP} only if the place is taken, never {@code ASK}
     */
    OnConflict settle(OnConflict wish) throws WormholeException {
        boolean taken = FreeName.isTaken(place);
        return switch (taken && wish == OnConflict.ASK ? ask() : wish) {
            case ASK -> OnConflict.FAIL;
            case FAIL -> failing(taken);
            case SKIP -> taken ? OnConflict.SKIP : OnConflict.FAIL;
            case RENAME -> OnConflict.RENAME;
            case OVERWRITE -> overwriting(taken);
        };
    }

    /** The place, or a free one beside. */
    Path freePlace() throws WormholeException {
        try {
            return FreeName.isTaken(place) ? FreeName.beside(place, !forDirectory) : place;
        } catch (IOException e) {
            throw FileTrouble.of(e, "find a free name beside", place);
        }
    }

    private OnConflict failing(boolean taken) throws WormholeException {
        if (taken) {
            throw exists();
        }
        return OnConflict.FAIL;
    }

    /** A folder gives way to a folder, a file or a link to a file, and nothing else to anything. */
    private OnConflict overwriting(boolean taken) throws WormholeException {
        if (taken && !isReplaceable()) {
            throw exists();
        }
        return OnConflict.OVERWRITE;
    }

    private boolean isReplaceable() {
        return forDirectory
                ? Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)
                : Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) || Files.isSymbolicLink(place);
    }

    private OnConflict ask() throws WormholeException {
        List<String> answers = CHOICES.stream().map(OnConflict::word).toList();
        if (!offered.isEmpty()) {
            ui.tell(Event.named("offer").saying(offered).with("summary", offered));
        }
        try {
            String question = "'" + place.getFileName() + "' exists already: " + String.join(", ", answers) + "?";
            return CHOICES.get(Math.max(0, answers.indexOf(ui.ask(new Question("conflict", question, answers)))));
        } catch (WormholeException e) {
            throw e.code() == ErrorCode.NO_ANSWER ? exists() : e;
        }
    }

    private WormholeException exists() {
        return new WormholeException(ErrorCode.FILE_EXISTS, "'" + place + "' exists already")
                .withHint("Choose another place with --output-file, or say what to do with --on-conflict.")
                .tellingPeer("a file of that name exists already");
    }
}
