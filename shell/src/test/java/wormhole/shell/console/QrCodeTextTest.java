package wormhole.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrCodeTextTest {
    private static final String LINK = "wormhole-transfer:7-crossover-clockwork";

    @Test
    void everyModuleCanBeReadBack() {
        QrCode code = QrCode.encodeText(LINK, QrCode.Ecc.LOW);
        List<String> lines = QrCodeText.of(LINK).lines().toList();

        for (int y = -2; y < code.size + 2; y++) {
            for (int x = -2; x < code.size + 2; x++) {
                char block = lines.get((y + 2) / 2).charAt(x + 2);
                boolean light = block == '█' || block == ((y + 2) % 2 == 0 ? '▀' : '▄');
                assertThat(light).as(x + "," + y).isNotEqualTo(code.getModule(x, y));
            }
        }
    }
}
