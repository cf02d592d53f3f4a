package dev.sluice.cluster.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.cluster.kubeconfig.Kubeconfig;
import dev.sluice.cluster.kubeconfig.Secret;
import dev.sluice.cluster.kubeconfig.Sources;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Invocation;
import dev.sluice.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecTest {
  private static final String V1 = "client.authentication.k8s.io/v1";
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;
  private Instant now = START;
  private final Set<ExecProgram> approved = new HashSet<>();

  private Surroundings surroundings() {
    return new Surroundings(
        approved::contains,
        Map.of("PATH", System.getenv("PATH")),
        () -> now,
        Duration.ofSeconds(5));
  }

  private Context context(String script, String fields) throws IOException {
    var program =
        Files.writeString(folder.resolve("login"), "#!/bin/sh\necho run >> runs\n" + script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    var config =
        Files.writeString(
            folder.resolve("config"),
            """
            clusters:
            - name: c
              cluster:
                server: "https://api.example"
                extensions:
                - {name: other, extension: {a: b}}
                - name: client.authentication.k8s.io/exec
                  extension: {audience: prod, tries: 3, quiet: true, none: null, list: [a, 1.5]}
            users:
            - name: u
              user:
                exec:
                  apiVersion: %s
                  command: ./login
                  env: [{name: FOLDER, value: "%s"}]
                  %s
            contexts: [{name: prod, context: {cluster: c, user: u}}]
            """
                .formatted(V1, folder, fields));
    // The script counts its runs beside itself.
    Files.writeString(program, Files.readString(program).replace(">> runs", ">> \"$FOLDER/runs\""));
    var sources = new Sources(List.of(config), Map.of(), folder, folder);
    return ok(Kubeconfig.load(sources).context("prod"));
  }

  private CredentialSource approvedSource(String script) throws IOException {
    return approvedSource(context(script, ""));
  }

  private CredentialSource approvedSource(Context context) {
    approved.add(ok(ExecProgram.of(context, surroundings())).orElseThrow());
    return source(context);
  }

  private CredentialSource source(Context context) {
    return ok(CredentialSource.of(context, surroundings()));
  }

  private int runs() throws IOException {
    var runs = folder.resolve("runs");
    return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
  }

  private static String answer(String status) {
    return "cat <<'E'\n{\"kind\":\"ExecCredential\",\"apiVersion\":\"%s\",\"status\":{%s}}\nE\n"
        .formatted(V1, status);
  }

  private static <T> T ok(Result<T> result) {
    return result.orElse(failure -> {
      throw new AssertionError(failure);
    });
  }

  private static Words words(Result<?> result) {
    var failure = ((Result.Failed<?>) result).failure();
    return ((Failure.Unauthenticated) failure).problem();
  }

  @Test
  void an_approved_program_gives_a_token_and_runs_once_until_it_expires() throws IOException {
    var source =
        approvedSource(
            answer("\"token\":\"t\",\"expirationTimestamp\":\"2026-03-01T13:00:00+00:00\""));

    assertThat(ok(source.current()).authorization()).contains(new Secret("Bearer t"));
    now = START.plusSeconds(3599);
    ok(source.current());
    assertThat(runs()).isEqualTo(1);
    now = START.plusSeconds(3600);
    ok(source.current());
    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void nothing_runs_before_it_is_approved() throws IOException {
    var context = context(answer("\"token\":\"t\""), "");
    var source = source(context);

    var words = words(source.current());

    assertThat(words.key()).isEqualTo("exec.unapproved");
    assertThat(words.args())
        .contains(folder.toRealPath().resolve("login").toString(), "sluice approve prod");
    assertThat(runs()).isZero();

    approved.add(ok(ExecProgram.of(context, surroundings())).orElseThrow());
    ok(source.current());
  }

  @Test
  void a_changed_program_or_other_arguments_need_another_approval() throws IOException {
    var source = approvedSource(answer("\"token\":\"t\""));
    Files.writeString(folder.resolve("login"), "#!/bin/sh\nrm -rf \"$FOLDER/runs\"\n");
    assertThat(words(source.current()).key()).isEqualTo("exec.unapproved");

    approvedSource(answer("\"token\":\"t\""));
    var other = context(answer("\"token\":\"t\""), "args: [\"-c\", evil]");
    assertThat(words(source(other).current()).key()).isEqualTo("exec.unapproved");
    assertThat(runs()).isZero();
  }

  @Test
  void a_rejected_token_is_asked_for_again_but_not_in_a_storm() throws IOException {
    var source = approvedSource(answer("\"token\":\"t\""));
    var used = ok(source.current());
    source.rejected(used);
    ok(source.current());
    assertThat(runs()).isEqualTo(1);

    now = START.plusSeconds(60);
    source.rejected(used);
    ok(source.current());
    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void a_failing_program_says_why_and_rests() throws IOException {
    var source = approvedSource("echo 'session expired' >&2; exit 3\n");

    var words = words(source.current());
    assertThat(words.key()).isEqualTo("exec.failed");
    assertThat(words.args()).contains(3, "session expired");
    source.current();
    assertThat(runs()).isEqualTo(1);

    now = START.plusSeconds(11);
    source.current();
    assertThat(runs()).isEqualTo(2);
  }

  @Test
  void a_program_that_hangs_is_ended() throws IOException {
    var context = context("sleep 600 & sleep 600\n", "");
    approved.add(ok(ExecProgram.of(context, surroundings())).orElseThrow());
    var impatient =
        new Surroundings(
            approved::contains,
            Map.of("PATH", System.getenv("PATH")),
            () -> now,
            Duration.ofMillis(500));

    assertThat(words(ok(CredentialSource.of(context, impatient)).current()).key())
        .isEqualTo("exec.late");
  }

  @Test
  void an_answer_that_is_no_credential_is_refused_without_quoting_it() throws IOException {
    var answers =
        Map.of(
            "echo s3cret",
            "exec.json",
            "echo '{\"kind\":\"Pod\"}'",
            "exec.version",
            answer(""),
            "exec.empty",
            answer("\"clientCertificateData\":\"s3cret\""),
            "exec.empty",
            answer("\"clientCertificateData\":\"s3cret\",\"clientKeyData\":\"s3cret\""),
            "exec.certificate",
            answer("\"token\":\"s3cret\",\"expirationTimestamp\":\"soon\""),
            "exec.expiry");
    for (var one : answers.entrySet()) {
      var words = words(approvedSource(one.getKey()).current());
      assertThat(words.key()).isEqualTo("exec.unusable");
      assertThat(((Words) words.args().get(1)).key()).isEqualTo(one.getValue());
      assertThat(words.toString()).doesNotContain("s3cret");
    }
  }

  @Test
  void a_program_may_give_a_client_certificate() throws IOException {
    var held = new HeldCertificate.Builder().commonName("alice").build();
    var status =
        "\"clientCertificateData\":\"%s\",\"clientKeyData\":\"%s\""
            .formatted(
                held.certificatePem().replace("\n", "\\n"),
                held.privateKeyPkcs8Pem().replace("\n", "\\n"));

    var key = ok(approvedSource(answer(status)).current()).key().orElseThrow();

    assertThat(key.chain()).containsExactly(held.certificate());
    assertThat(key.toString()).doesNotContain("alice");
  }

  @Test
  void a_program_is_told_what_the_protocol_promises() throws IOException {
    var source =
        approvedSource(
            context(
                "printf %s \"$KUBERNETES_EXEC_INFO\" > \"$FOLDER/info\"\n"
                    + answer("\"token\":\"t\""),
                "provideClusterInfo: true"));
    ok(source.current());

    assertThat(Files.readString(folder.resolve("info")))
        .contains("\"apiVersion\":\"" + V1 + "\"")
        .contains("\"interactive\":false")
        .contains("\"server\":\"https://api.example\"")
        .contains(
            "\"config\":{\"audience\":\"prod\",\"tries\":3,\"quiet\":true,\"none\":null,"
                + "\"list\":[\"a\",1.5]}");
  }

  @Test
  void a_program_that_is_missing_or_needs_a_terminal_is_not_looked_for_elsewhere()
      throws IOException {
    var context = context("", "installHint: get it from example");
    Files.delete(folder.resolve("login"));
    var words = words(source(context).current());
    assertThat(words.key()).isEqualTo("exec.missing");
    assertThat(words.args()).contains("get it from example");

    assertThat(words(source(context("", "interactiveMode: Always")).current()).key())
        .isEqualTo("exec.terminal");
  }

  @Test
  void approvals_are_kept_in_a_file_and_a_broken_file_approves_nothing() throws IOException {
    var program = new ExecProgram(Path.of("/usr/bin/login"), "ab", "cd");
    var store = ApprovedPrograms.in(folder.resolve("sluice"), Invocation.INSTALLED);
    assertThat(store.approved(program)).isFalse();
    ok(store.approve(program));

    assertThat(
            ApprovedPrograms.in(folder.resolve("sluice"), Invocation.INSTALLED).approved(program))
        .isTrue();
    assertThat(store.approved(new ExecProgram(program.path(), "ab", "ce"))).isFalse();

    Files.writeString(store.file(), "{");
    assertThat(store.approved(program)).isFalse();
    assertThat(store.approve(program)).isInstanceOf(Result.Failed.class);
    assertThat(store.file()).hasContent("{");
  }

  @Test
  void a_token_file_is_read_again_each_minute_and_when_rejected() throws IOException {
    var token = Files.writeString(folder.resolve("token"), "one\n");
    var config =
        Files.writeString(
            folder.resolve("config"),
            """
            clusters: [{name: c, cluster: {server: "https://api.example"}}]
            users: [{name: u, user: {tokenFile: token}}]
            contexts: [{name: prod, context: {cluster: c, user: u}}]
            """);
    var sources = new Sources(List.of(config), Map.of(), folder, folder);
    var source = source(ok(Kubeconfig.load(sources).context("prod")));

    var used = ok(source.current());
    assertThat(used.authorization()).contains(new Secret("Bearer one"));
    Files.writeString(token, "two");
    now = START.plusSeconds(59);
    assertThat(ok(source.current())).isEqualTo(used);
    now = START.plusSeconds(60);
    assertThat(ok(source.current()).authorization()).contains(new Secret("Bearer two"));

    Files.writeString(token, "three");
    source.rejected(used);
    assertThat(ok(source.current()).authorization()).contains(new Secret("Bearer three"));

    Files.delete(token);
    source.rejected(used);
    assertThat(ok(source.current()).authorization()).contains(new Secret("Bearer three"));
  }
}
