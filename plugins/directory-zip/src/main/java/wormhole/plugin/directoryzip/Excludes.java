package wormhole.plugin.directoryzip;

import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import wormhole.spi.ErrorCode;
import wormhole.spi.WormholeException;

/** Glob patterns of what is left out: of names anywhere, or of whole paths below the directory that is sent. */
final class Excludes {
    private final List<PathMatcher> patterns;

    private Excludes(List<PathMatcher> patterns) {
        this.patterns = patterns;
    }

    static Excludes of(List<String> globs) throws WormholeException {
        FileSystem files = FileSystems.getDefault();
        List<PathMatcher> patterns = new ArrayList<>();
        for (String glob : globs) {
            try {
                patterns.add(files.getPathMatcher("glob:" + (glob.endsWith("/") ? glob.replaceAll("/+$", "") : glob)));
            } catch (PatternSyntaxException e) {
                throw new WormholeException(ErrorCode.USAGE, "'" + glob + "' is no pattern: " + e.getDescription())
                        .withHint("Give --exclude a pattern such as '*.log' or 'build/**'.");
            }
        }
        return new Excludes(patterns);
    }

    /** Whether something at this relative path, and with it everything below, is left out. */
    boolean match(Path relative) {
        if (patterns.isEmpty()) {
            return false;
        }
        Path name = relative.getFileName();
        return patterns.stream().anyMatch(pattern -> pattern.matches(relative) || pattern.matches(name));
    }
}
