package wormhole.engine;

import wormhole.engine.plugin.PluginRegistry;
import wormhole.engine.transfer.Consent;
import wormhole.spi.Application;
import wormhole.spi.CodeChoice;
import wormhole.spi.Dialogue;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.SendRequest;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/**
 * Whole transfers, from the code to the goodbye, with the plugins that are loaded. Each call blocks until it is over;
 * interrupting its thread cancels it, tells the peer and releases everything. May be used from several threads.
 */
public final class WormholeClient {
    public WormholeClient(PluginRegistry plugins, ClientSettings settings, CodePrompt prompt) {}

    /**
     * Sends.
     *
     * @param verify whether to ask the person to compare the verifier with the other side's first
     */
    public void send(SendRequest request, CodeChoice code, boolean verify, UserInterface ui) throws WormholeException {}

    /** Receives one offer. */
    public void receive(ReceiveRequest request, CodeChoice code, Consent consent, boolean verify, UserInterface ui)
            throws WormholeException {}

    /** Runs a conversation of an application of its own. */
    public void converse(Application application, CodeChoice code, Dialogue dialogue, UserInterface ui)
            throws WormholeException {}
}
