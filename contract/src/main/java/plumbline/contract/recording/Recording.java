package plumbline.contract.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plumbline.contract.device.DeviceId;
import plumbline.contract.operator.InputFile;

/**
 * A CSV file of readings: {@code device,time_ms,neck_deg,shoulder_deg,activity} and, where there is one, {@code label},
 * in any order, blank where not measured, more columns ignored.
 *
 * @param devices the rows of each device, in order of time
 */
public record Recording(Map<DeviceId, List<RecordedReading>> devices) {
    private static final ObjectReader ROWS = new CsvMapper()
            .readerForMapOf(String.class)
            .with(CsvSchema.emptySchema().withHeader());

    /** Reads the whole file; throws {@link RecordingException} at the first row that can't be read. */
    public static Recording read(Path file) throws IOException, RecordingException {
        Optional<String> fault = InputFile.fault(file);
        if (fault.isPresent()) {
            throw new RecordingException(fault.get());
        }
        Map<DeviceId, List<RecordedReading>> devices = new TreeMap<>();
        try (MappingIterator<Map<String, String>> rows = ROWS.readValues(file.toFile())) {
            while (rows.hasNextValue()) {
                RecordedReading reading = new RecordingRow(file, line(rows), rows.nextValue()).toReading();
                append(devices.computeIfAbsent(reading.device(), device -> new ArrayList<>()), reading, file, rows);
            }
        } catch (JsonProcessingException | CharConversionException e) {
            throw new RecordingException(file + ": not a CSV file with a header in UTF-8");
        }
        if (devices.isEmpty()) {
            throw new RecordingException(file + " holds no readings");
        }
        return new Recording(devices);
    }

    private static void append(
            List<RecordedReading> readings,
            RecordedReading reading,
            Path file,
            MappingIterator<Map<String, String>> rows)
            throws RecordingException {
        if (!readings.isEmpty()
                && reading.timeMillis() < readings.get(readings.size() - 1).timeMillis()) {
            throw new RecordingException(file + ", line " + (line(rows) - 1) + ": time_ms runs backwards for "
                    + reading.device() + "; sort the rows of each device by time");
        }
        readings.add(reading);
    }

    private static int line(MappingIterator<?> rows) {
        return rows.getCurrentLocation().getLineNr();
    }

    public int size() {
        return devices.values().stream().mapToInt(List::size).sum();
    }
}
