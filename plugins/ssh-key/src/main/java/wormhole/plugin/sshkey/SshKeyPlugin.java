package wormhole.plugin.sshkey;

import java.util.List;
import wormhole.spi.Application;
import wormhole.spi.Command;
import wormhole.spi.WormholePlugin;

/** Adds {@code ssh invite} and {@code ssh accept}. */
public final class SshKeyPlugin implements WormholePlugin {
    @Override
    public String id() {
        return "ssh-key";
    }

    @Override
    public String description() {
        return "Lets somebody log in with their SSH key";
    }

    @Override
    public List<Application> applications() {
        return List.of(SshAdd.INSTANCE);
    }

    @Override
    public List<Command> commands() {
        return List.of(new InviteCommand(Accounts.ofMachine()), new AcceptCommand(Accounts.ofMachine()));
    }
}
