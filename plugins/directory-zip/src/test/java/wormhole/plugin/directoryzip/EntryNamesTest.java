package wormhole.plugin.directoryzip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import wormhole.spi.WormholeException;
import wormhole.spi.files.PeerPath;

class EntryNamesTest {
    private static final int MANY = 200_000;

    @Test
    void takesManyNamesOnceAndNoneOfThemTwice() throws WormholeException {
        EntryNames names = new EntryNames(2 * MANY);
        for (int i = 0; i < MANY; i++) {
            names.add(PeerPath.of(i % 1000 + "/" + i));
        }
        for (int i = 0; i < MANY; i += 997) {
            PeerPath again = PeerPath.of(i % 1000 + "/" + i);
            assertThatExceptionOfType(WormholeException.class)
                    .isThrownBy(() -> names.add(again))
                    .withMessageContaining("twice");
        }
    }

    @Test
    void countsTheDirectoriesOnTheWay() throws WormholeException {
        EntryNames names = new EntryNames(4);
        names.add(PeerPath.of("a/b/c/d"));
        assertThatExceptionOfType(WormholeException.class)
                .isThrownBy(() -> names.add(PeerPath.of("a/b/c/e")))
                .withMessageContaining("more than 4");
    }

    /** The vector of the paper's authors is of bytes; ours are of characters, so what counts is that the key does. */
    @Test
    void hashesDependOnKeyPlaceAndText() {
        SipHash hash = new SipHash(1, 2);
        assertThat(hash.of(3, "abcde")).isEqualTo(new SipHash(1, 2).of(3, "abcde"));
        assertThat(hash.of(3, "abcde"))
                .isNotEqualTo(new SipHash(1, 3).of(3, "abcde"))
                .isNotEqualTo(hash.of(4, "abcde"))
                .isNotEqualTo(hash.of(3, "abcdf"))
                .isNotEqualTo(hash.of(3, "abcd"));
    }

    @Test
    void aMapGivesBackWhatWasPutIntoIt() {
        LongMap map = new LongMap();
        for (long i = 1; i <= MANY; i++) {
            map.put(i * 0x9e3779b97f4a7c15L, i);
        }
        for (long i = 1; i <= MANY; i++) {
            assertThat(map.get(i * 0x9e3779b97f4a7c15L)).isEqualTo(i);
        }
        assertThat(map.get(5)).isZero();
    }
}
