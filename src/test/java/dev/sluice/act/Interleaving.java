package dev.sluice.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// One seeded run of a pursuit: a random order of sights (also old ones), answers (also lost ones),
/// failures, ticks and of what others do, with the promises checked at each turn.
final class Interleaving {

  private static final Words WHY = Words.of("test.why");
  private static final int MOST_ORDERS_A_SECOND = 20;

  final ModelCluster cluster = new ModelCluster();
  Pursuit pursuit;
  Instant now = Releases.NOON;

  private final Pursuer pursuer = new Pursuer(Ploy.TACTICS);
  private final Random random;
  private final double trouble;
  private final List<String> told = new ArrayList<>();
  private final Deque<Instant> orders = new ArrayDeque<>();
  private final Set<Write> maybeApplied = new HashSet<>();
  private Optional<Order.Send> flying = Optional.empty();
  private Optional<Instant> reading = Optional.empty();
  private Optional<Release> answer = Optional.empty();
  private Optional<Release> newest = Optional.empty();
  private Optional<Instant> effectSince = Optional.empty();

  Interleaving(long seed, Action action, double trouble) {
    this.random = new Random(seed);
    this.trouble = trouble;
    told.add("seed " + seed);
    var first = cluster.now();
    take(pursuer.begin(Errands.errand(1, action, first, now), first, now), "begin");
  }

