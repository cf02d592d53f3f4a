package dev.sluice.cli;

import dev.sluice.conduct.Position;
import dev.sluice.gate.Finding;
import dev.sluice.release.Analysis;
import dev.sluice.release.Autoscaler;
import dev.sluice.release.Link;
import dev.sluice.release.Owner;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Revision;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;
import dev.sluice.state.ConsoleState;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The documented data of `-o json` and `-o yaml`. Names and meanings of what is here stay; more
/// may come. A value that is not known is null, never left out.
final class Tree {

  private Tree() {}

  static Map<String, @Nullable Object> list(ConsoleState state, Collection<Release> releases) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put(
        "releases",
        releases.stream()
            .sorted(Comparator.comparing(Release::ref))
            .map(release -> release(state, release))
            .toList());
    tree.put("problems", Visit.troubles(state));
    return tree;
  }

  static Map<String, @Nullable Object> release(
      ConsoleState state, Release release, List<Finding> findings) {
    var tree = release(state, release);
    tree.put("gates", findings.stream().map(Tree::gate).toList());
    return tree;
  }

  static Map<String, @Nullable Object> release(ConsoleState state, Release release) {
    var tree = named(release.ref());
    var progress = release.progress();
    tree.put("strategy", release.strategy() instanceof Strategy.Canary ? "canary" : "blueGreen");
    tree.put("phase", camel(progress.phase()));
    tree.put("message", progress.message());
    tree.put("updating", release.updating());
    tree.put("aborted", progress.aborted());
    tree.put("pausedByPerson", progress.paused());
    tree.put("stable", release.stableHash().orElse(null));
    tree.put("current", release.currentHash().orElse(null));
    tree.put("step", step(release));
    tree.put("stages", stages(release, state.serverNow(release.ref())));
    tree.put("traffic", traffic(release));
    tree.put("revisions", release.revisions().stream().map(r -> revision(release, r)).toList());
    tree.put("analyses", release.analyses().stream().map(Tree::analysis).toList());
    tree.put("autoscaler", release.capacity().autoscaler().map(Tree::autoscaler).orElse(null));
    tree.put("owner", owner(release.owner()));
    tree.put("link", link(state.link(release.ref())));
    return tree;
  }

  static Map<String, @Nullable Object> named(ReleaseRef ref) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("context", ref.context());
    tree.put("namespace", ref.namespace());
    tree.put("name", ref.name());
    return tree;
  }

  private static @Nullable Object step(Release release) {
    if (!(release.strategy() instanceof Strategy.Canary canary)
        || release.progress().step().isEmpty()) {
      return null;
    }
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("index", release.progress().step().getAsInt());
    tree.put("count", canary.steps().size());
    tree.put("what", release.step().map(Step::words).map(Texts::of).orElse(null));
    return tree;
  }

  private static List<Object> stages(Release release, Instant serverNow) {
    var stages = new ArrayList<Object>();
    Position.of(release, serverNow)
        .ifPresent(position -> {
          var plan = position.plan().stages();
          for (int i = 0; i < plan.size(); i++) {
            var tree = new LinkedHashMap<String, @Nullable Object>();
            int where = Integer.compare(i, position.stage());
            tree.put("weight", plan.get(i).weight());
            tree.put("soakSeconds", plan.get(i).soak().map(Duration::toSeconds).orElse(null));
            tree.put("state", where < 0 ? "done" : where == 0 ? "current" : "next");
            tree.put(
                "soakedSeconds",
                where == 0 ? position.soaked().map(Duration::toSeconds).orElse(null) : null);
            stages.add(tree);
          }
        });
    return stages;
  }

  private static Map<String, @Nullable Object> traffic(Release release) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    switch (release.traffic()) {
      case Traffic.Weighted(int asked, int served) -> {
        tree.put("askedPercent", asked);
        tree.put("servedPercent", served);
      }
      case Traffic.Switched(var active, var preview) -> {
        tree.put("active", active.orElse(null));
        tree.put("preview", preview.orElse(null));
      }
    }
    return tree;
  }

  private static Map<String, @Nullable Object> revision(Release release, Revision revision) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("revision", revision.number());
    tree.put("podHash", revision.podHash());
    tree.put("version", revision.version());
    tree.put("images", revision.images().stream().map(image -> image.reference()).toList());
    tree.put("created", revision.created().toString());
    tree.put("desired", revision.desired());
    tree.put("ready", revision.ready());
    tree.put("restarts", revision.pods().restarts());
    tree.put("trafficPercent", release.share(revision.podHash()));
    return tree;
  }

  private static Map<String, @Nullable Object> autoscaler(Autoscaler autoscaler) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("name", autoscaler.name());
    tree.put("least", autoscaler.least());
    tree.put("most", autoscaler.most());
    return tree;
  }

  private static Map<String, @Nullable Object> analysis(Analysis analysis) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("name", analysis.name());
    tree.put("kind", camel(analysis.kind()));
    tree.put("phase", analysis.phase());
    tree.put("message", analysis.message());
    return tree;
  }

  private static Map<String, @Nullable Object> gate(Finding finding) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("gate", camel(finding.gate()));
    tree.put("verdict", camel(finding.verdict()));
    tree.put("evidence", Texts.of(finding.evidence()));
    tree.put("threshold", Texts.of(finding.threshold()));
    tree.put("asOf", finding.asOf().map(Instant::toString).orElse(null));
    return tree;
  }

  private static @Nullable Object owner(Owner owner) {
    var by =
        switch (owner) {
          case Owner.Nobody _ -> Optional.<String>empty();
          case Owner.ArgoCd(var application, _) -> Optional.of(application);
          case Owner.Flux(var source) -> Optional.of(source);
          case Owner.Helm(var chart) -> Optional.of(chart);
        };
    return by.map(
            name -> {
              var tree = new LinkedHashMap<String, @Nullable Object>();
              tree.put("kind", camel(owner));
              tree.put("name", name);
              return tree;
            })
        .orElse(null);
  }

  private static Map<String, @Nullable Object> link(Link link) {
    var tree = new LinkedHashMap<String, @Nullable Object>();
    tree.put("state", camel(link));
    switch (link) {
      case Link.Live(var heard) -> tree.put("heard", heard.toString());
      case Link.Stale(var heard, _) -> tree.put("heard", heard.toString());
      case Link.Connecting _, Link.Down _ -> tree.put("heard", null);
    }
    return tree;
  }

  private static String camel(Enum<?> constant) {
    var words = constant.name().toLowerCase(Locale.ROOT).split("_", -1);
    var camel = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      camel.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return camel.toString();
  }

  static String camel(Object kind) {
    var name = kind.getClass().getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }
}
