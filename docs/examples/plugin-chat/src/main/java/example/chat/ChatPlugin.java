package example.chat;

import java.util.List;
import wormhole.spi.Application;
import wormhole.spi.Command;
import wormhole.spi.WormholePlugin;

/** Adds the command {@code wormhole chat}, and the application whose conversation it is. */
public final class ChatPlugin implements WormholePlugin {
    private final Chat chat = new Chat();

    @Override
    public String id() {
        return "chat";
    }

    @Override
    public String description() {
        return "Talk to somebody, line by line";
    }

    @Override
    public List<Application> applications() {
        return List.of(chat);
    }

    @Override
    public List<Command> commands() {
        return List.of(new ChatCommand(chat));
    }
}
