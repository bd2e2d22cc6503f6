package plumbline.streams.topology;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import plumbline.contract.codec.EventJson;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.DeadLetter;
import plumbline.contract.event.KafkaTopic;
import plumbline.contract.event.RejectReason;
import plumbline.streams.device.DeviceInput;
import plumbline.streams.device.DeviceMachine;
import plumbline.streams.device.DeviceState;
import plumbline.streams.device.Effect;
import plumbline.streams.device.Publication;

/** Drives the machine of a device: loads its state, advances it by one record, saves it, carries the effects out. */
final class DeviceProcessor implements Processor<String, byte[], String, byte[]> {
    static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

    private static final byte[] NOTHING = new byte[0];

    private final DeviceMachine machine;
    private final Function<byte @Nullable [], DeviceInput> decoder;
    private final EffectCounter counter;
    private final String sourceTopic;
    private final HistoryDesks desks;
    private final Optional<UploadsProgress> caretaking;
    private @Nullable ProcessorContext<String, byte[]> context;
    private @Nullable KeyValueStore<String, byte[]> store;

    /**
     * Processes records of one topic.
     *
     * @param caretaking present in one of a task's processors, which looks after what no input brings about for all of them
     */
    DeviceProcessor(
            DeviceMachine machine,
            Function<byte @Nullable [], DeviceInput> decoder,
            EffectCounter counter,
            String sourceTopic,
            HistoryDesks desks,
            Optional<UploadsProgress> caretaking) {
        this.machine = machine;
        this.decoder = decoder;
        this.counter = counter;
        this.sourceTopic = sourceTopic;
        this.desks = desks;
        this.caretaking = caretaking;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> processorContext) {
        context = processorContext;
        KeyValueStore<String, byte[]> states = processorContext.getStateStore(NodeNames.DEVICE_STATE);
        store = states;
        caretaking.ifPresent(progress -> {
            int partition = processorContext.taskId().partition();
            desks.renew(partition);
            SilenceSweep sweep = new SilenceSweep(states, this::wake);
            processorContext.schedule(
                    SWEEP_EVERY,
                    PunctuationType.WALL_CLOCK_TIME,
                    tick -> progress.doneUntilMillis(partition).ifPresent(now -> {
                        desk().tooLarge().forEach(device -> giveUp(device, now));
                        desk().answer().ifPresent(answer -> mend(answer, now));
                        sweep.advance(now);
                    }));
        });
    }

    private void mend(HistoryDesk.Answer answer, long now) {
        advance(new Record<>(answer.device().value(), NOTHING, now), answer.device(), answer.history());
    }

    private void giveUp(DeviceId device, long now) {
        counter.historyGivenUp();
        advance(new Record<>(device.value(), NOTHING, now), device, new DeviceInput.HistoryTooLarge());
    }

    private void wake(DeviceId device, long nowMillis) {
        advance(new Record<>(device.value(), NOTHING, nowMillis), device, new DeviceInput.TimePassed());
    }

    @Override
    public void process(Record<String, byte[]> record) {
        String key = record.key();
        Optional<DeviceId> device = key == null ? Optional.empty() : DeviceId.parse(key);
        if (device.isEmpty()) {
            deadLetter(record, null, RejectReason.BAD_DEVICE_ID, "the record's key is no device id");
            return;
        }
        DeviceInput input = decoder.apply(record.value());
        if (input instanceof DeviceInput.Unreadable unreadable) {
            deadLetter(record, key, unreadable.reason(), unreadable.detail());
        } else {
            advance(record, device.get(), input);
        }
    }

    private void advance(Record<String, byte[]> record, DeviceId device, DeviceInput input) {
        KeyValueStore<String, byte[]> states = Objects.requireNonNull(store);
        byte[] before = states.get(device.value());
        DeviceState state = before == null ? new DeviceState() : DeviceState.ofBytes(before);
        machine.advance(device, state, input, record.timestamp(), effect -> carryOut(record, device, effect));
        if (!state.isBlank()) {
            states.put(device.value(), state.toBytes());
        } else if (before != null) {
            states.delete(device.value());
        }
        if (input instanceof DeviceInput.UploadArrived arrived) {
            desk().arrived(device, arrived.upload(), record.timestamp());
        }
    }

    private void carryOut(Record<String, byte[]> record, DeviceId device, Effect effect) {
        counter.count(effect);
        follow(device, effect);
        if (effect instanceof Effect.InputRejected rejected) {
            deadLetter(record, device.value(), rejected.reason(), rejected.detail());
        } else {
            Publication.of(device, effect).ifPresent(publication -> publish(record, publication));
        }
    }

    private int partition() {
        return Objects.requireNonNull(context).taskId().partition();
    }

    private HistoryDesk desk() {
        return desks.of(partition());
    }

    private void follow(DeviceId device, Effect effect) {
        if (effect instanceof Effect.HistoryWanted wanted) {
            desk().ask(partition(), device, wanted.sinceMillis());
        } else if (effect instanceof Effect.EpisodeChanged changed) {
            desk().published(device, changed.episode().id(), Optional.of(changed.episode()));
        } else if (effect instanceof Effect.EpisodeRetracted retracted) {
            desk().published(device, retracted.id(), Optional.empty());
        } else if (effect instanceof Effect.DaySummed summed) {
            desk().published(device, summed.summary());
        }
    }

    private void publish(Record<String, byte[]> record, Publication publication) {
        byte[] value = publication.value() == null ? null : EventJson.encode(publication.value());
        forward(new Record<>(publication.key(), value, record.timestamp()), publication.topic());
    }

    private void deadLetter(
            Record<String, byte[]> record, @Nullable String device, RejectReason reason, String detail) {
        counter.rejected(reason);
        DeadLetter letter =
                new DeadLetter(device, reason, detail, sourceTopic, Instant.ofEpochMilli(record.timestamp()));
        Headers headers = new RecordHeaders();
        letter.headers().forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        forward(new Record<>(record.key(), record.value(), record.timestamp(), headers), KafkaTopic.DEAD_LETTERS);
    }

    private void forward(Record<String, byte[]> record, KafkaTopic topic) {
        Objects.requireNonNull(context).forward(record, NodeNames.sink(topic));
    }
}
