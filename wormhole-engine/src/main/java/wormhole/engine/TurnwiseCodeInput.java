package wormhole.engine;

import java.util.SortedSet;
import wormhole.engine.code.WormholeCode;
import wormhole.engine.machine.ClientProtocol;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Code input from any thread: each call is a turn of the engine. */
final class TurnwiseCodeInput implements CodeInput {
    /** Something done on the engine thread, with a result. */
    @FunctionalInterface
    interface Turn<T> {
        T run() throws WormholeException;
    }

    /** Takes turns and waits for them. */
    interface Turns {
        <T> T take(Turn<T> turn) throws WormholeException;
    }

    private final ClientProtocol protocol;
    private final Turns turns;

    TurnwiseCodeInput(ClientProtocol protocol, Turns turns) {
        this.protocol = protocol;
        this.turns = turns;
    }

    @Override
    public void refreshNameplates() throws WormholeException {
        turns.take(() -> {
            protocol.refreshNameplates();
            return true;
        });
    }

    @Override
    public SortedSet<String> nameplateCompletions(String typed) throws WormholeException {
        return turns.take(() -> protocol.nameplateCompletions(typed));
    }

    @Override
    public void chooseNameplate(String nameplate) throws WormholeException {
        if (!WormholeCode.isNameplate(nameplate)) {
            throw new WormholeException(
                    ErrorCode.MALFORMED_CODE, "a nameplate is a number, such as the 7 in 7-guitarist-revenge");
        }
        turns.take(() -> {
            protocol.chooseNameplate(nameplate);
            return true;
        });
    }

    @Override
    public SortedSet<String> wordCompletions(String typed) throws WormholeException {
        return turns.take(() -> protocol.wordCompletions(typed));
    }

    @Override
    public void chooseWords(String words) throws WormholeException {
        turns.take(() -> {
            protocol.chooseWords(words);
            return true;
        });
    }
}
