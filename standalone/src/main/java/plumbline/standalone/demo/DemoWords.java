package plumbline.standalone.demo;

import java.util.Locale;
import plumbline.standalone.pipeline.Brokers;

/** What the demo says beside the events themselves. */
final class DemoWords {
    private final DemoPlan plan;

    DemoWords(DemoPlan plan) {
        this.plan = plan;
    }

    String brokersReady(String after, Brokers brokers) {
        return "ready after " + after + ": MQTT at " + brokers.mqtt().address() + ", Kafka at "
                + brokers.kafka().bootstrap();
    }

    String servicesReady(String after, Brokers brokers) {
        String services = "ingest, streams and alerts ready after " + after + " more";
        return plan.devices() == 0 ? services + "\n" + invitation(brokers) : services + "\n" + cast();
    }

    private String cast() {
        return String.format(
                Locale.ROOT,
                "%d simulated wearers begin; %s. Times are the devices', in UTC.%n",
                plan.devices(),
                plan.speed() == 1 ? "time runs as it does" : "time runs " + number(plan.speed()) + " times as fast");
    }

    private static String invitation(Brokers brokers) {
        return "Waiting for your devices. Publish uploads, and read the reminders, with any MQTT client:\n"
                + "  mosquitto_sub -p " + brokers.mqtt().port() + " -t 'posture/v1/my-device/down/reminders'\n"
                + "  mosquitto_pub -p " + brokers.mqtt().port()
                + " -q 1 -t 'posture/v1/my-device/up/readings' -f upload.json\n"
                + "Ctrl-C stops it.\n";
    }

    /** The totals, and three commands to try next. */
    String end(DemoTotals totals) {
        return "\n" + totals.atTheEnd() + """


                Try next:
                  ./plumbline demo --set forward-neck.long=3m     other numbers: ./plumbline settings
                  ./plumbline demo --devices 0                    the same pipeline for your own devices
                  ./plumbline backtest --help                     the same rules on a recording of yours""";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
