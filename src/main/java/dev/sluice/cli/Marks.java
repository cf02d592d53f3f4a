package dev.sluice.cli;

import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Scope;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Short words for what a release is, the same in every output.
final class Marks {

  static final String NOTHING = "-";

  private Marks() {}

  static String scope(Scope scope) {
    return scope.context() + "/" + scope.namespace().orElse("*");
  }

  /// A mark and a word: the mark says it without colour, the word without the mark.
  static String state(Release release) {
    if (release.progress().aborted()) {
      return Texts.of("cli.phase.aborted");
    }
    return Texts.of("cli.phase." + release.progress().phase());
  }

  static Paint.Tone tone(Release release) {
    if (release.progress().aborted()) {
      return Paint.Tone.BAD;
    }
    return switch (release.progress().phase()) {
      case HEALTHY -> Paint.Tone.PLAIN;
      case PAUSED -> Paint.Tone.WAITS;
      case PROGRESSING -> Paint.Tone.MOVES;
      case DEGRADED, UNKNOWN -> Paint.Tone.BAD;
    };
  }

  static String revision(Optional<Revision> revision) {
    return revision.map(Marks::revision).orElse(NOTHING);
  }

  static String revision(Revision revision) {
    return "r" + revision.number() + " " + revision.version();
  }

  /// The revision on its way; nothing when none is.
  static String newer(Release release) {
    return release.updating() ? revision(release.current()) : NOTHING;
  }

  static String step(Release release) {
    if (!release.updating() || release.progress().step().isEmpty()) {
      return NOTHING;
    }
    return switch (release.strategy()) {
      case Strategy.Canary canary ->
          release.progress().step().getAsInt() + "/" + canary.steps().size();
      case Strategy.BlueGreen _ -> NOTHING;
    };
  }

  /// The share of the users on the newer revision.
  static String traffic(Release release) {
    return switch (release.traffic()) {
      case Traffic.Weighted(int asked, int served) -> {
        if (!release.updating()) {
          yield NOTHING;
        }
        yield asked == served
            ? Texts.of("cli.traffic.same", served)
            : Texts.of("cli.traffic.other", served, asked);
      }
      case Traffic.Switched(var active, _) ->
          Texts.of(
              "cli.traffic.active",
              active.flatMap(release::revision).map(Marks::revision).orElse(NOTHING));
    };
  }

  static String strategy(Release release) {
    return switch (release.strategy()) {
      case Strategy.Canary _ -> Texts.of("cli.strategy.canary");
      case Strategy.BlueGreen _ -> Texts.of("cli.strategy.bluegreen");
    };
  }

  /// How old what is shown is.
  static String link(Link link, Instant now) {
    return switch (link) {
      case Link.Live(var heard) -> Texts.of("cli.link.live", age(heard, now));
      case Link.Stale(var heard, var why) ->
          Texts.of("cli.link.stale", age(heard, now), why.words());
      case Link.Connecting _ -> Texts.of("cli.link.connecting");
      case Link.Down(var why, _) -> Texts.of("cli.link.down", why.words());
    };
  }

  private static Duration age(Instant then, Instant now) {
    return then.isAfter(now) ? Duration.ZERO : Duration.between(then, now);
  }
}
