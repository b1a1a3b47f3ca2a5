package wormhole.shell.interop;

import java.util.List;

/** An implementation that passes SSH keys on too. */
interface SshPeer extends Peer {

    /** The command behind {@code ssh}: its name, its options, and a code to accept. */
    List<String> ssh(Site site, List<String> arguments);
}
