package plumbline.contract.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.RejectReason;

/** Uploads as JSON, read in one pass without a tree. */
final class JsonUploads {
    static final int VERSION = 1;
    private static final int MAX_DEPTH = 8;

    private final JsonFactory factory = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // so that NaN is named as the fault it is
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    Decoded<Upload> decode(DeviceId device, byte[] payload) {
        JsonUploadFields fields = new JsonUploadFields();
        try (JsonParser parser = factory.createParser(payload)) {
            readObject(parser, fields);
        } catch (JsonProcessingException e) {
            return Decoded.reject(RejectReason.NOT_JSON, JsonFault.describe(e));
        } catch (RejectedException e) {
            return e.asRejected();
        } catch (IOException e) {
            return JsonFault.notText();
        }
        return fields.toUpload(device);
    }

    private static void readObject(JsonParser parser, JsonUploadFields fields) throws IOException, RejectedException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new RejectedException(RejectReason.NOT_JSON, "an upload is a JSON object");
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            fields.read(field, parser);
        }
        if (parser.nextToken() != null) {
            throw new RejectedException(RejectReason.NOT_JSON, "something follows the upload's closing brace");
        }
    }

    byte[] encode(Upload upload) {
        return JsonUploadWriter.write(factory, upload);
    }
}