  void step() {
    now = now.plusMillis(random.nextInt(200));
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> view(cluster.now(), "seen");
      case 3 -> view(cluster.history.get(random.nextInt(cluster.history.size())), "seen old");
      case 4, 5 -> reply();
      case 6, 7 -> read();
      case 8, 9 -> take(pursuer.tick(pursuit, now), "tick");
      case 10 -> cluster.reconcile();
      default -> disturb();
    }
  }

  /// Lets nothing happen any more but time, for `span`.
  void wait(Duration span) {
    for (var end = now.plus(span); now.isBefore(end); ) {
      now = now.plusMillis(500);
      take(pursuer.tick(pursuit, now), "tick");
    }
  }

  /// A calm end: everything is answered, nobody interferes.
  void calm(int seconds) {
    for (int i = 0; i < seconds * 4 && !pursuit.standing().over(); i++) {
      now = now.plusMillis(250);
      flying.ifPresent(send -> replied(deliver(send)));
      reading.ifPresent(_ -> answered(Optional.of(cluster.now())));
      cluster.reconcile();
      view(cluster.now(), "seen");
      take(pursuer.tick(pursuit, now), "tick");
    }
  }

  String story() {
    return String.join("\n", told.subList(Math.max(0, told.size() - 40), told.size()));
  }

  private void disturb() {
    if (random.nextDouble() < trouble) {
      switch (random.nextInt(3)) {
        case 0 -> cluster.interfere(random.nextBoolean() ? "b" : "c");
        case 1 -> cluster.finish();
        default -> stray();
      }
    } else {
      cluster.churn();
    }
  }

  private void stray() {
    if (flying.isEmpty()) {
      take(pursuer.replied(pursuit, Errands.ok("1"), now), "stray answer");
    }
  }

  private void view(Release release, String what) {
    note(release);
    take(pursuer.seen(pursuit, release, now), what + " " + release.version().resourceVersion());
  }

  private void note(Release release) {
    if (newest.filter(known -> release.version().before(known.version())).isPresent()) {
      return;
    }
    newest = Optional.of(release);
    boolean there =
        pursuit.errand().insists()
            && Ploy.TACTICS.next(Errands.BACK, pursuit.errand().armed(), release, List.of())
                instanceof Move.Done;
    effectSince = there ? effectSince.or(() -> Optional.of(now)) : Optional.empty();
  }

  private void reply() {
    if (flying.isEmpty()) {
      return;
    }
    var send = flying.get();
    if (random.nextDouble() >= trouble) {
      replied(deliver(send));
      return;
    }
    boolean lost = random.nextBoolean();
    if (lost) {
      cluster.apply(send.seen(), send.write());
    }
    Failure failure =
        switch (random.nextInt(lost ? 2 : 4)) {
          case 0 -> new Failure.Unknown("api", WHY);
          case 1 -> new Failure.Refused("api", 503, "later");
          case 2 -> new Failure.Unreachable("api", WHY);
          default -> new Failure.Refused("api", 429, "slowly");
        };
    boolean surelyNot =
        failure instanceof Failure.Unreachable || failure.toString().contains("429");
    if (!surelyNot) {
      maybeApplied.add(send.write());
    }
    replied(Result.failed(failure));
  }

  private Result<Receipt> deliver(Order.Send send) {
    if (!cluster.apply(send.seen(), send.write())) {
      return Result.failed(new Failure.Moved("api", "test failed"));
    }
    maybeApplied.add(send.write());
    return Errands.ok(cluster.resourceVersion());
  }

  private void replied(Result<Receipt> result) {
    flying = Optional.empty();
    take(pursuer.replied(pursuit, result, now), "replied " + result);
  }

  private void read() {
    if (reading.isEmpty()) {
      return;
    }
    if (answer.isEmpty() && random.nextBoolean()) {
      answer = Optional.of(cluster.now());
    } else if (random.nextDouble() < trouble) {
      answered(Optional.empty());
    } else {
      answered(Optional.of(answer.orElseGet(cluster::now)));
    }
  }

  private void answered(Optional<Release> release) {
    var ordered = reading.orElseThrow();
    reading = Optional.empty();
    answer = Optional.empty();
    boolean over = pursuit.standing().over();
    release.ifPresent(this::note);
    take(
        release
            .map(r -> pursuer.read(pursuit, r, now))
            .orElseGet(() -> pursuer.readFailed(pursuit, new Failure.Unreachable("api", WHY), now)),
        "read " + release.map(r -> r.version().resourceVersion()));
    if (!over && pursuit.errand().insists() && succeeded()) {
      assertThat(effectSince).as(this::story).isPresent();
      assertThat(ordered.minusSeconds(3)).as(this::story).isAfterOrEqualTo(effectSince.get());
      told.add("confirmed");
    }
  }

  private boolean succeeded() {
    return pursuit.standing() instanceof Standing.Succeeded;
  }

  private void take(Turn turn, String what) {
    boolean wasOver = pursuit != null && pursuit.standing().over();
    pursuit = turn.pursuit();
    told.add(
        "%s %s -> %s %s"
            .formatted(now, what, pursuit.standing().words().key(), names(turn.orders())));
    assertThat(wasOver && !pursuit.standing().over()).as(this::story).isFalse();
    assertThat(wasOver ? turn.orders() : List.of()).as(this::story).isEmpty();
    turn.orders().forEach(this::carry);
    if (succeeded() && !wasOver && pursuit.errand().insists()) {
      assertThat(what).as(this::story).startsWith("read");
    }
  }

  private void carry(Order order) {
    orders.add(now);
    orders.removeIf(at -> at.plusSeconds(1).isBefore(now));
    assertThat(orders.size()).as(this::story).isLessThanOrEqualTo(MOST_ORDERS_A_SECOND);
    switch (order) {
      case Order.Send send -> {
        assertThat(flying).as(this::story).isEmpty();
        if (!pursuit.errand().insists()) {
          assertThat(maybeApplied).as(this::story).doesNotContain(send.write());
        }
        flying = Optional.of(send);
        effectSince = Optional.empty();
      }
      case Order.Read _ -> {
        assertThat(reading.filter(at -> at.plus(Reads.LOST).isAfter(now)))
            .as(this::story)
            .isEmpty();
        reading = Optional.of(now);
      }
    }
  }

  private static List<String> names(List<Order> orders) {
    return orders.stream()
        .map(order ->
            switch (order) {
              case Order.Send(_, var write) -> "SEND " + write.verb();
              case Order.Read _ -> "READ";
            })
        .toList();
  }
}
