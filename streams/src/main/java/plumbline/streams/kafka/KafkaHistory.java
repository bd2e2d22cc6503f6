package plumbline.streams.kafka;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import plumbline.contract.device.DeviceId;
import plumbline.contract.event.KafkaEndpoint;
import plumbline.streams.topology.HistoryArchive;

/** Reads histories back from Kafka on a thread of its own: all that wait for one partition in one pass over it. */
public final class KafkaHistory implements HistoryArchive, AutoCloseable {
    /** What was published just before the question is visible once its transaction is committed. */
    private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);
    private static final Logger LOG = LoggerFactory.getLogger(KafkaHistory.class);

    private final Pass pass;
    private final BlockingQueue<Question> questions = new LinkedBlockingQueue<>();
    private final Thread reader = new Thread(this::run, "history-reader");

    /** What a device asked for. */
    record Question(
            int partition, DeviceId device, long sinceMillis, long askedNanos, CompletableFuture<Archived> answer) {}

    /** Answers questions about one partition, each from another device. */
    interface Pass {
        void answer(List<Question> together);
    }

    public KafkaHistory(KafkaEndpoint kafka) {
        this(together -> pass(kafka, together));
    }

    KafkaHistory(Pass pass) {
        this.pass = pass;
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public CompletableFuture<Archived> read(int partition, DeviceId device, long sinceMillis) {
        CompletableFuture<Archived> answer = new CompletableFuture<>();
        questions.add(new Question(partition, device, sinceMillis, System.nanoTime(), answer));
        return answer;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Question first = questions.take();
                long wait = first.askedNanos() + SETTLE_NANOS - System.nanoTime();
                TimeUnit.NANOSECONDS.sleep(Math.max(0, wait));
                answer(together(first));
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("the history reader ends");
        }
    }

    private List<Question> together(Question first) {
        Map<DeviceId, Question> together = new LinkedHashMap<>(Map.of(first.device(), first));
        for (Question next : questions) {
            if (next.partition() == first.partition() && next.askedNanos() + SETTLE_NANOS <= System.nanoTime()) {
                together.putIfAbsent(next.device(), next);
            }
        }
        questions.removeAll(together.values());
        return List.copyOf(together.values());
    }

    private void answer(List<Question> together) {
        try {
            pass.answer(together);
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} histories could not be read back, their devices ask again: {}", together.size(), e.toString());
            fail(together, e);
        } catch (Error e) {
            // Who waits would wait for ever, and so would all that come after them.
            LOG.error("{} histories could not be read back, their devices ask again", together.size(), e);
            fail(together, e);
        }
    }

    private static void fail(List<Question> together, Throwable cause) {
        together.forEach(question -> question.answer().completeExceptionally(cause));
    }

    private static void pass(KafkaEndpoint kafka, List<Question> together) {
        long begin = System.nanoTime();
        try (Consumer<String, byte[]> committed = consumer(kafka, "plumbline-streams-history", "read_committed");
                Consumer<String, byte[]> all = consumer(kafka, "plumbline-streams-history-end", "read_uncommitted")) {
            HistoryPass pass = new HistoryPass(committed, all, kafka, together);
            long looked = pass.read();
            LOG.debug(
                    "read the histories of {} devices back from {} records in {} ms",
                    together.size(),
                    looked,
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
            if (pass.putOff() > 0) {
                LOG.info(
                        "{} of {} histories were too much for one pass, their devices ask again",
                        pass.putOff(),
                        together.size());
            }
        }
    }

    private static Consumer<String, byte[]> consumer(KafkaEndpoint kafka, String clientId, String isolation) {
        Map<String, Object> settings = kafka.clientSettings(clientId);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // What was deleted meanwhile is no empty history.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()) {
            @Override
            public void close() {
                // It has nothing to say to the broker, and when this history is closed it is interrupted.
                close(CloseOptions.timeout(Duration.ZERO));
            }
        };
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join(CLOSE_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
