package dev.sluice.races;

import static dev.sluice.drill.store.Objects.object;

import dev.sluice.act.Engine;
import dev.sluice.act.Order;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.argo.ArgoEngine;
import dev.sluice.cluster.argo.ArgoWrite;
import dev.sluice.conduct.WayBack;
import dev.sluice.drill.Contexts;
import dev.sluice.drill.Drill;
import dev.sluice.drill.argo.ArgoRollouts;
import dev.sluice.drill.argo.analysis.Provider.Measurement;
import dev.sluice.drill.store.Objects;
import dev.sluice.drill.world.Resource;
import dev.sluice.races.Contender.Errand;
import dev.sluice.races.Courier.Fate;
import dev.sluice.races.Recipe.Trouble;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/// One race on a drill of its own: an update of a canary, consoles and another writer, in an order
/// that the seed alone decides, and then a calm in which everything is answered.
public final class Race implements AutoCloseable {
  static final Set<Integer> PAUSES = Set.of(1, 3, 5);

  private static final ReleaseRef CART = new ReleaseRef("test", "shop", "cart");
  private static final Instant START = Instant.parse("2026-01-05T09:30:00Z");
  private static final String ROLLOUT =
      """
      {'metadata':{'namespace':'shop','name':'cart'},
       'spec':{'replicas':4,'selector':{'matchLabels':{'app':'cart'}},
        'strategy':{'canary':{'steps':[{'setWeight':25},{'pause':{}},{'setWeight':50},{'pause':{}},
         {'setWeight':75},{'pause':{}}]}},
        'template':{'metadata':{'labels':{'app':'cart'}},
         'spec':{'containers':[{'name':'web','image':'web:1'}]}}}}
      """;
  private static final int CALM = 600;
  private static final int QUIET = 12;

  private final Recipe recipe;
  private final Random random;
  private final Drill drill;
  private final Courier courier;
  private final List<ApiClient> clients = new ArrayList<>();
  private final List<Seat> seats = new ArrayList<>();
  private final List<Release> history = new ArrayList<>();
  private final List<Moment> moments = new ArrayList<>();
  private final ThirdHand third;
  private final Engine eye;
  private Optional<ThirdHand.Intent> intent = Optional.empty();
  private Position position;
  private boolean asleep;
  private int mood;
  private boolean changed = true;

  /// @param engines makes of a console's engine the one it is to have
  private Race(Recipe recipe, UnaryOperator<Engine> engines) throws IOException {
    this.recipe = recipe;
    this.random = new Random(recipe.seed());
    this.drill = Drill.byHand(recipe.seed(), START, Duration.ZERO, Race::begin);
    this.courier = new Courier(drill.uri());
    this.third = new ThirdHand(drill.world(), random);
    // A controller is called when anything has changed.
    drill.control(
        "watch",
        () -> {
          changed = true;
          return Optional.empty();
        });
    this.eye = new ArgoEngine(client("admin", false), time());
    seat("alice", engines);
    if (recipe.has(Trouble.SECOND_CONSOLE)) {
      seat("bob", engines);
    }
    position = position();
  }

  private static void begin(Drill drill) {
    drill.world().create(Resource.NAMESPACES, Objects.namespace("shop"));
    drill.control(Drill.ARGO, new ArgoRollouts(drill.world(), (_, _) -> Measurement.good("[1]")));
    drill.world().create(Resource.ROLLOUTS, object(ROLLOUT));
    // Nobody looks at Events here, and there are many.
    drill.asleep("event-garbage", true);
  }

  /// Runs it to its end with the program's own engine.
  public static Outcome run(Recipe recipe) {
    return run(recipe, UnaryOperator.identity());
  }

  /// The least that breaks a promise, of a race that broke one.
  public static Outcome least(Outcome found) {
    return new Shrinking(UnaryOperator.identity()).of(found);
  }

