package dev.sluice.conduct;

import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Succession;
import dev.sluice.text.Words;
import java.util.List;
import java.util.stream.Collectors;

/// Where a rollback goes, and why there. Window and command line promise the same target.
public sealed interface WayBack {

  /// Why it goes there, or nowhere.
  Words why();

  /// To that revision.
  record To(String podHash, Words why) implements WayBack {}

  /// Nowhere that could be named with a good conscience.
  record Nowhere(Words why) implements WayBack {}

  /// The target when nobody names one. While an update is under way it is the stable revision.
  /// After it, it is the revision that served before the stable one, see [Succession#former], and
  /// never one that was left by going back.
  static WayBack of(Release release) {
    if (release.updating()) {
      var stable = release.stableHash().orElseThrow();
      var name = release.stable().map(WayBack::name).orElse(Words.of("conduct.back.bare", stable));
      return new To(stable, Words.of("conduct.back.stable", name));
    }
    return release
        .stable()
        .map(stable -> before(release, stable))
        .orElseGet(() -> new Nowhere(Words.of("conduct.back.unknown")));
  }

  /// The revision a person means by `name`: its number (`r41` or `41`), its pod hash, or the
  /// version of one of its images.
  static WayBack named(Release release, String name) {
    var byNumber =
        release.revisions().stream()
            .filter(r -> name.equals("r" + r.number()) || name.equals("" + r.number()))
            .toList();
    var byHash = release.revisions().stream().filter(r -> r.podHash().equals(name)).toList();
    var byVersion = release.revisions().stream().filter(r -> runs(r, name)).toList();
    for (List<Revision> meant : List.of(byNumber, byHash, byVersion)) {
      if (meant.size() == 1) {
        var only = meant.getFirst();
        return new To(only.podHash(), Words.of("conduct.back.named", name(only)));
      }
    }
    return byVersion.size() > 1
        ? new Nowhere(Words.of("conduct.back.several", name, listed(byVersion)))
        : new Nowhere(Words.of("conduct.back.nosuch", name, listed(release.revisions())));
  }

  /// The revisions a person may choose as target instead, newest first: every one but that which
  /// the manifest asks for.
  static List<Revision> choices(Release release) {
    return release.revisions().stream()
        .filter(r -> release.currentHash().filter(r.podHash()::equals).isEmpty())
        .toList();
  }

  /// Whether somebody has already gone back from that revision.
  static boolean left(Release release, Revision revision) {
    return release
        .stable()
        .filter(stable -> revision.number() < stable.number())
        .filter(stable -> revision.created().isAfter(stable.created()))
        .isPresent();
  }

  private static WayBack before(Release release, Revision stable) {
    var lower = release.revisions().stream().filter(r -> r.number() < stable.number()).toList();
    var chosen = new Succession(release).former();
    if (chosen.isPresent()) {
      var revision = chosen.get();
      var why =
          Words.of(
              revision.desired() > 0 ? "conduct.back.warm" : "conduct.back.older",
              name(revision),
              name(stable));
      return new To(revision.podHash(), why);
    }
    return lower.isEmpty()
        ? new Nowhere(Words.of("conduct.back.first", name(stable)))
        : new Nowhere(Words.of("conduct.back.left", name(stable), listed(lower)));
  }

  private static boolean runs(Revision revision, String version) {
    return revision.images().stream()
        .anyMatch(image ->
            image.version().equals(version) || image.digest().filter(version::equals).isPresent());
  }

  private static Words name(Revision revision) {
    return Words.of("conduct.back.revision", revision.number(), revision.version());
  }

  private static String listed(List<Revision> revisions) {
    return revisions.stream()
        .map(r -> "r" + r.number() + " " + r.version())
        .collect(Collectors.joining(", "));
  }
}
