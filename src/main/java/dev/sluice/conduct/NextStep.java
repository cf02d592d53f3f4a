package dev.sluice.conduct;

import dev.sluice.gate.Finding;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What comes next for a release, and through whom.
public sealed interface NextStep {

  /// What comes next, as a sentence.
  Words words();

  /// Nothing: it is through, or it was taken back.
  record Rest(Words words) implements NextStep {}

  /// Its users have to be brought back to the stable revision.
  ///
  /// @param why what shows that the newer one is bad
  record GoBack(Words why) implements NextStep {
    @Override
    public Words words() {
      return Words.of("next.back", why);
    }
  }

  /// Nothing but a way back: all users are on a revision that has yet to prove itself.
  ///
  /// @param left how much longer the pods before it stand; empty where they do not, or nobody says
  record Trial(Optional<Duration> left) implements NextStep {
    @Override
    public Words words() {
      return left.map(time -> Words.of("next.trial.left", time))
          .orElseGet(() -> Words.of("next.trial"));
    }
  }

  /// The engine is at work.
  record Engine(Words words) implements NextStep {}

  /// The engine goes on by itself, whatever the gates say.
  record Timed(Duration left, int weight) implements NextStep {
    @Override
    public Words words() {
      return Words.of("next.timed", weight, left);
    }
  }

  /// A person has to decide; nothing else will make it go on.
  record Person(Words words) implements NextStep {}

  /// Nothing but time is missing.
  record Soak(Duration left, int weight) implements NextStep {
    @Override
    public Words words() {
      return Words.of("next.soak", weight, left);
    }
  }

  /// Gates hold it.
  ///
  /// @param holding every gate that does, in their order
  /// @param asks whether a person is asked, since the soak is over and nothing has decided
  record Held(List<Finding> holding, int weight, boolean asks) implements NextStep {
    public Held {
      holding = List.copyOf(holding);
    }

    @Override
    public Words words() {
      var first = holding.getFirst();
      var gate = Words.of("gate." + first.gate());
      return Words.of(
          asks ? "next.asks" : "next.held", weight, holding.size(), gate, first.evidence());
    }
  }

  /// Every gate is open: on to that weight.
  record Promote(int weight) implements NextStep {
    @Override
    public Words words() {
      return Words.of("next.promote", weight);
    }
  }
}
