package io.orchestrator4j.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
final class FetchJdkTest {

  @TempDir
  private Path folder;

  private Machine machine;
  private Path cache;

  @BeforeEach
  void setUp() {
    machine = new Machine(folder.toAbsolutePath());
    cache = machine.home.resolve(".cache/orchestrator4j/jdk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jdk-25.0.4+7", "jdk-25.0.4+7/Contents/Home"})
  void aJdkIsFetchedCheckedAndKept(String placeInArchive) throws Exception {
    Path archive = archive(placeInArchive, "25.0.4");
    String checksum = checksum(archive);
    machine.set("ORCHESTRATOR_JDK_ARCHIVE", archive.toUri().toString());
    machine.set("ORCHESTRATOR_JDK_SHA256", checksum.toUpperCase(Locale.ROOT));

    Ending first = machine.run("verify");
    Files.delete(archive);
    Ending second = machine.run("verify");

    String inCache = placeInArchive.replace("jdk-25.0.4+7", "25.0.4-" + checksum.substring(0, 8));
    assertThat(first.values("maven ")).containsExactly(cache.resolve(inCache).toString());
    assertThat(first.said()).contains("fetching " + archive.toUri() + " into " + cache);
    assertThat(second.values("maven ")).isEqualTo(first.values("maven "));
    assertThat(second.said()).isEmpty();
    assertThat(filesIn(cache)).containsExactly("25.0.4-" + checksum.substring(0, 8));
  }

  @Test
  void aPlainPathIsAnArchiveToo() throws Exception {
    Path archive = archive("jdk", "25");
    machine.set("ORCHESTRATOR_JDK_ARCHIVE", archive.toString());
    machine.set("ORCHESTRATOR_JDK_SHA256", checksum(archive));

    assertThat(machine.run("verify").exitCode()).isZero();
  }

  @Test
  void aWrongChecksumIsRefusedAndNothingIsKept() throws Exception {
    Path archive = archive("jdk", "25");
    String expected = "0".repeat(64);
    machine.set("ORCHESTRATOR_JDK_ARCHIVE", archive.toString());
    machine.set("ORCHESTRATOR_JDK_SHA256", expected);

    Ending ending = machine.run("verify");

    assertThat(ending.exitCode()).isEqualTo(1);
    assertThat(ending.said())
        .contains("checksum of " + archive + " is " + checksum(archive) + ", expected " + expected)
        .contains("The download is deleted");
    assertThat(filesIn(cache)).isEmpty();
    assertThat(machine.checkout.resolve("calls.txt")).doesNotExist();
  }

  @Test
  void anArchiveWithoutAChecksumIsRefused() throws Exception {
    machine.set("ORCHESTRATOR_JDK_ARCHIVE", archive("jdk", "25").toString());

    Ending ending = machine.run("verify");

    assertThat(ending.exitCode()).isEqualTo(1);
    assertThat(ending.said()).contains("ORCHESTRATOR_JDK_SHA256 is not").contains("Set it to");
  }

  @Test
  void anArchiveOfAnotherJavaIsRefused() throws Exception {
    Path archive = archive("jdk", "21.0.4");
    machine.set("ORCHESTRATOR_JDK_ARCHIVE", archive.toString());
    machine.set("ORCHESTRATOR_JDK_SHA256", checksum(archive));

    Ending ending = machine.run("verify");

    assertThat(ending.exitCode()).isEqualTo(1);
    assertThat(ending.said()).contains(archive + " holds no JDK 25");
    assertThat(filesIn(cache)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "x86_64, OpenJDK25U-jdk_x64_linux_hotspot_25.0.4_7.tar.gz, e58fcdcd637b25c0",
    "aarch64, OpenJDK25U-jdk_aarch64_linux_hotspot_25.0.4_7.tar.gz, 621f7196f0b682fb"
  })
  void thePinnedArchiveOfThePlatformIsFetched(String processor, String file, String checksum) {
    platform("Linux", processor);
    machine.program("getconf", "#!/bin/sh\necho glibc 2.36\n");
    machine.program("curl", """
        #!/bin/sh
        while [ "$1" != --output ]; do shift; done
        echo "asked for $3" >&2
        echo "a page of some proxy" > "$2"
        """);

    Ending ending = machine.run("verify");

    assertThat(ending.said())
        .contains("fetching Temurin JDK 25.0.4+7")
        .contains(
            "asked for https://github.com/adoptium/temurin25-binaries/releases/download/jdk-25.0.4%2B7/"
                + file)
        .contains("expected " + checksum);
    assertThat(ending.exitCode()).isEqualTo(1);
  }

  @Test
  void withoutANetworkItSaysWhatToInstall() {
    platform("Linux", "x86_64");
    machine.program("getconf", "#!/bin/sh\necho glibc 2.36\n");
    machine.program("curl", "#!/bin/sh\necho 'curl: (6) Could not resolve host' >&2\nexit 6\n");

    Ending ending = machine.run("verify");

    assertThat(ending.exitCode()).isEqualTo(1);
    assertThat(ending.said())
        .contains("Could not resolve host")
        .contains("found no JDK 25, and cannot fetch one: https://github.com/adoptium/")
        .contains("install a JDK 25")
        .contains("set ORCHESTRATOR_JAVA_HOME")
        .contains("set ORCHESTRATOR_JDK_ARCHIVE");
    assertThat(filesIn(cache)).isEmpty();
  }

  @Test
  void onMacOsItSaysWhatToInstall() {
    platform("Darwin", "arm64");

    assertThat(machine.run("verify").said())
        .contains("no archive is pinned for Darwin arm64")
        .contains("https://adoptium.net/temurin/releases/?version=25");
  }

  @Test
  void withoutGlibcItSaysWhatToInstall() {
    platform("Linux", "x86_64");
    machine.program("getconf", "#!/bin/sh\nexit 1\n");

    assertThat(machine.run("verify").said())
        .contains("no archive is pinned for Linux without glibc, such as Alpine")
        .contains("install a JDK 25");
  }

  private void platform(String system, String processor) {
    machine.program(
        "uname", "#!/bin/sh\n[ \"$1\" = -m ] && echo %s || echo %s\n".formatted(processor, system));
  }

  private Path archive(String placeInArchive, String version) throws Exception {
    Path contents = folder.resolve("contents");
    machine.jdk(contents.resolve(placeInArchive), version);
    Path archive = folder.resolve("a jdk.tar.gz");
    Process tar = new ProcessBuilder(
            "tar",
            "-czf",
            archive.toString(),
            "-C",
            contents.toString(),
            Path.of(placeInArchive).getName(0).toString())
        .start();
    assertThat(tar.waitFor()).isZero();
    return archive;
  }

  private static String checksum(Path file) throws IOException, NoSuchAlgorithmException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  private static List<String> filesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
