package dev.sluice.judge.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is held possible of a pod's own noise at the start of a release, and how likely each is.
///
/// @param learned whether stable pods taught them
public record Suppositions(List<Held> all, boolean learned) {

  /// What is believed of «no noise at all», as a multiple of each other supposition.
  private static final double PLAIN = 5;

  /// One of them.
  ///
  /// @param weight logarithm of its share of belief; together 1
  public record Held(Dispersion noise, double weight) {}

  public Suppositions {
    all = List.copyOf(all);
  }

  /// What was learned leaves possible; the true one is thrown away with a chance of `alpha` at most
  /// if each was as likely as is believed.
  public static Suppositions after(Learning learning, double alpha) {
    double[] likelihoods = learning.likelihoods();
    double[] scores = likelihoods.clone();
    for (int i = 0; i < scores.length; i++) {
      scores[i] += Math.log((i == 0 ? PLAIN : 1) / (PLAIN + scores.length - 1));
    }
    double floor = Logs.sum(scores) + Math.log(alpha);
    double left = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < scores.length; i++) {
      left = likelihoods[i] >= floor ? Logs.add(left, scores[i]) : left;
    }
    var held = new ArrayList<Held>();
    for (int i = 0; i < scores.length; i++) {
      if (likelihoods[i] >= floor) {
        held.add(new Held(Dispersion.ALL.get(i), scores[i] - left));
      }
    }
    return new Suppositions(held, learning.learned());
  }

  /// The likeliest of them and the worst.
  public Noise noise() {
    var likeliest = all.stream().max(Comparator.comparingDouble(Held::weight)).orElseThrow();
    var most =
        all.stream()
            .map(Held::noise)
            .max(Comparator.comparingDouble(noise -> noise.longRun(1)))
            .orElseThrow();
    return new Noise(likeliest.noise(), most, learned);
  }
}
