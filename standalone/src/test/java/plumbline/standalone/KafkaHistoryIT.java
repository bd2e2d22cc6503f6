package plumbline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static plumbline.standalone.PipelineTopics.forwardNeck;
import static plumbline.standalone.PipelineTopics.worn;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import plumbline.contract.codec.Decoded;
import plumbline.contract.codec.UploadCodec;
import plumbline.contract.device.DeviceId;
import plumbline.contract.device.Upload;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.contract.event.TopicPrefix;
import plumbline.standalone.embedded.EmbeddedKafka;
import plumbline.streams.kafka.KafkaHistory;
import plumbline.streams.topology.HistoryArchive.Archived;
import plumbline.streams.topology.HistoryArchive.TooLarge;

/** What devices have sent, and what was published of it, read back from a broker. */
class KafkaHistoryIT {
    private static final int PARTITION = 0;
    private static final int OTHER_PARTITION = 1;

    /** Recent, since a broker drops records that are past the retention of their topic. */
    private static final long T = System.currentTimeMillis();

    private static final byte[] NONSENSE = "nonsense".getBytes(StandardCharsets.UTF_8);
    private static final Duration WITHIN = Duration.ofSeconds(60);

    /** An answer for which nothing has to be awaited takes a third of it. */
    private static final Duration LONGER_THAN_AN_ANSWER = Duration.ofSeconds(3);

    private static EmbeddedKafka broker;

    private PipelineTopics topics;
    private KafkaHistory history;
    private DeviceId device;
    private DeviceId neighbour;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedKafka.start(0);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void open() {
        topics = new PipelineTopics(broker);
        history = new KafkaHistory(topics.kafka());
        List<DeviceId> devices = topics.devicesIn(PARTITION, 2);
        device = devices.get(0);
        neighbour = devices.get(1);
    }

    @AfterEach
    void close() {
        history.close();
        topics.close();
    }

    @Test
    void anAnswerHasWhatTheDeviceSentFromTheAskedTimeOnInOrderOfArrival() throws Exception {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int seq = 1; seq <= 4; seq++) {
            records.add(topics.upload(neighbour, 100 + seq, T + seq));
            records.add(topics.upload(device, seq, T + seq));
        }
        topics.write(records);

