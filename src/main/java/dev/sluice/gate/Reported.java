package dev.sluice.gate;

import dev.sluice.gate.report.Report;
import dev.sluice.release.Failure;
import dev.sluice.release.Image;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.release.Revision;
import dev.sluice.text.Words;
import java.util.List;
import java.util.Optional;

/// What the reports that were found mean for one gate. A report counts only for the build whose
/// digest it names, and one that cannot be read may have held anything.
record Reported(Gate gate, Words threshold, Release release, List<Result<Report>> found) {

  private static final Words NONE = Words.of("gate.report.none");

  List<Image> images() {
    return release.current().map(Revision::images).orElse(List.of());
  }

  <T extends Report> List<T> of(Class<T> kind) {
    return found.stream()
        .flatMap(result ->
            result instanceof Result.Ok<Report>(var report) && kind.isInstance(report)
                ? Optional.of(kind.cast(report)).stream()
                : Optional.<T>empty().stream())
        .toList();
  }

  /// What there is to say where a file could not be read.
  Optional<Finding> unreadable() {
    return found.stream()
        .flatMap(result ->
            switch (result) {
              case Result.Ok<Report> _ -> Optional.<Failure>empty().stream();
              case Result.Failed<Report>(var why) -> Optional.of(why).stream();
            })
        .findFirst()
        .map(why -> open(why.words(), Words.of("gate.change.readable")));
  }

  /// What there is to say where no report is about that build.
  Finding missing(List<? extends Report> others, String digest) {
    return unreadable()
        .orElseGet(() ->
            open(
                others.stream().findFirst().map(Reported::refused).orElse(NONE),
                Words.of("gate.change.report", shortened(digest))));
  }

  private static Words refused(Report other) {
    return other.digests().isEmpty()
        ? Words.of("gate.report.unbound", other.source())
        : Words.of(
            "gate.report.other", other.source(), shortened(other.digests().iterator().next()));
  }

  /// No report can be held to an image that is not named by its digest.
  Finding unpinned() {
    return open(Words.of("gate.report.unpinned"), Words.of("gate.change.image"));
  }

  private Finding open(Words evidence, Words change) {
    return Finding.open(gate, evidence, threshold, Optional.empty(), change);
  }

  /// A digest as people tell it from another: `sha256:4f0c2a91`.
  static String shortened(String digest) {
    int from = digest.indexOf(':') + 1;
    return digest.substring(0, Math.min(digest.length(), from + 8));
  }
}
