package dev.sluice.cluster.argo;

import dev.sluice.release.Analysis;
import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What is told of a release, by label: by us, or by Argo's own command line.
record Told(Map<String, String> lines) {
  private static final Set<String> FIGURES =
      Set.of(
          "Status",
          "Message",
          "Step",
          "SetWeight",
          "ActualWeight",
          "Desired",
          "Updated",
          "Ready",
          "Available");
  private static final Pattern FIGURE = Pattern.compile("\\s*(\\w+):\\s+(.*)");
  private static final Pattern REVISION = Pattern.compile(".*# revision:(\\d+).*");
  private static final Pattern OBJECT =
      Pattern.compile(
          "\\W*(\\S+)\\s+(ReplicaSet|AnalysisRun|Experiment)\\s+\\W+(\\w+)\\s+\\S+(.*)");

  /// Of what `kubectl argo rollouts get rollout --no-color` printed.
  ///
  /// @param shown what of its tree we show, too
  static Told ofTree(String printed, Release shown) {
    var lines = new TreeMap<String, String>();
    var revision = "";
    for (var line : printed.lines().toList()) {
      var figure = FIGURE.matcher(line);
      var object = OBJECT.matcher(line);
      var number = REVISION.matcher(line);
      if (figure.matches() && FIGURES.contains(figure.group(1))) {
        lines.put(figure.group(1), figure.group(2).replaceFirst("^\\W+", "").strip());
      } else if (number.matches()) {
        revision = number.group(1);
      } else if (object.matches()) {
        object(lines, object.group(1), revision, object.group(3) + object.group(4));
      }
    }
    lines.keySet().retainAll(known(lines, shown));
    return new Told(lines);
  }

  private static void object(Map<String, String> lines, String name, String revision, String info) {
    var tags = new TreeSet<String>();
    for (var word : info.strip().split("[\\s,]+", -1)) {
      tags.add(word.startsWith("delay:") ? "delay" : word.matches("[✔✖?⚠]|\\d+") ? "" : word);
    }
    tags.remove("");
    lines.put(name, "revision " + revision + " " + tags);
  }

  /// Pods and what belongs to experiments stand in the tree, too, and runs of earlier revisions.
  private static Set<String> known(Map<String, String> lines, Release shown) {
    var known = new TreeSet<>(FIGURES);
    shown.revisions().forEach(revision -> known.add(revision.replicaSet()));
    shown.analyses().forEach(analysis -> known.add(analysis.name()));
    known.retainAll(lines.keySet());
    return known;
  }

  /// Of what we show.
  static Told ofRelease(Release release) {
    var lines = new TreeMap<String, String>();
    var progress = release.progress();
    lines.put("Status", word(progress.phase()));
    if (!progress.message().isEmpty()) {
      lines.put("Message", progress.message());
    }
    if (release.strategy() instanceof Strategy.Canary canary
        && release.traffic() instanceof Traffic.Weighted(int asked, int served)) {
      lines.put("SetWeight", "" + asked);
      lines.put("ActualWeight", "" + actual(release, canary, served));
      if (!canary.steps().isEmpty()) {
        lines.put("Step", progress.step().orElse(-1) + "/" + canary.steps().size());
      }
    }
    var capacity = release.capacity();
    lines.put("Desired", "" + capacity.desired());
    lines.put("Updated", "" + capacity.updated());
    lines.put("Ready", "" + capacity.ready());
    lines.put("Available", "" + capacity.available());
    release.revisions().forEach(revision -> revision(lines, release, revision));
    release.analyses().forEach(analysis -> analysis(lines, release, analysis));
    return new Told(lines);
  }

  private static String word(Phase phase) {
    return phase.name().charAt(0) + phase.name().substring(1).toLowerCase(Locale.ROOT);
  }

  /// Argo says 100 as soon as no step is left; we say what is served until the revision is stable.
  private static int actual(Release release, Strategy.Canary canary, int served) {
    boolean over = release.progress().step().orElse(0) >= canary.steps().size();
    return over ? 100 : served;
  }

  private static void revision(Map<String, String> lines, Release release, Revision revision) {
    var hash = revision.podHash();
    var tags = new TreeSet<String>();
    boolean stable = release.stableHash().filter(hash::equals).isPresent();
    if (stable) {
      tags.add("stable");
    }
    switch (release.traffic()) {
      case Traffic.Weighted _ -> {
        if (!stable && release.currentHash().filter(hash::equals).isPresent()) {
          tags.add("canary");
        }
      }
      case Traffic.Switched(var active, var preview) -> {
        if (active.filter(hash::equals).isPresent()) {
          tags.add("active");
        } else if (preview.filter(hash::equals).isPresent()) {
          tags.add("preview");
        }
      }
    }
    if (revision.scaleDownAt().isPresent()) {
      tags.add("delay");
    }
    tags.add(
        revision.available() < revision.desired()
            ? "Progressing"
            : revision.desired() == 0 ? "ScaledDown" : "Healthy");
    lines.put(revision.replicaSet(), "revision " + revision.number() + " " + tags);
  }

  private static void analysis(Map<String, String> lines, Release release, Analysis analysis) {
    var number =
        release.revision(analysis.podHash()).map(revision -> "" + revision.number()).orElse("?");
    lines.put(analysis.name(), "revision " + number + " [" + analysis.phase() + "]");
  }
}
