package dev.sluice.conduct;

import dev.sluice.release.Image;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Revision;
import dev.sluice.text.Words;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One release in several clusters: those that carry the same fleet's name or, where the manifest
/// names none, those of the same namespace and name in other contexts.
///
/// @param open the one that is looked at
/// @param members all of them, in the order of their names; the open one is among them
public record Fleet(Release open, List<Release> members) {

  public Fleet {
    members = List.copyOf(members);
  }

  /// The fleet of that release among all that are known.
  public static Fleet of(Release open, Collection<Release> known) {
    var members =
        known.stream()
            .filter(release -> !release.ref().equals(open.ref()))
            .filter(release -> together(open, release));
    return new Fleet(
        open,
        Stream.concat(Stream.of(open), members)
            .sorted(Comparator.comparing(Release::ref))
            .toList());
  }

  /// Whether there is more than one cluster.
  public boolean several() {
    return members.size() > 1;
  }

  /// What going back together means for each member: back from the version that the open release
  /// brings, and nothing for those that do not have it.
  public List<Part> wayBack() {
    return members.stream().map(this::part).toList();
  }

  /// One member's part in going back.
  public sealed interface Part {

    ReleaseRef release();

    /// It goes back to that revision.
    ///
    /// @param version what people call it
    record Goes(ReleaseRef release, String podHash, String version) implements Part {}

    /// It stays as it is.
    record Stays(ReleaseRef release, Words why) implements Part {}
  }

  private Part part(Release member) {
    if (!brings(member)) {
      return new Part.Stays(member.ref(), Words.of("fleet.other", version(member)));
    }
    return switch (WayBack.of(member)) {
      case WayBack.Nowhere(var why) -> new Part.Stays(member.ref(), why);
      case WayBack.To(var hash, _) when back(member, hash) ->
          new Part.Stays(member.ref(), Words.of("fleet.back", name(member, hash)));
      case WayBack.To(var hash, _) -> new Part.Goes(member.ref(), hash, name(member, hash));
    };
  }

  private static boolean together(Release one, Release other) {
    var fleet = one.signs().fleet();
    return fleet.isPresent()
        ? fleet.equals(other.signs().fleet())
        : other.signs().fleet().isEmpty() && named(other).equals(named(one));
  }

  private static String named(Release release) {
    return release.ref().namespace() + "/" + release.ref().name();
  }

  /// Whether that member brings its users the version that the open release brings.
  private boolean brings(Release member) {
    Optional<Image> bad = image(open);
    return bad.isPresent() && image(member).filter(other -> same(bad.get(), other)).isPresent();
  }

  /// By digest where both are pinned, since a tag may mean different things in two registries.
  private static boolean same(Image one, Image other) {
    boolean pinned = one.digest().isPresent() && other.digest().isPresent();
    return pinned ? one.digest().equals(other.digest()) : one.version().equals(other.version());
  }

  /// Whether an abort already keeps all users on that revision.
  private static boolean back(Release member, String hash) {
    return member.progress().aborted() && member.share(hash) == 100;
  }

  private static Optional<Image> image(Release release) {
    return newest(release).flatMap(revision -> revision.images().stream().findFirst());
  }

  private static Optional<Revision> newest(Release release) {
    return release.current().or(release::stable);
  }

  private static String version(Release release) {
    return newest(release).map(Revision::version).orElse("–");
  }

  private static String name(Release release, String hash) {
    return release.revision(hash).map(Revision::version).orElse(hash);
  }
}
