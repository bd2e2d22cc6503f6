package plumbline.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.Upload;
import plumbline.simulator.wearer.Persona;
import plumbline.simulator.wearer.Personas;

class SameSeedTest {
    private static final Duration DAY = Duration.ofHours(12);
    private static final String PUBLISHED = "aa3927eead9f6fe1e6b79018c5d9995470bb60a91d492fe7a6274b51fcfa0adc";

    @Test
    void theSameSeedGivesTheSameBytesOnEveryJdk() throws NoSuchAlgorithmException {
        MessageDigest all = MessageDigest.getInstance("SHA-256");
        for (Persona persona : Personas.ALL) {
            all.update(digest(persona, 42));
        }

        assertThat(HexFormat.of().formatHex(all.digest())).isEqualTo(PUBLISHED);
    }

    @Test
    void anotherSeedGivesOtherBytes() throws NoSuchAlgorithmException {
        assertThat(digest(Personas.TYPICAL, 42)).isNotEqualTo(digest(Personas.TYPICAL, 43));
    }

    @Test
    void theStepsInWhichTimePassesChangeNothing() {
        VirtualDevice device = SimulatedDay.device(Personas.PHONE_USER, 42, Duration.ofMinutes(10));
        VirtualDevice other = SimulatedDay.device(Personas.PHONE_USER, 42, Duration.ofMinutes(10));
        java.util.List<DeviceMessage> steps = new java.util.ArrayList<>();
        for (long at = 0; at <= 7_200_000; at += 1_357) {
            steps.addAll(device.advance(SimulatedDay.START.toEpochMilli() + at));
        }
        steps.addAll(device.advance(SimulatedDay.START.toEpochMilli() + 7_200_000));

        assertThat(steps).isEqualTo(other.advance(SimulatedDay.START.toEpochMilli() + 7_200_000));
    }

    private static byte[] digest(Persona persona, long seed) throws NoSuchAlgorithmException {
        UploadCodec codec = new UploadCodec();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (Upload upload : SimulatedDay.of(persona, seed, DAY).uploads()) {
            digest.update(codec.encodeJson(upload));
            digest.update(codec.encodeBinary(upload));
        }
        return digest.digest();
    }
}
