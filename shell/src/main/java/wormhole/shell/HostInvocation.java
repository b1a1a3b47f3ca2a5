package wormhole.shell;

import java.io.InputStream;
import java.nio.file.Path;
import wormhole.shell.command.Clients;
import wormhole.shell.console.CodeAnnouncement;
import wormhole.shell.console.TransferInterface;
import wormhole.spi.Application;
import wormhole.spi.CodeChoice;
import wormhole.spi.Dialogue;
import wormhole.spi.Invocation;
import wormhole.spi.OptionValues;
import wormhole.spi.UserInterface;
import wormhole.spi.WormholeException;

/** A command's view of the program that runs it. */
record HostInvocation(OptionValues options, UserInterface ui, Path directory, InputStream input, Clients clients)
        implements Invocation {
    @Override
    public void converse(Application application, CodeChoice code, Dialogue dialogue) throws WormholeException {
        CodeAnnouncement announcement =
                code instanceof CodeChoice.Allocate ? CodeAnnouncement.CODE_ONLY : CodeAnnouncement.NOTHING;
        clients.client(options).converse(application, code, dialogue, new TransferInterface(ui, announcement, false));
    }
}
