package wormhole.plugin.sshkey;

import java.util.List;
import java.util.stream.IntStream;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/**
 * Decides with the person which of their keys is sent, and whether.
 *
 * @param agreed whether the person has said yes in advance, which can't tell one key from another
 */
record KeyChoice(UserInterface ui, boolean agreed) {
    PublicKey among(List<KeyFile> files) throws WormholeException {
        if (files.size() > 1) {
            return files.get(chosen(files)).key();
        }
        PublicKey key = files.get(0).key();
        if (!agreed && !ui.confirm(Question.yesByDefault("send-key", "Send " + key.summary() + "?"))) {
            throw new WormholeException(ErrorCode.REJECTED_HERE, "the key was not sent");
        }
        return key;
    }

    /** Numbers are quicker to type than names, and nothing that a file can be called confuses them. */
    private int chosen(List<KeyFile> files) throws WormholeException {
        for (int i = 0; i < files.size(); i++) {
            ui.tell(Invitation.event("ssh-key", files.get(i).key())
                    .at(Event.Level.WARNING)
                    .with("number", i + 1)
                    .with("file", files.get(i).path().toString())
                    .saying("  " + (i + 1) + "  " + files.get(i).summary()));
        }
        List<String> numbers = IntStream.rangeClosed(1, files.size())
                .mapToObj(Integer::toString)
                .toList();
        try {
            return Math.max(0, numbers.indexOf(ui.ask(new Question("which-key", "Send which key?", numbers))));
        } catch (WormholeException e) {
            throw e.code() == ErrorCode.NO_ANSWER ? e.withHint("Name the key to send with --key-file.") : e;
        }
    }
}
