package wormhole.engine;

import java.util.SortedSet;
import java.util.TreeSet;
import wormhole.engine.code.WordList;
import wormhole.engine.code.WormholeCode;
import wormhole.spi.CodeChoice;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.PeerValue;
import wormhole.spi.Question;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** From an open wormhole to a peer that has proved to know the code: chooses the code, waits, compares verifiers. */
final class Meeting {
    /** Completion offers two words, as nearly all codes have. */
    private static final int USUAL_WORDS = 2;

    private final Wormhole wormhole;
    private final UserInterface ui;
    private final CodePrompt prompt;
    private final WaitLimits limits;

    Meeting(Wormhole wormhole, UserInterface ui, CodePrompt prompt, WaitLimits limits) {
        this.wormhole = wormhole;
        this.ui = ui;
        this.prompt = prompt;
        this.limits = limits;
    }

    /** What is known of the peer once it has come. */
    record Peer(byte[] verifier, PeerValue versions) {}

    Peer meet(MeetingPoint place, boolean verify) throws WormholeException {
        tellCode(place, chosenCode(place));
        awaitPeer();
        byte[] verifier = Awaiting.await(wormhole.verifier());
        PeerValue versions = Awaiting.await(wormhole.versions());
        VerifierText text = new VerifierText(verifier);
        ui.tell(text.event().at(verify ? Event.Level.WARNING : Event.Level.DETAIL));
        if (verify) {
            compare();
        }
        return new Peer(verifier, versions);
    }

    private void awaitPeer() throws WormholeException {
        var unusedKey = Awaiting.await(wormhole.unverifiedKey(), limits.peer(), "nobody used the code");
        // The versions are told together with the verifier: both come with the message that proves the key.
        var unusedVersions = Awaiting.await(
                wormhole.versions(), limits.version(), "somebody used the code, but did not prove to know it");
    }

    private String chosenCode(MeetingPoint place) throws WormholeException {
        CodeChoice choice = place.code();
        if (choice instanceof CodeChoice.Given given) {
            wormhole.setCode(given.code());
        } else if (choice instanceof CodeChoice.Allocate allocate) {
            wormhole.allocateCode(allocate.words());
        } else {
            ask(place);
        }
        return Awaiting.await(wormhole.code(), limits.code(), "the mailbox server allocated no nameplate");
    }

    private void tellCode(MeetingPoint place, String code) throws WormholeException {
        Event event = Event.named("code")
                .with("code", code)
                .with("allocated", place.code() instanceof CodeChoice.Allocate)
                .at(place.code() instanceof CodeChoice.Ask ? Event.Level.DETAIL : Event.Level.INFO);
        ui.tell(place.link(code).map(link -> event.with("uri", link)).orElse(event));
    }

    /** Nothing is claimed before the whole code is there: a slip of the finger must not spend it. */
    private void ask(MeetingPoint place) throws WormholeException {
        CodeInput input = wormhole.inputCode();
        WormholeCode code = place.read(prompt.ask(ui, typed -> completions(input, typed)));
        input.chooseNameplate(code.nameplate());
        input.chooseWords(code.words());
    }

    private static SortedSet<String> completions(CodeInput input, String typed) {
        try {
            int hyphen = typed.indexOf('-');
            if (hyphen < 0) {
                // For the next time: the other side may get its code while this one is being asked for.
                input.refreshNameplates();
                return input.nameplateCompletions(typed);
            }
            SortedSet<String> whole = new TreeSet<>();
            WordList.pgp()
                    .completions(typed.substring(hyphen + 1), USUAL_WORDS)
                    .forEach(words -> whole.add(typed.substring(0, hyphen + 1) + words));
            return whole;
        } catch (WormholeException e) {
            // Completion is a courtesy; what is wrong will be said when the code is used.
            return new TreeSet<>();
        }
    }

    private void compare() throws WormholeException {
        boolean equal = ui.confirm(Question.yesOrNo("verifier", "Does the other side show the same verifier?"));
        if (!equal) {
            throw new WormholeException(ErrorCode.REJECTED_HERE, "the verifiers differ: somebody may be in the middle")
                    .tellingPeer("sender rejected verification check, abandoned transfer");
        }
    }
}
