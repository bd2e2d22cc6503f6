package plumbline.standalone.faults.posture;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import plumbline.contract.device.DeviceId;
import plumbline.streams.device.DeviceState;

/**
 * What an older version remembered of {@value #DEVICES} scripted wearers, in the midst of bad spells: the states of commit
 * 9de9541, the last to write version 2.
 */
public final class OldStates {
    public static final int DEVICES = 24;

    /** How many readings that version had taken from each, at least. */
    static final int READINGS = 60;

    static final Instant BEGIN = Instant.parse("2026-03-04T10:00:00Z");

    private static final String RESOURCE = "old-states-v2.txt";
    private static final int SECOND = 1_000;

    private OldStates() {}

    /** The wearers, from their first reading on. */
    static List<PostureScript> scripts() {
        return IntStream.range(0, DEVICES)
                .mapToObj(number -> new PostureScript(
                        new DeviceId("old-" + number), number, BEGIN.toEpochMilli() + (long) number * SECOND / DEVICES))
                .toList();
    }

    /** The bytes of each device's state. */
    public static Map<DeviceId, byte[]> bytes() {
        Map<DeviceId, byte[]> states = new LinkedHashMap<>();
        try (InputStream in = Objects.requireNonNull(OldStates.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(parts ->
                            states.put(new DeviceId(parts[0]), HexFormat.of().parseHex(parts[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return states;
    }

    /** The same wearers, going on from where those states were written. */
    public static Wearers wearers(long seed) {
        List<PostureScript> scripts = scripts();
        scripts.forEach(script -> script.playIntoTheMidst(READINGS, upload -> {}));
        Map<DeviceId, DeviceState> states = new HashMap<>();
        bytes().forEach((device, bytes) -> states.put(device, DeviceState.ofBytes(bytes)));
        return new Wearers(scripts, seed, Disturbance.NONE, states);
    }
}
