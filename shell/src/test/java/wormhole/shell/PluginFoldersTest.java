package wormhole.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class PluginFoldersTest {
    @Test
    void theDistributionComesBeforeThePersonsOwn() {
        assertThat(PluginFolders.usual(properties(), Map.of()))
                .containsExactly(Path.of("/opt/wormhole/plugins"), Path.of("/home/me/.local/share/wormhole/plugins"));
    }

    @Test
    void theDataFolderCanBeElsewhere() {
        assertThat(PluginFolders.usual(properties(), Map.of("XDG_DATA_HOME", "/data")))
                .contains(Path.of("/data/wormhole/plugins"));
    }

    @Test
    void theHomeIsTheOneThatTheEnvironmentNames() {
        assertThat(PluginFolders.usual(properties(), Map.of("HOME", "/home/other")))
                .contains(Path.of("/home/other/.local/share/wormhole/plugins"));
    }

    @Test
    void aRelativeDataFolderIsIgnored() {
        assertThat(PluginFolders.usual(properties(), Map.of("XDG_DATA_HOME", "data")))
                .contains(Path.of("/home/me/.local/share/wormhole/plugins"));
    }

    @Test
    void aFolderIsNamedInEitherWay() {
        assertThat(PluginFolders.named(List.of("send", "--plugins", "a"))).contains("a");
        assertThat(PluginFolders.named(List.of("--plugins=b", "send"))).contains("b");
        assertThat(PluginFolders.named(List.of("send", "--", "--plugins", "a"))).isEmpty();
        assertThat(PluginFolders.named(List.of("send", "--plugins"))).isEmpty();
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("wormhole.home", "/opt/wormhole");
        properties.setProperty("user.home", "/home/me");
        return properties;
    }
}
