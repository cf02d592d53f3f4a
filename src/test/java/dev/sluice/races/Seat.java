package dev.sluice.races;

import dev.sluice.act.Engine;
import dev.sluice.act.Facts;
import dev.sluice.act.Order;
import dev.sluice.act.Receipt;
import dev.sluice.cluster.argo.ArgoWrite;
import dev.sluice.races.Contender.Errand;
import dev.sluice.races.Moment.Hand;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.state.Event;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A console with its lines to the API server, one sound and one on which everything is lost, and
/// all that is on its way.
final class Seat implements AutoCloseable {

  /// A write that its console has given up, and that will arrive all the same.
  record Held(Hand hand, ArgoWrite write, Courier.Late request) {}

  /// A gesture that was begun on these facts.
  record Gesture(Action action, Facts facts) {}

  final Contender console;
  final List<Errand> errands = new ArrayList<>();
  final List<Event> answers = new ArrayList<>();
  final List<Held> held = new ArrayList<>();
  private final ReleaseRef ref;
  private final Engine sound;
  private final Engine lossy;
  private final Courier courier;
  private final InstantSource clock;
  private final Set<Long> begun = new HashSet<>();
  private final Set<Long> ended = new HashSet<>();
  private Optional<Gesture> gesture = Optional.empty();

  Seat(
      String name,
      ReleaseRef ref,
      Engine sound,
      Engine lossy,
      Courier courier,
      InstantSource clock) {
    this.console = new Contender(name, ref, sound.tactics(), clock);
    this.ref = ref;
    this.sound = sound;
    this.lossy = lossy;
    this.courier = courier;
    this.clock = clock;
  }

  Hand hand(long gesture) {
    return new Hand(console.name, gesture);
  }

  /// Takes in what the console wants since it was told something, and says how its actions stand.
  List<Moment> news() {
    errands.addAll(console.orders());
    var news = new ArrayList<Moment>();
    for (var pursuit : console.pursuits()) {
      var errand = pursuit.errand();
      var hand = hand(errand.id());
      var standing = pursuit.standing();
      boolean refused = standing.over() && pursuit.attempts() == 0;
      if (!refused && begun.add(errand.id())) {
        news.add(new Moment.Began(clock.instant(), hand, errand.action(), errand.armed()));
      }
      if (standing.over() && ended.add(errand.id())) {
        news.add(new Moment.Ended(clock.instant(), hand, standing));
      }
    }
    return news;
  }

  boolean idle() {
    return errands.isEmpty()
        && answers.isEmpty()
        && console.pursuits().stream().allMatch(pursuit -> pursuit.standing().over());
  }

  /// A person begins a gesture on what is shown, or completes the one that was begun.
  Optional<Event> gesture(Release shown, Action action) {
    if (gesture.isEmpty()) {
      gesture = Optional.of(new Gesture(action, Facts.of(shown)));
      return Optional.empty();
    }
    var made = gesture.get();
    gesture = Optional.empty();
    return Optional.of(new Event.Fire(ref, made.action(), made.facts(), Optional.of("a race")));
  }

  /// Carries that out; its answer waits until it is delivered.
  void carry(Errand errand, Optional<Courier.Fate> fate) {
    fate.ifPresent(courier::fate);
    var line = fate.isPresent() ? lossy : sound;
    answers.add(
        switch (errand.order()) {
          case Order.Read(var read) -> new Event.Reread(errand.gesture(), line.read(read));
          case Order.Send send -> new Event.Replied(errand.gesture(), send(line, send));
        });
    if (errand.order() instanceof Order.Send(_, ArgoWrite write)
        && fate.filter(Courier.Fate.LATE::equals).isPresent()) {
      held.add(new Held(hand(errand.gesture()), write, courier.held()));
    }
  }

  /// What a write needs to know it reads on a sound line, so that it is the write that is lost.
  private Result<Receipt> send(Engine line, Order.Send send) {
    return sound.prepare(send.seen(), send.write()).then(request -> line.send(ref, request));
  }

  @Override
  public void close() {
    console.close();
  }
}
