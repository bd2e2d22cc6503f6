package plumbline.contract.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import plumbline.contract.codec.wire.UploadProto;
import plumbline.contract.device.Activity;
import plumbline.contract.device.AngleColumn;
import plumbline.contract.device.Calibration;
import plumbline.contract.device.Mount;
import plumbline.contract.device.SamplingTimes;
import plumbline.contract.device.SittingSource;
import plumbline.contract.device.SittingSpan;
import plumbline.contract.device.Upload;
import plumbline.contract.event.RejectReason;

/** Uploads as protobuf. */
final class BinaryUploads {
    private static final WireEnum<Activity> ACTIVITIES = new WireEnum<>(Activity.class);
    private static final WireEnum<Mount> MOUNTS = new WireEnum<>(Mount.class);
    private static final WireEnum<SittingSource> SOURCES = new WireEnum<>(SittingSource.class);
    private static final long UINT32 = 0xFFFF_FFFFL;

    Decoded<Upload> decode(byte[] payload) {
        try {
            BinaryScan.requireBounded(payload);
            return Decoded.accept(toUpload(UploadProto.Upload.parseFrom(payload)));
        } catch (IOException e) {
            return Decoded.reject(
                    RejectReason.NOT_PROTOBUF, "neither JSON, which begins with a brace, nor a whole protobuf upload");
        } catch (RejectedException e) {
            return e.asRejected();
        }
    }

    private static Upload toUpload(UploadProto.Upload wire) throws RejectedException {
        return new Upload(
                wire.getBoot() & UINT32,
                wire.getSeq() & UINT32,
                times(wire),
                angles(wire.getNeckDecidegreesCount(), wire::getNeckDecidegrees),
                angles(wire.getShoulderDecidegreesCount(), wire::getShoulderDecidegrees),
                activities(wire),
                wire.getSentAtMillis(),
                MOUNTS.of(wire.getMountValue()),
                new Calibration(
                        wire.getCalibration(),
                        AngleColumn.within16Bits(wire.getReferenceNeckDecidegrees()),
                        AngleColumn.within16Bits(wire.getReferenceShoulderDecidegrees())),
                spans(wire),
                wire.hasBatteryPercent() ? wire.getBatteryPercent() : -1,
                wire.getFirmware(),
                wire.getHistorical(),
                wire.hasOldestSeq() ? wire.getOldestSeq() & UINT32 : -1);
    }

    private static SamplingTimes times(UploadProto.Upload wire) {
        int[] offsets = new int[wire.getOffsetMillisCount()];
        Arrays.setAll(offsets, wire::getOffsetMillis);
        return SamplingTimes.at(wire.getStartMillis(), wire.getIntervalMillis(), offsets);
    }

    private static AngleColumn angles(int count, IntUnaryOperator angle) {
        int[] decidegrees = new int[count];
        Arrays.setAll(decidegrees, i -> bounded(angle.applyAsInt(i)));
        return AngleColumn.ofDecidegrees(decidegrees);
    }

    /** As in JSON, an angle that no sensor has is kept as far as it can be said. */
    private static int bounded(int decidegrees) {
        return decidegrees == AngleColumn.MISSING ? decidegrees : AngleColumn.within16Bits(decidegrees);
    }

    private static List<Activity> activities(UploadProto.Upload wire) {
        int count = wire.getActivityCount();
        List<Activity> activities = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            activities.add(ACTIVITIES.of(wire.getActivityValue(i)));
        }
        return activities;
    }

    private static List<SittingSpan> spans(UploadProto.Upload wire) throws RejectedException {
        List<SittingSpan> spans = new ArrayList<>(wire.getSittingCount());
        for (int i = 0; i < wire.getSittingCount(); i++) {
            UploadProto.SittingSpan span = wire.getSitting(i);
            SittingSource source = SOURCES.of(span.getSourceValue());
            spans.add(SpanCheck.span(i, span.getFromMillis(), span.getToMillis(), source));
        }
        return spans;
    }

    byte[] encode(Upload upload) {
        UploadProto.Upload.Builder wire = UploadProto.Upload.newBuilder()
                .setBoot((int) upload.boot())
                .setSeq((int) upload.seq())
                .setStartMillis(upload.times().startMillis())
                .setIntervalMillis(upload.times().intervalMillis())
                .setSentAtMillis(upload.sentAtMillis())
                .setMountValue(MOUNTS.number(upload.mount()))
                .setCalibration(upload.calibration().id())
                .setReferenceNeckDecidegrees(upload.calibration().neckDecidegrees())
                .setReferenceShoulderDecidegrees(upload.calibration().shoulderDecidegrees())
                .setFirmware(upload.firmware())
                .setHistorical(upload.historical());
        if (upload.batteryPercent() >= 0) {
            wire.setBatteryPercent(upload.batteryPercent());
        }
        if (upload.oldestSeq() >= 0) {
            wire.setOldestSeq((int) upload.oldestSeq());
        }
        columns(upload, wire);
        for (SittingSpan span : upload.sitting()) {
            wire.addSittingBuilder()
                    .setFromMillis(span.fromMillis())
                    .setToMillis(span.toMillis())
                    .setSourceValue(SOURCES.number(span.source()));
        }
        return wire.build().toByteArray();
    }

    private static void columns(Upload upload, UploadProto.Upload.Builder wire) {
        for (int offset : upload.times().offsetMillis()) {
            wire.addOffsetMillis(offset);
        }
        for (int angle : upload.neck().toArray()) {
            wire.addNeckDecidegrees(angle);
        }
        for (int angle : upload.shoulder().toArray()) {
            wire.addShoulderDecidegrees(angle);
        }
        for (Activity activity : upload.activity()) {
            wire.addActivityValue(ACTIVITIES.number(activity));
        }
    }
}
