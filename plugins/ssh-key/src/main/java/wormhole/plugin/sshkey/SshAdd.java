package wormhole.plugin.sshkey;

import wormhole.spi.Application;

/** The conversation in which a public key travels, with the application id of the reference implementation. */
enum SshAdd implements Application {
    INSTANCE;

    @Override
    public String id() {
        return "ssh-add";
    }

    @Override
    public String appId() {
        return "lothar.com/wormhole/ssh-add";
    }
}
