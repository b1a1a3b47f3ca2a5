package wormhole.shell.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where everything stands: the programs under test, the other implementations, the folder to work in. */
final class Bench {
    /** The checkout. */
    static final Path ROOT = Path.of(System.getProperty("wormhole.root"));

    /** The built distribution. */
    static final Path HOME = Path.of(System.getProperty("wormhole.home"));

    /** Everything that the suite writes, one folder for each process. */
    static final Path WORK = HOME.resolveSibling("interop");

    private static final Map<String, String> VERSIONS = versions();

    static final SshPeer JAVA = new JavaPeer(HOME.resolve("bin/wormhole").toString());
    static final SshPeer PYTHON_NEW = new PythonPeer(
            version("PYTHON_NEW"), installed("python-new/bin/wormhole").toString(), false);
    static final SshPeer PYTHON_OLD = new PythonPeer(
            version("PYTHON_OLD"), installed("python-old/bin/wormhole").toString(), true);
    static final Peer GO =
            new GoPeer(version("GO"), installed("go/bin/wormhole-william").toString(), hosts());
    static final Peer RUST =
            new RustPeer(version("RUST"), installed("rust/bin/wormhole-rs").toString());

    static final List<Peer> OTHERS = List.of(PYTHON_NEW, PYTHON_OLD, GO, RUST);

    static final List<SshPeer> KEY_PASSERS = List.of(PYTHON_NEW, PYTHON_OLD);

    static final Payloads PAYLOADS = payloads();

    private Bench() {}

    /** A version out of the file that the installation reads too. */
    static String version(String name) {
        return VERSIONS.get(name);
    }

    /** A program in the folder where {@code .ci/install-peers} puts the others. */
    static Path installed(String program) {
        Map<String, String> environment = System.getenv();
        String cache = environment.getOrDefault("XDG_CACHE_HOME", environment.get("HOME") + "/.cache");
        String peers = environment.getOrDefault("WORMHOLE_PEERS", cache + "/wormhole-peers");
        return Path.of(peers).resolve(program);
    }

    private static Map<String, String> versions() {
        try {
            Map<String, String> versions = new HashMap<>();
            for (String line : Files.readAllLines(ROOT.resolve(".ci/peer-versions"))) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    versions.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Payloads payloads() {
        try {
            return Payloads.make(WORK.resolve("payloads"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder with one hosts file for each site, in which the public relay is the site's. */
    private static Path hosts() {
        try {
            Path folder = Files.createDirectories(WORK.resolve("hosts"));
            for (Site site : Site.values()) {
                String line = "127.0.0.1 localhost\n" + site.host() + " transit.magic-wormhole.io\n";
                Files.writeString(folder.resolve(site.name()), line);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
