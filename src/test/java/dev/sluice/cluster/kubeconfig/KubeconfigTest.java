package dev.sluice.cluster.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubeconfigTest {
  private static final String SHOP =
      """
      apiVersion: v1
      kind: Config
      current-context: shop
      clusters:
      - name: prod
        cluster:
          server: https://prod.example:6443
      users:
      - name: alice
        user:
          token: s3cret
      contexts:
      - name: shop
        context:
          cluster: prod
          user: alice
          namespace: shop
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Kubeconfig load(Map<String, String> environment, Path... named) {
    return Kubeconfig.load(
        new Sources(List.of(named), environment, folder, folder.resolve("account")));
  }

  private Kubeconfig load(String text) throws IOException {
    return load(Map.of(), file("config.yaml", text));
  }

  private Context shop(String text) throws IOException {
    return ok(load(text).context("shop"));
  }

  private static <T> T ok(Result<T> result) {
    return result.orElse(failure -> {
      throw new AssertionError(failure);
    });
  }

  private static Failure.BadInput input(Result<?> result) {
    return (Failure.BadInput) ((Result.Failed<?>) result).failure();
  }

  private static Failure.BadInput problem(Kubeconfig config) {
    assertThat(config.problems()).hasSize(1);
    return (Failure.BadInput) config.problems().getFirst();
  }

  @Test
  void a_context_brings_its_cluster_user_and_namespace() throws IOException {
    var config = load(SHOP);

    var shop = ok(config.currentContext());
    assertThat(shop.name()).isEqualTo("shop");
    assertThat(shop.cluster().server()).isEqualTo(URI.create("https://prod.example:6443"));
    assertThat(shop.cluster().compression()).isTrue();
    assertThat(shop.user().token()).contains(new Secret("s3cret"));
    assertThat(shop.namespace()).contains("shop");
    assertThat(shop.readOnly()).isEmpty();
    assertThat(config.problems()).isEmpty();
  }

  @Test
  void nothing_that_is_printed_holds_a_secret() throws IOException {
    var text =
        SHOP.replace(
            "    token: s3cret\n",
            """
                token: s3cret
                password: s3cret
                username: alice
                exec: {apiVersion: client.authentication.k8s.io/v1, command: login, args: [s3cret], env: [{name: A, value: s3cret}]}
            """);
    var proxied =
        text.replace("6443\n", "6443\n    proxy-url: http://a:s3cret@proxy.example:8080\n");

    assertThat(shop(proxied).toString()).contains("prod", "login").doesNotContain("s3cret");
    assertThat(load(proxied).toString()).doesNotContain("s3cret");
  }

  @Test
  void every_field_of_cluster_and_user_is_read() throws IOException {
    var pem = Base64.getEncoder().encodeToString("PEM".getBytes(StandardCharsets.UTF_8));
    var context =
        shop(
            """
            clusters:
            - name: c
              cluster:
                server: https://10.0.0.1
                certificate-authority-data: %s
                certificate-authority: ignored.crt
                tls-server-name: api.example
                proxy-url: socks5://proxy.example:1080
                disable-compression: true
                insecure-skip-tls-verify: true
            users:
            - name: u
              user:
                client-certificate: certs/me.crt
                client-key: /etc/me.key
                tokenFile: token
                as: bob
                as-uid: "7"
                as-groups: [ops, "on-call"]
                as-user-extra: {reason: [incident]}
                exec:
                  apiVersion: client.authentication.k8s.io/v1beta1
                  command: ./login
                  args: [get, "--now"]
                  env:
                  - {name: REGION, value: eu}
                  interactiveMode: Always
                  provideClusterInfo: true
                  installHint: get it
            contexts:
            - name: shop
              context: {cluster: c, user: u}
            """
                .formatted(pem));

    var cluster = context.cluster();
    assertThat(cluster.authority()).contains(new Material.Inline(new Secret("PEM")));
    assertThat(cluster.tlsServerName()).contains("api.example");
    assertThat(cluster.proxy()).contains(URI.create("socks5://proxy.example:1080"));
    assertThat(cluster.compression()).isFalse();
    assertThat(context.readOnly().orElseThrow().key()).isEqualTo("kubeconfig.insecure");
    assertThat(context.namespace()).isEmpty();
    var user = context.user();
    assertThat(user.certificate())
        .contains(new Material.InFile(folder.resolve("certs").resolve("me.crt")));
    assertThat(user.key()).contains(new Material.InFile(Path.of("/etc/me.key")));
    assertThat(user.tokenFile()).contains(folder.resolve("token"));
    assertThat(user.impersonation())
        .isEqualTo(
            new Impersonation(
                Optional.of("bob"),
                Optional.of("7"),
                List.of("ops", "on-call"),
                Map.of("reason", List.of("incident"))));
    assertThat(user.exec())
        .contains(
            new ExecSpec(
                "client.authentication.k8s.io/v1beta1",
                "./login",
                List.of("get", "--now"),
                Map.of("REGION", "eu"),
                folder,
                true,
                true,
                Optional.of("get it")));
  }

  @ParameterizedTest(name = "{0} instead of {1} is a mistake at {3}:{4}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          token: 12345| token: s3cret| kubeconfig.type.text| 12| 12
          token: [a]| token: s3cret| kubeconfig.type.text| 12| 12
          auth-provider: {name: oidc}| token: s3cret| kubeconfig.authprovider| 12| 20
          client-key: k.pem| token: s3cret| kubeconfig.pair| 12| 17
          client-key-data: '%%%'| token: s3cret| kubeconfig.base64| 12| 22
          exec: {command: x}| token: s3cret| kubeconfig.missing| 12| 11
          exec: {apiVersion: client.authentication.k8s.io/v1alpha1}| token: s3cret| kubeconfig.exec.version| 12| 24
          cluster: other| cluster: prod| kubeconfig.nocluster| 16| 14
          user: other| user: alice| kubeconfig.nouser| 17| 11
          namespace: 7| namespace: shop| kubeconfig.type.text| 18| 16
          server: prod.example/:a b| server: https://prod.example:6443| kubeconfig.server| 7| 13
          server: ftp://prod.example| server: https://prod.example:6443| kubeconfig.server| 7| 13
          server: http://prod.example| server: https://prod.example:6443| kubeconfig.http| 7| 13
          cluster: {server: "https://x", proxy-url: "gopher://x"}| cluster:~server: https://prod.example:6443| kubeconfig.proxy| 6| 45
          cluster: {server: "https://x", insecure-skip-tls-verify: maybe}| cluster:~server: https://prod.example:6443| kubeconfig.type.flag| 6| 60
          tls-server-name: x| server: https://prod.example:6443| kubeconfig.missing| 7| 5
          """)
  void a_mistake_has_its_place_and_breaks_its_context_alone(
      String mistake, String instead, String key, int line, int column) throws IOException {
    var second =
        """
        - name: good
          context: {cluster: fine}
        """;
    var text =
        SHOP.replace(instead.replace("~", "\n    "), mistake)
            .replace("users:", "- {name: fine, cluster: {server: 'https://fine.example'}}\nusers:")
            .concat(second);

    var config = load(text);

    ok(config.context("good"));
    var failure = input(config.context("shop"));
    assertThat(failure.problem().key()).isEqualTo(key);
    assertThat(failure.source()).endsWith("config.yaml");
    assertThat(failure.line() + ":" + failure.column()).isEqualTo(line + ":" + column);
    assertThat(config.problems()).contains(failure);
  }

  @Test
  void a_field_that_nobody_knows_is_told_but_harms_nothing() throws IOException {
    var config = load(SHOP.replace("token: s3cret", "token: s3cret\n    tokn: a"));

    ok(config.context("shop"));
    assertThat(problem(config))
        .extracting(Failure.BadInput::line, found -> found.problem().key())
        .containsExactly(12, "kubeconfig.unknown");
  }

  @Test
  void a_name_that_stands_twice_means_its_first_entry() throws IOException {
    var config =
        load(SHOP.replace("users:", "- {name: prod, cluster: {server: 'https://x'}}\nusers:"));

    assertThat(ok(config.context("shop")).cluster().server().getHost()).isEqualTo("prod.example");
    assertThat(problem(config).problem().key()).isEqualTo("kubeconfig.twice");
  }

  @Test
  void http_is_accepted_to_this_machine() throws IOException {
    for (var host : List.of("localhost:8001", "127.0.0.1:8001", "[::1]:8001")) {
      var context = shop(SHOP.replace("https://prod.example:6443", "http://" + host));
      assertThat(context.cluster().server()).isEqualTo(URI.create("http://" + host));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1.example", "http://localhost.example", "http://0.0.0.0"})
  void http_is_not_accepted_to_hosts_that_only_look_like_this_machine(String server)
      throws IOException {
    var config = load(SHOP.replace("https://prod.example:6443", server));

    assertThat(input(config.context("shop")).problem().key()).isEqualTo("kubeconfig.http");
  }

  @Test
  void the_first_file_that_names_an_entry_has_it_whole() throws IOException {
    var second =
        """
        current-context: other
        clusters:
        - {name: prod, cluster: {server: "https://wrong.example", tls-server-name: wrong}}
        - {name: more, cluster: {server: "https://more.example"}}
        contexts:
        - {name: other, context: {cluster: more, user: alice}}
        """;
    var files =
        Stream.of(
                folder.resolve("missing"), file("a", SHOP), file("b", second), file("c", "# empty"))
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));

    var config = load(Map.of("KUBECONFIG", files + File.pathSeparator));

    assertThat(config.contexts().keySet()).containsExactly("shop", "other");
    assertThat(config.current()).contains("shop");
    assertThat(ok(config.context("shop")).cluster().server().getHost()).isEqualTo("prod.example");
    assertThat(ok(config.context("shop")).cluster().tlsServerName()).isEmpty();
    assertThat(ok(config.context("other")).user().token()).isPresent();
    assertThat(config.problems()).isEmpty();
  }

  @Test
  void a_file_that_is_no_yaml_leaves_the_others_in_use() throws IOException {
    var config = load(Map.of(), file("bad", "clusters:\n  - a: [1\nb: {"), file("good", SHOP));

    ok(config.context("shop"));
    assertThat(problem(config).source()).endsWith("bad");
    assertThat(problem(config).line()).isEqualTo(3);
    assertThat(problem(config).problem().key()).isEqualTo("kubeconfig.syntax");
  }

  @Test
  void a_file_named_by_the_user_must_exist() {
    var config = load(Map.of(), folder.resolve("missing"));

    assertThat(config.contexts()).isEmpty();
    assertThat(problem(config).problem().key()).isEqualTo("kubeconfig.unreadable");
  }

  @Test
  void bytes_that_are_no_text_and_files_too_large_are_refused() throws IOException {
    var binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xC3, 0x28});
    assertThat(problem(load(Map.of(), binary)).problem().key()).isEqualTo("kubeconfig.encoding");

    var large = file("large", "#".repeat(3 * 1024 * 1024 + 1));
    assertThat(problem(load(Map.of(), large)).problem().key()).isEqualTo("kubeconfig.large");
  }

  @Test
  void alias_bombs_and_tags_that_name_classes_are_refused() throws IOException {
    var bomb = new StringBuilder("extensions:\n- &a0 [lol, lol]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("- &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i - 1, i - 1, i - 1));
    }
    assertThat(problem(load(bomb + SHOP)).problem().key()).isEqualTo("kubeconfig.syntax");

    var tagged = load("extensions: !!javax.script.ScriptEngineManager [x]\n" + SHOP);
    assertThat(problem(tagged).problem().key()).isEqualTo("kubeconfig.syntax");
    assertThat(tagged.contexts()).isEmpty();
  }

  @Test
  void an_alias_stands_for_its_node() throws IOException {
    var text =
        SHOP.replace("server: https", "server: &s https")
            .replace("users:", "- {name: two, cluster: {server: *s}}\nusers:")
            .concat("- {name: two, context: {cluster: two}}\n");

    assertThat(ok(load(text).context("two")).cluster().server().getHost())
        .isEqualTo("prod.example");
  }

  @Test
  void only_the_first_document_counts() throws IOException {
    var config = load(SHOP + "---\nclusters: []\n");

    ok(config.context("shop"));
    assertThat(problem(config).problem().key()).isEqualTo("kubeconfig.documents");
  }

  @Test
  void a_context_that_is_not_there_is_answered_with_those_that_are() throws IOException {
    var words = input(load(SHOP).context("shp")).problem();
    assertThat(words.args()).containsExactly("shp", "shop", "shop");

    var none = load(SHOP.replace("current-context: shop\n", ""));
    assertThat(input(none.currentContext()).problem().key()).isEqualTo("kubeconfig.nocurrent");
  }

  @Test
  void a_file_without_a_context_is_named() throws IOException {
    var fault = input(load("").currentContext());
    assertThat(fault.problem().key()).isEqualTo("kubeconfig.empty");
    assertThat(fault.source()).endsWith("config.yaml");
  }

  @Test
  void a_misspelt_context_is_answered_with_the_nearest_there_is() throws IOException {
    var problem = input(load(SHOP).context("shpo")).problem();
    assertThat(problem).isEqualTo(Words.of("kubeconfig.nocontext.nearest", "shpo", "shop", "shop"));
    assertThat(input(load(SHOP).context("unrelated-name")).problem().key())
        .isEqualTo("kubeconfig.nocontext");
  }

  @Test
  void without_any_file_there_is_one_clear_problem() {
    assertThat(problem(load(Map.of())).problem().key()).isEqualTo("kubeconfig.none");
  }

  @Test
  void the_usual_file_is_in_the_home_folder() throws IOException {
    Files.createDirectory(folder.resolve(".kube"));
    file(".kube/config", SHOP);

    ok(load(Map.of("KUBECONFIG", "")).context("shop"));
  }

  @Test
  void a_pod_uses_its_service_account() throws IOException {
    Files.createDirectory(folder.resolve("account"));
    file("account/token", "t");
    file("account/namespace", "shop\n");

    var config = load(Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "8"));

    var context = ok(config.currentContext());
    assertThat(context.cluster().server()).isEqualTo(URI.create("https://[fd00::1]:8"));
    assertThat(context.user().tokenFile()).contains(folder.resolve("account").resolve("token"));
    assertThat(context.cluster().authority())
        .contains(new Material.InFile(folder.resolve("account").resolve("ca.crt")));
    assertThat(context.namespace()).contains("shop");
  }
}