        Archived archived = read(device, T + 2);
        assertThat(seqs(archived)).containsExactly(2L, 3L, 4L);
        assertThat(archived.uploads().get(0).arrivalMillis()).isEqualTo(T + 2);
        assertThat(seqs(read(device, T + 5))).isEmpty();
    }

    @Test
    void whatArrivedEarlierButCameIntoTheTopicLaterIsLeftOut() throws Exception {
        topics.write(
                List.of(topics.upload(device, 1, T + 1), topics.upload(device, 2, T), topics.upload(device, 3, T + 1)));

        assertThat(seqs(read(device, T + 1))).containsExactly(1L, 3L);
    }

    @Test
    void theLastRevisionOfAnEpisodeStandsUnlessItWasRetracted() throws Exception {
        topics.write(List.of(
                topics.episode(forwardNeck(device, T, 1)),
                topics.episode(forwardNeck(device, T + 1, 1)),
                topics.episode(forwardNeck(neighbour, T, 7)),
                topics.episode(forwardNeck(device, T + 2, 1)),
                topics.episode(forwardNeck(device, T, 2)),
                topics.episode(forwardNeck(device, T + 1, 1), null),
                topics.episode(forwardNeck(device, T + 2, 1), null),
                topics.episode(forwardNeck(device, T + 2, 2))));

        assertThat(read(device, T).episodes())
                .containsExactlyInAnyOrder(forwardNeck(device, T, 2), forwardNeck(device, T + 2, 2));
    }

    @Test
    void theLastRevisionOfADayStands() throws Exception {
        topics.write(List.of(
                topics.day(worn(device, T, 60, 1)),
                topics.day(worn(neighbour, T, 30, 1)),
                topics.day(worn(device, T, 120, 2))));

        assertThat(read(device, T).days()).containsExactly(worn(device, T, 120, 2));
    }

    @Test
    void whatCantBeReadIsLeftOutAndTheRestIsRead() throws Exception {
        topics.write(List.of(
                topics.upload(device, 1, T),
                topics.upload(device, device.value(), NONSENSE, T),
                topics.upload(device, device.value(), null, T),
                topics.upload(device, null, IngestFixture.binary(2), T),
                topics.upload(device, 3, T),
                topics.episode(forwardNeck(device, T, 1), NONSENSE),
                topics.episode(forwardNeck(device, T + 1, 1))));

        Archived archived = read(device, T);
        assertThat(seqs(archived)).containsExactly(1L, 3L);
        assertThat(archived.episodes()).containsExactly(forwardNeck(device, T + 1, 1));
    }

    @Test
    void whatWasAbortedIsNotRead() throws Exception {
        topics.write(List.of(topics.upload(device, 1, T), topics.episode(forwardNeck(device, T, 1))));
        try (KafkaProducer<String, byte[]> producer = topics.transaction(WITHIN)) {
            producer.send(topics.upload(device, 2, T + 1));
            producer.send(topics.episode(forwardNeck(device, T, 2)));
            producer.flush();
            producer.abortTransaction();
        }

        Archived archived = read(device, T);
        assertThat(seqs(archived)).containsExactly(1L);
        assertThat(archived.episodes()).containsExactly(forwardNeck(device, T, 1));
        assertThat(seqs(read(device, T + 1))).isEmpty();
    }

    @Test
    void whatLayThereUncommittedIsAwaited() throws Exception {
        topics.write(List.of(topics.episode(forwardNeck(device, T, 1))));
        try (KafkaProducer<String, byte[]> producer = topics.transaction(WITHIN)) {
            producer.send(topics.episode(forwardNeck(device, T + 1, 1)));
            producer.flush();
            CompletableFuture<Archived> answer = history.read(PARTITION, device, T + 1);
            assertThatThrownBy(() -> answer.get(LONGER_THAN_AN_ANSWER.toMillis(), TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);

            producer.commitTransaction();
            assertThat(get(answer).episodes()).containsExactly(forwardNeck(device, T + 1, 1));
        }
    }

    @Test
    void whatNobodyCommitsIsAwaitedUntilTheBrokerGivesItUp() throws Exception {
        topics.write(List.of(topics.episode(forwardNeck(device, T, 1))));
        try (KafkaProducer<String, byte[]> producer = topics.transaction(Duration.ofSeconds(2))) {
            producer.send(topics.episode(forwardNeck(device, T, 2)));
            producer.flush();

            assertThat(read(device, T).episodes()).containsExactly(forwardNeck(device, T, 1));
        }
    }

    @Test
    void devicesThatAskTogetherGetTheirOwnAnswers() throws Exception {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int seq = 1; seq <= 3; seq++) {
            records.add(topics.upload(device, seq, T + seq));
            records.add(topics.upload(neighbour, 100 + seq, T + seq));
        }
        records.add(topics.episode(forwardNeck(neighbour, T + 3, 1)));
        topics.write(records);

        keepBusy();
        CompletableFuture<Archived> ofDevice = history.read(PARTITION, device, T + 1);
        CompletableFuture<Archived> ofNeighbour = history.read(PARTITION, neighbour, T + 3);
        assertThat(seqs(get(ofDevice))).containsExactly(1L, 2L, 3L);
        assertThat(get(ofDevice).episodes()).isEmpty();
        assertThat(seqs(get(ofNeighbour))).containsExactly(103L);
        assertThat(get(ofNeighbour).episodes()).containsExactly(forwardNeck(neighbour, T + 3, 1));
    }

    @Test
    void aDeviceThatAsksAgainMeanwhileGetsBothAnswers() throws Exception {
        topics.write(List.of(topics.upload(device, 1, T), topics.upload(device, 2, T + 1)));

        keepBusy();
        CompletableFuture<Archived> first = history.read(PARTITION, device, T + 1);
        CompletableFuture<Archived> second = history.read(PARTITION, device, T);
        assertThat(seqs(get(first))).containsExactly(2L);
        assertThat(seqs(get(second))).containsExactly(1L, 2L);
    }

    @Test
    void whoGoesBeyondWhatAPassKeepsFailsAloneAndIsAnsweredAlone() throws Exception {
        byte[] large = largeUpload();
        int some = 20 * 1024 * 1024 / large.length;
        int many = 33 * 1024 * 1024 / large.length;
        DeviceId third = topics.devicesIn(PARTITION, 3).get(2);
        topics.write(Collections.nCopies(some, topics.upload(device, device.value(), large, T)));
        topics.write(Collections.nCopies(many, topics.upload(neighbour, neighbour.value(), large, T)));
        topics.write(List.of(topics.upload(third, 3, T)));

        keepBusy();
        CompletableFuture<Archived> ofDevice = history.read(PARTITION, device, T);
        CompletableFuture<Archived> ofNeighbour = history.read(PARTITION, neighbour, T);
        CompletableFuture<Archived> ofThird = history.read(PARTITION, third, T);
        assertThat(get(ofDevice).uploads()).hasSize(some);
        assertThat(seqs(get(ofThird))).containsExactly(3L);
        assertThatThrownBy(() -> get(ofNeighbour))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("too much was asked for at once");

        assertThat(read(neighbour, T).uploads()).hasSize(many);
    }

    @Test
    void whoHasSentMoreThanAHistoryMayHoldIsToldSo() throws Exception {
        topics.write(Collections.nCopies(7 * 86_400, topics.upload(device, 1, T)));
        topics.write(List.of(topics.upload(neighbour, 2, T)));

        assertThatThrownBy(() -> read(device, T))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(TooLarge.class)
                .hasMessageContaining("uploads since " + Instant.ofEpochMilli(T));
        assertThat(seqs(read(neighbour, T))).containsExactly(2L);
    }

    @Test
    void fourDaysOfAReadingASecondAreReadThoughEachIsAnUploadOfItsOwn() throws Exception {
        int readings = 4 * 86_400;
        topics.write(Collections.nCopies(readings, topics.upload(device, 1, T)));

        assertThat(read(device, T).uploads()).hasSize(readings);
    }

    @Test
    void anEmptyTopicIsAnEmptyHistory() throws Exception {
        Archived archived = read(device, T);
        assertThat(archived.uploads()).isEmpty();
        assertThat(archived.episodes()).isEmpty();
    }

    @Test
    void aBrokerOfUnknownNameFailsEachQuestion() {
        try (KafkaHistory nowhere = new KafkaHistory(new KafkaEndpoint("kafka.invalid:9092", TopicPrefix.NONE))) {
            for (int question = 1; question <= 2; question++) {
                assertThatThrownBy(() -> get(nowhere.read(PARTITION, device, T)))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(KafkaException.class);
            }
        }
    }

    @Test
    void itClosesAtOnceThoughItsBrokerSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout((int) WITHIN.toMillis());
            String bootstrap = "127.0.0.1:" + silent.getLocalPort();
            KafkaHistory waiting = new KafkaHistory(new KafkaEndpoint(bootstrap, TopicPrefix.NONE));
            CompletableFuture<Archived> answer = waiting.read(PARTITION, device, T);
            silent.accept();

            history.close();
            waiting.close();
            await().atMost(WITHIN)
                    .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                            .extracting(Thread::getName)
                            .doesNotContain("history-reader"));
            assertThat(answer).isNotDone();
        }
    }

    /** What is asked next becomes due while the reader is at work elsewhere, and is therefore answered together. */
    private void keepBusy() {
        history.read(OTHER_PARTITION, device, T);
    }

    private Archived read(DeviceId asked, long sinceMillis) throws Exception {
        return get(history.read(PARTITION, asked, sinceMillis));
    }

    private static Archived get(CompletableFuture<Archived> answer) throws Exception {
        return answer.get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static List<Long> seqs(Archived archived) {
        return archived.uploads().stream().map(sent -> sent.upload().seq()).toList();
    }

    private static byte[] largeUpload() {
        String span = "{\"from\":1760000000000,\"to\":1760000060000,\"source\":\"chair\"}";
        String json = "{\"v\":1,\"boot\":1,\"seq\":1,\"start\":1760000000000,\"sitting\":["
                + String.join(",", Collections.nCopies(1_000, span)) + "]}";
        UploadCodec codec = new UploadCodec();
        Decoded<Upload> upload =
                codec.decode(new DeviceId("any"), json.getBytes(StandardCharsets.UTF_8), IngestFixture.JSON);
        return codec.encodeBinary(((Decoded.Accepted<Upload>) upload).value());
    }
}
