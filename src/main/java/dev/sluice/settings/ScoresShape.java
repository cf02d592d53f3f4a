package dev.sluice.settings;

import dev.sluice.state.Score;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The best so far in each exercise, as it is written.
record ScoresShape(@Nullable Map<String, Best> best) {

  record Best(long safeMillis, long badRequests) {}

  static ScoresShape of(Map<String, Score> scores) {
    Map<String, Best> best = new TreeMap<>();
    scores.forEach((key, score) -> best.put(key, new Best(score.safe().toMillis(), score.bad())));
    return new ScoresShape(best);
  }

  Map<String, Score> scores() {
    Map<String, Score> scores = new TreeMap<>();
    Objects.requireNonNullElse(best, Map.<String, Best>of())
        .forEach((key, one) ->
            scores.put(key, new Score(Duration.ofMillis(one.safeMillis()), one.badRequests())));
    return scores;
  }
}
