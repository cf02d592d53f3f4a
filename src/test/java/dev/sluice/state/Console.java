package dev.sluice.state;

import dev.sluice.act.Facts;
import dev.sluice.act.Order;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Receipt;
import dev.sluice.act.Tactics;
import dev.sluice.release.Action;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.release.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A console for tests: reduces events one after the other and keeps what they asked for.
final class Console {

  static final Scope PROD = new Scope("prod", Optional.empty());

  ConsoleState state = ConsoleState.at(Releases.NOON);
  Instant now = Releases.NOON;
  final List<Effect> effects = new ArrayList<>();
  private final Reducer reducer;

  Console(Tactics tactics) {
    reducer = new Reducer(tactics);
  }

  /// A console whose watch is live and shows these releases, the first of them open.
  static Console showing(Tactics tactics, Release... releases) {
    var console = new Console(tactics);
    console.on(new Event.Listed(PROD, List.of(releases)));
    console.on(new Event.Linked(PROD, new Link.Live(console.now)));
    console.on(new Event.Opened(releases[0].ref()));
    console.effects.clear();
    return console;
  }

  void on(Event event) {
    var next = reducer.reduce(state, event, now);
    state = next.state();
    effects.addAll(next.effects());
  }

  void after(Duration span) {
    now = now.plus(span);
    on(new Event.Tick());
  }

  void hear() {
    on(new Event.Linked(PROD, new Link.Live(now)));
  }

  void fire(Action action, Release armed) {
    on(new Event.Fire(armed.ref(), action, Facts.of(armed), Optional.empty()));
  }

  void reply(long id, String resourceVersion) {
    var receipt = new Receipt(resourceVersion, now, List.of());
    on(new Event.Replied(id, Result.ok(receipt)));
  }

  /// Writes and reads ordered since the last call.
  List<String> orders() {
    var orders =
        effects.stream()
            .filter(Effect.Carry.class::isInstance)
            .map(Effect.Carry.class::cast)
            .map(carry -> carry.pursuit() + " " + name(carry.order()))
            .toList();
    effects.clear();
    return orders;
  }

  Pursuit pursuit(long id) {
    return state.pursuit(id).orElseThrow();
  }

  String words(long id) {
    return pursuit(id).standing().words().key();
  }

  Optional<Armed> armed() {
    return state.focus().flatMap(Focus::armed);
  }

  static ReleaseRef ref(String name) {
    return new ReleaseRef("prod", "shop", name);
  }

  private static String name(Order order) {
    return switch (order) {
      case Order.Send(_, var write) -> write.verb();
      case Order.Read _ -> "read";
    };
  }
}
