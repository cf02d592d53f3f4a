package dev.sluice.cluster.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.fake.FakeApi;
import dev.sluice.policy.Origin;
import dev.sluice.policy.PolicyBook;
import dev.sluice.policy.PolicyFeed;
import dev.sluice.policy.Terms;
import dev.sluice.release.Failure;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Policies as they stand, and change, in a cluster.
class PolicyWatchTest {

  private static final String MAPS = "/api/v1/configmaps";
  private static final String HEAD = "apiVersion: sluice.dev/v1\nkind: Policy\n";
  private static final ReleaseRef CHECKOUT = new ReleaseRef("fake", "shop", "checkout");
  private static final ReleaseRef CART = new ReleaseRef("fake", "shop", "cart");

  private final FakeApi server = new FakeApi();
  private final ApiClient api = ApiClient.local("fake", server.uri());
  private final Heard heard = new Heard();

  @AfterEach
  void end() {
    api.close();
    server.close();
  }

  @Test
  void aServiceSaysWhatIsSpecialAboutItAndTheNamespaceTheRest() throws InterruptedException {
    server.put(
        MAPS,
        map(
            "sluice",
            "_defaults.yaml",
            HEAD + "gates: {errorRate: {atMost: 2%}, soak: {required: true}}",
            "checkout.yaml",
            HEAD + "gates: {errorRate: {atMost: 5%}}",
            "readme.md",
            "not a policy"));
    try (var _ = start()) {
      var book = heard.book();

      var policy = book.policy(CHECKOUT);
      assertThat(policy.get(Terms.ERROR_RATE_AT_MOST)).isEqualTo(0.05);
      assertThat(policy.get(Terms.SOAK)).isTrue();
      assertThat(policy.origin(Terms.SOAK))
          .isEqualTo(new Origin.Namespace("shop/sluice: _defaults.yaml", 3));
      assertThat(book.policy(CART).get(Terms.ERROR_RATE_AT_MOST)).isEqualTo(0.02);
      var elsewhere = new ReleaseRef("fake", "other", "checkout");
      assertThat(book.policy(elsewhere).get(Terms.SOAK)).isFalse();
    }
  }

  @Test
  void aChangeAndADeletionAreHeard() throws InterruptedException {
    server.put(MAPS, map("sluice", "checkout.yaml", HEAD + "gates: {image: {required: true}}"));
    try (var _ = start()) {
      assertThat(heard.book().policy(CHECKOUT).get(Terms.IMAGE)).isTrue();

      server.put(MAPS, map("sluice", "checkout.yaml", HEAD + "gates: {image: {required: false}}"));
      assertThat(heard.book().policy(CHECKOUT).get(Terms.IMAGE)).isFalse();

      server.delete(MAPS, "uid-sluice");
      assertThat(heard.book().policy(CHECKOUT).origin(Terms.IMAGE))
          .isInstanceOf(Origin.BuiltIn.class);
    }
  }

  @Test
  void whoeverWroteLastIsKnownByTheNameOfTheProgram() throws InterruptedException {
    server.put(MAPS, signed("helm", "2026-11-29T10:00:00Z", "argocd", "2026-11-29T09:00:00Z"));
    try (var _ = start()) {
      var book = heard.book();
      var helm = new PolicyBook.Author("helm", Instant.parse("2026-11-29T10:00:00Z"));
      var nothing = PolicyBook.of(List.of());
      assertThat(book.author(CHECKOUT, nothing)).contains(helm);
      assertThat(book.author(CHECKOUT, book)).isEmpty();
      assertThat(book.author(CART, nothing)).isEmpty();
      assertThat(nothing.author(CHECKOUT, book)).isEmpty();
    }
  }

  @Test
  void aMistakeIsToldWithItsPlaceAndNothingOfThatDocumentApplies() throws InterruptedException {
    server.put(MAPS, map("sluice", "checkout.yaml", HEAD + "gates:\n  imege: {required: true}"));
    try (var _ = start()) {
      var policy = heard.book().policy(CHECKOUT);
      assertThat(policy.get(Terms.IMAGE)).isFalse();
      assertThat(policy.mistakes().map(mistake -> mistake.place().line())).containsExactly(4);
    }
  }

  @Test
  void policiesThatMayNotBeReadAreNotTakenForNone() throws InterruptedException {
    server.always(
        "LIST " + MAPS,
        exchange -> {
          var status =
              "{\"kind\":\"Status\",\"code\":403,\"message\":\"no\"}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(403, status.length);
          exchange.getResponseBody().write(status);
        });
    try (var _ = start()) {
      assertThat(heard.next()).isInstanceOf(Failure.Forbidden.class);
    }
  }

  private PolicyWatch start() {
    return new PolicyWatch(api, List.of(), heard, Clock.systemUTC()).begin();
  }

  private static ObjectNode signed(String... managersAndTimes) {
    var map = map("sluice", "checkout.yaml", HEAD);
    var fields = ((ObjectNode) map.get("metadata")).putArray("managedFields");
    for (int i = 0; i < managersAndTimes.length; i += 2) {
      fields
          .addObject()
          .put("manager", managersAndTimes[i])
          .put("operation", "Update")
          .put("time", managersAndTimes[i + 1])
          .putObject("fieldsV1")
          .putObject("f:data");
    }
    return map;
  }

  private static ObjectNode map(String name, String... data) {
    var map = JsonNodeFactory.instance.objectNode();
    map.putObject("metadata")
        .put("name", name)
        .put("namespace", "shop")
        .put("uid", "uid-" + name)
        .putObject("labels")
        .put("sluice.dev/policy", "");
    var texts = map.putObject("data");
    for (int i = 0; i < data.length; i += 2) {
      texts.put(data[i], data[i + 1]);
    }
    return map;
  }

  private static final class Heard implements PolicyFeed {
    private final BlockingQueue<Object> all = new LinkedBlockingQueue<>();

    @Override
    public void ruled(Scope scope, PolicyBook book) {
      all.add(book);
    }

    @Override
    public void unruled(Scope scope, Failure why) {
      all.add(why);
    }

    Object next() throws InterruptedException {
      var next = all.poll(20, TimeUnit.SECONDS);
      assertThat(next).as("nothing was heard").isNotNull();
      return Objects.requireNonNull(next);
    }

    PolicyBook book() throws InterruptedException {
      return (PolicyBook) next();
    }
  }
}
