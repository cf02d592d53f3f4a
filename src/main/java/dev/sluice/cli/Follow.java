package dev.sluice.cli;

import dev.sluice.act.Clocks;
import dev.sluice.act.Facts;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.release.Action;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;

/// Follows an action that was fired, and tells each change of how it stands.
final class Follow {

  /// How long to watch on, after the effect, for the traffic to follow it.
  private static final Duration LINGER = Duration.ofSeconds(5);

  private static final Duration IN_MILLIS = Duration.ofSeconds(10);

  private final Terminal terminal;
  private final Visit visit;
  private final ReleaseRef ref;
  private final Action action;
  private String said = "";

  Follow(Terminal terminal, Visit visit, ReleaseRef ref, Action action) {
    this.terminal = terminal;
    this.visit = visit;
    this.ref = ref;
    this.action = action;
  }

  void fire(Facts armed, Optional<String> reason) {
    visit.session().store().post(new Event.Fire(ref, action, armed, reason));
  }

  /// The pursuit as it stands, once there is one.
  Optional<Pursuit> pursuit() {
    return pursuit(visit.sightings().newest());
  }

  Exit toTheEnd() {
    if (visit.sightings().await(state -> tell(state, this::over), visit.end()).isEmpty()) {
      terminal.say(known());
      return Exit.TIMED_OUT;
    }
    if (pursuit().filter(p -> p.standing() instanceof Standing.Succeeded).isPresent()) {
      var bound = GetVerb.earlier(visit.now().plus(LINGER), visit.end());
      visit.sightings().await(state -> tell(state, p -> p.clocks().traffic().isPresent()), bound);
    }
    return ended(pursuit().orElseThrow());
  }

  /// Says what is known at this moment, since nobody will watch any longer.
  void interrupted() {
    terminal.say(known());
    visit.session().close();
  }

  private Exit ended(Pursuit pursuit) {
    var words = pursuit.standing().words();
    return switch (pursuit.standing()) {
      case Standing.Succeeded _ -> {
        terminal.say(Texts.of("cli.done", ref.name(), words, clocks(pursuit.clocks())));
        yield Exit.OK;
      }
      case Standing.Overdue _, Standing.Left _ -> {
        terminal.say(Texts.of("cli.notdone", ref.name(), words));
        if (pursuit.sent() > 0 && pursuit.clocks().accepted().isEmpty()) {
          terminal.say(Texts.of("cli.look", ref));
        }
        yield Exit.TIMED_OUT;
      }
      case Standing.Failed _, Standing.UnderWay _, Standing.Verifying _ -> {
        terminal.say(Texts.of("cli.notdone", ref.name(), words));
        if (pursuit.sent() == 0) {
          terminal.say(Texts.of("cli.unsent"));
        }
        yield Exit.FAILED;
      }
    };
  }

  private String known() {
    var pursuit = pursuit().filter(p -> p.sent() > 0);
    if (pursuit.isEmpty()) {
      return Texts.of("cli.known.unsent", ref.name());
    }
    var clocks = pursuit.get().clocks();
    return clocks.accepted().isEmpty()
        ? Texts.of("cli.known.sent", ref.name(), Texts.of("cli.look", ref))
        : Texts.of("cli.known.accepted", ref.name(), clocks(clocks));
  }

  private boolean tell(ConsoleState state, Predicate<Pursuit> enough) {
    var pursuit = pursuit(state);
    pursuit.filter(p -> !p.standing().over()).ifPresent(this::say);
    return pursuit.filter(enough).isPresent();
  }

  private boolean over(Pursuit pursuit) {
    return pursuit.standing().over();
  }

  private void say(Pursuit pursuit) {
    var marks = clocks(pursuit.clocks());
    var words = pursuit.standing().words();
    var line = marks.isEmpty() ? Texts.of(words) : Texts.of("cli.standing", words, marks);
    if (!line.equals(said)) {
      said = line;
      terminal.say(line);
    }
  }

  private Optional<Pursuit> pursuit(ConsoleState state) {
    return state.pursuit(ref).filter(p -> p.errand().action().equals(action));
  }

  private static String clocks(Clocks clocks) {
    var marks = new ArrayList<String>();
    clocks.accepted().ifPresent(at -> marks.add(Texts.of("cli.clock.accepted", since(clocks, at))));
    clocks.observed().ifPresent(at -> marks.add(Texts.of("cli.clock.observed", since(clocks, at))));
    clocks.traffic().ifPresent(at -> marks.add(Texts.of("cli.clock.traffic", since(clocks, at))));
    return String.join(", ", marks);
  }

  private static String since(Clocks clocks, Instant mark) {
    var span = Duration.between(clocks.gesture(), mark);
    return span.compareTo(IN_MILLIS) < 0
        ? Texts.of("cli.clock.millis", span.toMillis())
        : Texts.of("cli.clock.longer", span);
  }
}
