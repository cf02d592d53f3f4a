package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Releases;
import dev.sluice.state.Selection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  private final Run run = Run.on(new ToyCluster(Releases.CHECKOUT));

  @Test
  void namesTheNearestCommand() {
    assertThat(run.sluice("promot", "checkout")).isEqualTo(2);
    assertThat(run.err.toString()).contains("promot").contains("Is promote meant?");
    assertThat(run.out.toString()).isEmpty();
  }

  @Test
  void namesNoCommandThatNobodyCanHaveMeant() {
    assertThat(run.sluice("frobnicate")).isEqualTo(2);
    assertThat(run.err.toString()).contains("frobnicate").doesNotContain("meant");
  }

  @Test
  void showsTheHelpOfTheProgramAndOfOneCommand() {
    assertThat(run.sluice("help")).isZero();
    assertThat(run.out.toString()).contains("Usage: sluice").contains("rollback");
    assertThat(run.sluice("help", "rollback")).isZero();
    assertThat(run.out.toString()).contains("--to=REVISION");
    assertThat(run.sluice("help", "rolback")).isEqualTo(2);
    assertThat(run.err.toString()).contains("Is rollback meant?");
  }

  @Test
  void theHelpGoesFromLookingToActingAndEndsWithExitCodesAndExamples() {
    assertThat(run.sluice("--help")).isZero();
    assertThat(run.out.toString().lines().map(String::strip))
        .containsSubsequence(
            "console     Open the window.",
            "list        List the releases.",
            "rollback    Send all traffic to an earlier revision, and see to it that it",
            "promote     Go on to the next step, or make the switch of a blue-green.",
            "Exit codes:",
            "0     done, and the effect was seen",
            "124   timed out; what was sent has been said",
            "Examples:",
            "sluice list -A");
  }

  @Test
  void namesTheNearestOption() {
    assertThat(run.sluice("promote", "checkout", "--ful")).isEqualTo(2);
    assertThat(run.err.toString()).contains("--full");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "get | NAME is missing.",
        "kayenta | CONFIG is missing.",
        "get --ouput json | “--ouput” is not known here.¶Is --output meant?",
        "list --contxt=a | “--contxt=a” is not known here.¶Is --context meant?",
        "rollback checkout --too r41 | “--too” is not known here.¶Is --to meant?",
        "list --context | --context needs NAME after it.",
        "rollback checkout --to | --to needs REVISION after it.",
        "list -o xml | --output: “xml” is none of wide, name, json, yaml",
        "list --timeout soon | --timeout: “soon” is no duration; write 30s, 5m or 1h30m",
        "promote checkout --full=maybe | --full takes no value.",
        "list -o json -o yaml | --output stands twice; once is enough."
      })
  void saysWhatIsWrongInItsOwnWords(String line, String said) {
    assertThat(run.sluice(line.split(" "))).isEqualTo(2);
    assertThat(run.err.toString()).startsWith(said.replace('¶', '\n') + "\nSee sluice ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "get",
        "promote",
        "list --timeout soon",
        "list --timeout -3s",
        "list -o xml",
        "get checkout -o wide",
        "rollback checkout --to",
        "completion fish",
        "get checkout extra"
      })
  void isWrongUsage(String line) {
    assertThat(run.sluice(line.split(" "))).isEqualTo(2);
    assertThat(run.err.toString()).isNotBlank();
    assertThat(run.session).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"30s, 30000", "5m, 300000", "1h30m, 5400000", "500ms, 500", "45, 45000"})
  void readsDurationsAsTheyAreWrittenInKubernetes(String text, long millis) {
    assertThat(Options.duration(text)).hasMillis(millis);
  }

  @Test
  void opensTheWindowWithoutACommand() {
    assertThat(run.sluice("--context", "prod", "-n", "shop")).isEqualTo(7);
    assertThat(run.opened)
        .containsExactly(new Selection(Optional.empty(), List.of("prod"), List.of("shop"), false));
  }

  @Test
  void opensTheWindowWhenAskedTo() {
    assertThat(run.sluice("console", "--kubeconfig", "k.yaml", "-A")).isEqualTo(7);
    assertThat(run.opened)
        .containsExactly(new Selection(Optional.of("k.yaml"), List.of(), List.of(), true));
  }

  @Test
  void takesOptionsBeforeAndAfterTheCommandAndMoreThanOnce() {
    run.sluice("--context", "a", "list", "--context", "b", "-n", "x", "-n", "y", "--timeout", "1s");
    assertThat(run.selected)
        .containsExactly(
            new Selection(Optional.empty(), List.of("a", "b"), List.of("x", "y"), false));
  }

  @Test
  void tellsItsVersion() {
    assertThat(run.sluice("version")).isZero();
    assertThat(run.sluice("--version")).isZero();
    assertThat(run.out).hasToString("Sluice 1.2.3\nSluice 1.2.3\n");
  }

  @Test
  void helpsWithEachCommand() {
    assertThat(run.sluice("--help")).isZero();
    assertThat(run.out.toString())
        .contains("list", "get", "watch", "promote", "pause", "resume", "abort", "rollback")
        .contains("retry", "restart", "completion", "version", "console")
        .doesNotContain("\u001b");
    assertThat(run.sluice("rollback", "--help")).isZero();
    assertThat(run.out.toString()).contains("--to=REVISION").contains("--dry-run");
  }

  @Test
  void theCompletionScriptIsOneThatBashAccepts(@TempDir Path folder)
      throws IOException, InterruptedException {
    assertThat(run.sluice("completion", "bash")).isZero();
    var script = Files.writeString(folder.resolve("sluice.sh"), run.out.toString());
    var bash =
        new ProcessBuilder("bash", "-n", script.toString()).redirectErrorStream(true).start();
    var said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(said).isZero();
    assertThat(run.out.toString()).contains("rollback").contains("json");
  }
}
