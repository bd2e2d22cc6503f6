package plumbline.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.contract.operator.ServiceException;

class InstanceIdTest {
    @TempDir
    private Path folder;

    @Test
    void staysTheSameInOneFolder() {
        assertThat(InstanceId.in(folder.resolve("a"))).isEqualTo(InstanceId.in(folder.resolve("a")));
    }

    @Test
    void differsBetweenFolders() {
        assertThat(InstanceId.in(folder.resolve("a"))).isNotEqualTo(InstanceId.in(folder.resolve("b")));
    }

    @Test
    void anIdThatNobodyWroteIsReplaced() throws Exception {
        Files.write(folder.resolve("instance-id"), new byte[] {'a', (byte) 0xff, 0});

        String id = InstanceId.in(folder);

        assertThat(id).hasSize(36).isEqualTo(InstanceId.in(folder));
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> InstanceId.in(file))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining(file.toString());
    }
}
