package plumbline.streams;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import plumbline.contract.operator.Invocation;
import plumbline.streams.settings.RuleSetting;

/** Lists every number of the rules. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        header = "Lists every number of the rules, with its default and meaning.",
        description = {
            "",
            "Each can be changed with --set KEY=VALUE in streams, backtest and demo, and for one wearer in the"
                    + " 'settings' of a profile.",
            ""
        },
        footer = {"", "Examples:", "  plumbline settings", "  plumbline demo --set forward-neck.long=5m"})
public final class SettingsCommand implements Runnable {
    @Mixin
    private final Invocation invocation = new Invocation();

    @Override
    public void run() {
        PrintWriter out = invocation.out();
        for (RuleSetting setting : RuleSetting.values()) {
            out.printf("%-26s %-7s %s%n", setting.key(), setting.defaultText(), setting.meaning());
        }
        out.flush();
    }
}
