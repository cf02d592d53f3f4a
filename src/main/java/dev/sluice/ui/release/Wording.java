package dev.sluice.ui.release;

import dev.sluice.release.Image;
import dev.sluice.release.Owner;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Strategy;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// The domain's things in the words of the window.
final class Wording {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final int DIGEST = 12;
  private static final String PRACTICE = "drill";

  private Wording() {}

  static String percent(int percent) {
    return Figures.percent(percent / 100.0);
  }

  /// With the day where it is not that of now.
  static String time(Instant at, Instant now) {
    return date(at).equals(date(now)) ? TIME.format(at) : day(at);
  }

  private static LocalDate date(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /// With the day in any case.
  static String day(Instant at) {
    return DAY.format(at);
  }

  /// When it was rolled back, in the past tense.
  static Words back(Release release, Instant now) {
    return release
        .progress()
        .abortedAt()
        .map(at -> Words.of("stage.back.at", time(at, now), clock(release)))
        .orElseGet(() -> Words.of("stage.back"));
  }

  /// Whose clock such a time is by: the practice cluster has its own.
  static String clock(Release release) {
    return release.ref().context().equals(PRACTICE) ? Texts.of("time.drill") : "UTC";
  }

  static String version(Optional<Revision> revision) {
    return revision.map(Revision::version).orElseGet(() -> Texts.of("version.unknown"));
  }

  static String revision(Revision revision) {
    return Texts.of("release.revision", String.valueOf(revision.number()));
  }

  static Optional<HeadView.Digest> digest(Revision revision) {
    return revision.images().stream()
        .findFirst()
        .flatMap(Image::digest)
        .map(full -> new HeadView.Digest(brief(full), full));
  }

  static String strategy(Release release) {
    return switch (release.strategy()) {
      case Strategy.Canary canary ->
          canary.router().isPresent()
              ? Texts.of("strategy.canary.router", canary.router().get())
              : Texts.of("strategy.canary");
      case Strategy.BlueGreen _ -> Texts.of("strategy.bluegreen");
    };
  }

  static String owner(Owner owner) {
    return switch (owner) {
      case Owner.Nobody _ -> Texts.of("owner.nobody");
      case Owner.ArgoCd(String application, boolean proven) ->
          Texts.of(proven ? "owner.argocd" : "owner.argocd.perhaps", application);
      case Owner.Flux(String source) -> Texts.of("owner.flux", source);
      case Owner.Helm(String name) -> Texts.of("owner.helm", name);
    };
  }

  private static String brief(String digest) {
    return digest.length() <= DIGEST ? digest : digest.substring(0, DIGEST) + "…";
  }
}
