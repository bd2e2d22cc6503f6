package plumbline.streams.detection;

import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Mount;
import plumbline.contract.device.Upload;
import plumbline.contract.event.PostureIssue;

/**
 * One upload on its way through the machines.
 *
 * @param correctionMillis to be added to the device's times
 * @param rules those of its mount, {@code before} those of the mount worn until then
 * @param changes hears of what comes of it
 */
record Fold(
        DeviceId device,
        Upload upload,
        long correctionMillis,
        DetectionRules rules,
        DetectionRules before,
        PostureListener changes,
        SittingSpans spans,
        DroppedAngles dropped) {
    Fold(
            DeviceId device,
            Upload upload,
            long correctionMillis,
            DetectionRules rules,
            DetectionRules before,
            PostureListener changes) {
        this(
                device,
                upload,
                correctionMillis,
                rules,
                before,
                changes,
                new SittingSpans(upload.sitting(), correctionMillis),
                new DroppedAngles());
    }

    /** When its reading {@code i} was taken. */
    long timeMillis(int i) {
        return upload.times().timeMillis(i) + correctionMillis;
    }

    /** What was taken with a mount is judged by the rules of that mount to its end. */
    DetectionRules rulesOf(Mount worn) {
        return worn == upload.mount() ? rules : before;
    }

    EpisodeListener listener(PostureIssue issue) {
        return new IssueListener(device, issue, changes);
    }
}
