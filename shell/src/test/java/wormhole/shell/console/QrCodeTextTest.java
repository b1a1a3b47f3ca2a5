package wormhole.shell.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The code is photographed from a terminal, so to say, and read by a program that reads no negatives. */
class QrCodeTextTest {
    private static final String LINK =
            "wormhole-transfer:7-crossover-clockwork?rendezvous=ws%3A%2F%2Fmailbox.example.com%3A4000%2Fv1";
    private static final int MODULE = 4;
    private static final int MARGIN = 6 * MODULE;
    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0;

    @ParameterizedTest
    @EnumSource
    void canBeScannedFromTheScreen(Background background) throws Exception {
        List<String> lines = QrCodeText.of(LINK, background).lines().toList();

        assertThat(scanned(lines, background)).isEqualTo(LINK);
    }

    private static String scanned(List<String> lines, Background background) throws Exception {
        int width = lines.get(0).length() * MODULE + 2 * MARGIN;
        int height = lines.size() * 2 * MODULE + 2 * MARGIN;
        int[] pixels = new int[width * height];
        Arrays.fill(pixels, background == Background.DARK ? BLACK : WHITE);
        int ink = background == Background.DARK ? WHITE : BLACK;
        for (int row = 0; row < lines.size(); row++) {
            String line = lines.get(row);
            for (int column = 0; column < line.length(); column++) {
                char block = line.charAt(column);
                if (block == '█' || block == '▀') {
                    draw(pixels, width, column, 2 * row, ink);
                }
                if (block == '█' || block == '▄') {
                    draw(pixels, width, column, 2 * row + 1, ink);
                }
            }
        }
        RGBLuminanceSource photo = new RGBLuminanceSource(width, height, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(photo)))
                .getText();
    }

    private static void draw(int[] pixels, int width, int x, int y, int ink) {
        for (int line = 0; line < MODULE; line++) {
            int begin = (MARGIN + y * MODULE + line) * width + MARGIN + x * MODULE;
            Arrays.fill(pixels, begin, begin + MODULE, ink);
        }
    }
}
