package wormhole.plugin.sshkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

class AccountsTest {
    private static final Account OWN = new Account("me", Path.of("/home/me"), true);

    @TempDir
    private Path folder;

    private Accounts accounts;

    @BeforeEach
    void writeUserList() throws Exception {
        Path list = Files.writeString(folder.resolve("passwd"), """
                root:x:0:0:root:/root:/bin/bash
                # a comment
                alice:x:1000:1000:Alice,,,:/home/al:/bin/sh
                homeless:x:1001:1001:::/bin/sh
                broken:x
                """);
        accounts = new Accounts(OWN, list);
    }

    @Test
    void areOnesOwnUnlessSomebodyIsNamed() throws WormholeException {
        assertThat(accounts.chosen(Optional.empty())).isEqualTo(OWN);
        assertThat(accounts.chosen(Optional.of("alice"))).isEqualTo(new Account("alice", Path.of("/home/al"), false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bob", "ali", "homeless", "broken", "alice:x", "../root", "# a comment"})
    void doNotIncludeWhoIsNotInTheList(String name) {
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> accounts.ofUser(name))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
                .satisfies(e -> assertThat(e.hint()).isPresent());
    }

    @Test
    void cannotBeFoundWhereThereIsNoList() {
        Accounts without = new Accounts(OWN, folder.resolve("missing"));
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> without.ofUser("alice"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
    }

    @Test
    void haveTheHomeThatTheEnvironmentNames() {
        Properties properties = new Properties();
        properties.setProperty("user.name", "me");
        properties.setProperty("user.home", "/home/java");
        assertThat(Accounts.own(Map.of("HOME", "/home/env"), properties).sshFolder())
                .isEqualTo(Path.of("/home/env/.ssh"));
        assertThat(Accounts.own(Map.of(), properties).sshFolder()).isEqualTo(Path.of("/home/java/.ssh"));
    }
}