  static Outcome run(Recipe recipe, UnaryOperator<Engine> engines) {
    try (var race = new Race(recipe, engines)) {
      race.prepare();
      for (int i = 0; i < recipe.steps(); i++) {
        race.step();
      }
      race.calm();
      return new Outcome(recipe, race.moments, new Promises(PAUSES).broken(race.moments));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void seat(String user, UnaryOperator<Engine> engines) {
    var sound = engines.apply(new ArgoEngine(client(user, false), time()));
    var lossy = engines.apply(new ArgoEngine(client(user, true), time()));
    seats.add(new Seat(user, CART, sound, lossy, courier, drill.clock()));
  }

  private ApiClient client(String user, boolean lossy) {
    var client = Contexts.open(drill, user, lossy ? courier.uri() : drill.uri());
    clients.add(client);
    return client;
  }

  private Clock time() {
    return drill.clock().asClock();
  }

  /// The first version serves, and the second one stands at its first pause.
  private void prepare() {
    pass(Duration.ofSeconds(10));
    third.deploy();
    pass(Duration.ofSeconds(10));
    seats.forEach(this::showNewest);
  }

  private void step() {
    if (random.nextBoolean()) {
      pass(Duration.ofMillis(random.nextInt(800)));
    }
    var seat = seats.get(random.nextInt(seats.size()));
    switch (random.nextInt(18)) {
      case 0, 1, 2, 3 -> showNewest(seat);
      case 4 -> showLate(seat);
      case 5 -> oldList(seat);
      case 6, 7, 8 -> carryOne(seat);
      case 9, 10 -> answerOne(seat);
      case 11, 12 -> gesture(seat);
      case 13 -> seats.forEach(this::gesture);
      case 14, 15 -> meddle();
      case 16 -> arrive(seat);
      case 17 -> sleep();
      default -> throw new IllegalStateException();
    }
  }

  /// Everything is answered, nobody interferes, and the picture is right.
  private void calm() {
    tell("calm");
    drill.asleep(Drill.ARGO, false);
    for (var seat : seats) {
      while (!seat.held.isEmpty()) {
        arrive(seat);
      }
    }
    int quiet = 0;
    for (int i = 0; i < CALM && quiet < QUIET; i++) {
      pass(Duration.ofMillis(500));
      for (var seat : seats) {
        showNewest(seat);
        while (!seat.errands.isEmpty()) {
          carry(seat, seat.errands.removeFirst(), Optional.empty());
        }
        while (!seat.answers.isEmpty()) {
          var answer = seat.answers.removeFirst();
          tell(seat, () -> seat.console.tell(answer));
        }
      }
      quiet = seats.stream().allMatch(Seat::idle) ? quiet + 1 : 0;
    }
  }

  private void pass(Duration time) {
    drill.clock().step(time);
    var before = position;
    position = position();
    if (!position.equals(before)) {
      moments.add(new Moment.Passed(drill.clock().instant(), before, position));
    }
  }

  private void showNewest(Seat seat) {
    look();
    tell(seat, () -> seat.console.show(history.getLast()));
  }

  /// A watch that lags behind.
  private void showLate(Seat seat) {
    var late = any(history.subList(history.size() / 2, history.size()));
    tell(seat, () -> seat.console.show(late));
  }

  /// What a watch would have by now.
  private void look() {
    if (!changed) {
      return;
    }
    changed = false;
    eye.read(CART)
        .onFailure(why -> {
          throw new AssertionError(why);
        })
        .map(history::add);
  }

  private void oldList(Seat seat) {
    if (recipe.has(Trouble.OLD_LISTS)) {
      var list = random.nextInt(4) == 0 ? List.<Release>of() : List.of(any(history));
      tell(seat.console.name + " is shown an old list");
      tell(seat, () -> seat.console.list(list));
    }
  }

  private void carryOne(Seat seat) {
    if (!seat.errands.isEmpty()) {
      var errand = seat.errands.remove(random.nextInt(seat.errands.size()));
      boolean bad = random.nextInt(3) == 0;
      var fate = any(List.of(Fate.values()));
      carry(seat, errand, Optional.of(fate).filter(_ -> bad && recipe.has(Trouble.LINE)));
    }
  }

  private void carry(Seat seat, Errand errand, Optional<Fate> fate) {
    seat.carry(errand, fate);
    if (errand.order() instanceof Order.Send(_, ArgoWrite write)) {
      fate.ifPresent(grief -> tell("the next one: " + grief));
      wrote(seat.hand(errand.gesture()), write);
    }
  }

  private void wrote(Moment.Hand hand, ArgoWrite write) {
    var before = position;
    position = position();
    moments.add(new Moment.Wrote(drill.clock().instant(), hand, write, before, position));
  }

  private void answerOne(Seat seat) {
    if (!seat.answers.isEmpty()) {
      var answer = seat.answers.remove(random.nextInt(seat.answers.size()));
      tell(seat, () -> seat.console.tell(answer));
    }
  }

  private void arrive(Seat seat) {
    if (!seat.held.isEmpty()) {
      var held = seat.held.remove(random.nextInt(seat.held.size()));
      held.request().arrive();
      tell("the next one arrives late");
      wrote(held.hand(), held.write());
    }
  }

  private void gesture(Seat seat) {
    var shown = seat.console.shown();
    if (shown.isPresent()) {
      seat.gesture(shown.get(), action(shown.get()))
          .ifPresent(fire -> tell(seat, () -> seat.console.tell(fire)));
    }
  }

  /// What a person wants of what is shown. The same for a while, so that several want it at once.
  private Action action(Release shown) {
    mood = random.nextInt(4) == 0 ? random.nextInt(10) : mood;
    return switch (mood) {
      case 0, 1, 2, 3 -> new Action.Promote();
      case 4, 5, 6 ->
          WayBack.of(shown) instanceof WayBack.To(var target, _)
              ? new Action.RollBack(target)
              : new Action.Abort();
      case 7 -> random.nextBoolean() ? new Action.Pause() : new Action.Resume();
      case 8 -> new Action.PromoteFully();
      default -> random.nextBoolean() ? new Action.Abort() : new Action.Retry();
    };
  }

  private void meddle() {
    if (recipe.has(Trouble.THIRD_WRITER)) {
      intent.ifPresent(decided -> {
        third.write(decided);
        var before = position;
        position = position();
        moments.add(new Moment.Meddled(drill.clock().instant(), decided.verb(), before, position));
      });
      intent = intent.isPresent() ? Optional.empty() : Optional.of(third.decide());
    }
  }

  private void sleep() {
    if (recipe.has(Trouble.SLEEP)) {
      asleep = !asleep && random.nextInt(3) == 0;
      drill.asleep(Drill.ARGO, asleep);
    }
  }

  private void tell(String what) {
    moments.add(new Moment.Told(drill.clock().instant(), what));
  }

  private void tell(Seat seat, Runnable what) {
    what.run();
    moments.addAll(seat.news());
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private Position position() {
    return Position.of(drill.world().get(Resource.ROLLOUTS, "shop", "cart").orElseThrow());
  }

  @Override
  public void close() throws IOException {
    seats.forEach(Seat::close);
    clients.forEach(ApiClient::close);
    courier.close();
    drill.close();
  }
}
