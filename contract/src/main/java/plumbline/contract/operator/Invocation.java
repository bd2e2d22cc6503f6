package plumbline.contract.operator;

import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The call of a command: where it prints, and how it refuses options. A mixin without options of its own. */
@Command
public final class Invocation {
    @Spec(Target.MIXEE)
    private @Nullable CommandSpec command;

    /** For what was asked for. */
    public PrintWriter out() {
        return commandLine().getOut();
    }

    /** For progress and faults. */
    public PrintWriter err() {
        return commandLine().getErr();
    }

    /** To be thrown where the options can't be meant so. */
    public ParameterException misuse(@Nullable String fault) {
        return new ParameterException(commandLine(), fault);
    }

    private CommandLine commandLine() {
        return Objects.requireNonNull(command).commandLine();
    }
}
