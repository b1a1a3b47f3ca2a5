package wormhole.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import wormhole.engine.plugin.PluginRegistry;
import wormhole.engine.transfer.Consent;
import wormhole.engine.transfer.OfferReceiver;
import wormhole.engine.transfer.OfferSender;
import wormhole.engine.transfer.TransitPort;
import wormhole.engine.transfer.WarmUp;
import wormhole.spi.Application;
import wormhole.spi.CodeChoice;
import wormhole.spi.Dialogue;
import wormhole.spi.ErrorCode;
import wormhole.spi.Event;
import wormhole.spi.OfferType;
import wormhole.spi.OutgoingOffer;
import wormhole.spi.ReceiveRequest;
import wormhole.spi.SendRequest;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/**
 * Whole transfers, from the code to the goodbye, with the plugins that are loaded. Each call blocks until it is over;
 * interrupting its thread cancels it, tells the peer and releases everything. May be used from several threads.
 */
public final class WormholeClient {
    private final PluginRegistry plugins;
    private final ClientSettings settings;
    private final CodePrompt prompt;
    private final WaitLimits limits;

    public WormholeClient(PluginRegistry plugins, ClientSettings settings, CodePrompt prompt) {
        this(plugins, settings, prompt, WaitLimits.USUAL);
    }

    public WormholeClient(PluginRegistry plugins, ClientSettings settings, CodePrompt prompt, WaitLimits limits) {
        this.plugins = plugins;
        this.settings = settings;
        this.prompt = prompt;
        this.limits = limits;
    }

    /** An offer and the type that made it. */
    private record Prepared(OfferType type, OutgoingOffer offer) {}

    /** What is done with a conversation, given the way to open transit. */
    private interface Plan {
        Dialogue with(TransitPort.Opener transit);
    }

    /**
     * Sends. Everything that can be found out about what is to be sent is found out before a code is shown.
     *
     * @param verify whether to ask the person to compare the verifier with the other side's first
     */
    public void send(SendRequest request, CodeChoice code, boolean verify, UserInterface ui) throws WormholeException {
        Prepared prepared = prepare(request, ui);
        try (OutgoingOffer offer = prepared.offer()) {
            ui.tell(Event.named("sending")
                    .with("kind", prepared.type().key())
                    .with("summary", offer.summary())
                    .saying("Sending " + offer.summary() + "."));
            caution(offer, ui);
            run(
                    fileTransfer(),
                    code,
                    verify,
                    new SessionEvents(ui, true, WarmUp.forSending(offer.size())),
                    ui,
                    transit -> new OfferSender(prepared.type(), offer, transit, limits.transfer()));
        }
    }

    /** Tells what would be sent; finds out everything that can be wrong with it, and sends nothing. */
    public void preview(SendRequest request, UserInterface ui) throws WormholeException {
        Prepared prepared = prepare(request, ui);
        try (OutgoingOffer offer = prepared.offer()) {
            Event event = Event.named("sending")
                    .with("kind", prepared.type().key())
                    .with("summary", offer.summary())
                    .with("dry-run", true)
                    .saying("Would send " + offer.summary() + ".");
            ui.tell(offer.size().isPresent() ? event.with("size", offer.size().getAsLong()) : event);
            caution(offer, ui);
        }
    }

    private static void caution(OutgoingOffer offer, UserInterface ui) {
        offer.caution().ifPresent(text -> ui.tell(Event.note(text).at(Event.Level.WARNING)));
    }

    private Prepared prepare(SendRequest request, UserInterface ui) throws WormholeException {
        for (OfferType type : plugins.offerTypes()) {
            Optional<OutgoingOffer> offer = offer(type, request, ui);
            if (offer.isPresent()) {
                return new Prepared(type, offer.get());
            }
        }
        throw new WormholeException(ErrorCode.PLUGIN, "no plugin here can send this")
                .withHint("See 'wormhole plugins' for what is installed.");
    }

    /** A plugin at fault must not keep the others from sending. */
    private static Optional<OutgoingOffer> offer(OfferType type, SendRequest request, UserInterface ui)
            throws WormholeException {
        try {
            return type.prepare(request);
        } catch (WormholeException e) {
            if (e.code() != ErrorCode.PLUGIN) {
                throw e;
            }
            String cure = e.hint().map(hint -> ". " + hint).orElse("");
            ui.tell(Event.note(e.messageText() + cure).at(Event.Level.WARNING));
            return Optional.empty();
        }
    }

    /** Receives one offer. */
    public void receive(ReceiveRequest request, CodeChoice code, Consent consent, boolean verify, UserInterface ui)
            throws WormholeException {
        List<OfferType> types = plugins.offerTypes();
        run(
                fileTransfer(),
                code,
                verify,
                events(code, ui),
                ui,
                transit -> new OfferReceiver(types, request, consent, transit, limits.transfer()));
    }

    private WormholeSettings fileTransfer() {
        return new WormholeSettings(settings.appId(), settings.mailboxServer(), Map.of());
    }

    /** Runs a conversation of an application of its own. */
    public void converse(Application application, CodeChoice code, Dialogue dialogue, UserInterface ui)
            throws WormholeException {
        WormholeSettings own =
                new WormholeSettings(application.appId(), settings.mailboxServer(), application.versions());
        run(own, code, false, events(code, ui), ui, transit -> dialogue);
    }

    private static SessionEvents events(CodeChoice code, UserInterface ui) {
        return new SessionEvents(ui, code instanceof CodeChoice.Allocate, WarmUp.none());
    }

    private void run(
            WormholeSettings opening,
            CodeChoice code,
            boolean verify,
            SessionEvents events,
            UserInterface ui,
            Plan plan)
            throws WormholeException {
        MeetingPoint place = MeetingPoint.of(opening, code);
        Wormhole wormhole = Wormhole.open(place.settings(), events, limits.server());
        new WormholeSession(wormhole, ui).run(() -> {
            Meeting.Peer peer = new Meeting(wormhole, ui, prompt, limits).meet(place, verify);
            TransitPort.Opener transit =
                    new EngineTransit(wormhole, settings, plugins.transitMethods(), limits.transit());
            try (BlockingConversation conversation =
                    new BlockingConversation(wormhole, peer, transit, ui, limits.transfer())) {
                plan.with(transit).run(conversation);
            }
        });
    }
}
