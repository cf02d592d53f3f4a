package dev.sluice.cli;

import dev.sluice.cli.Table.Cell;
import dev.sluice.conduct.Position;
import dev.sluice.conduct.Stage;
import dev.sluice.gate.Finding;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.state.ConsoleState;
import dev.sluice.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One release over several lines.
final class Card {

  private static final String INDENT = "  ";

  private final Paint paint;

  Card(Paint paint) {
    this.paint = paint;
  }

  List<String> lines(ConsoleState state, Release release, List<Finding> findings) {
    var ref = release.ref();
    var lines = new ArrayList<String>();
    lines.add(
        paint.paint(Paint.Tone.STRONG, ref.name())
            + INDENT
            + Texts.of("cli.card.where", ref.context(), ref.namespace(), Marks.strategy(release)));
    lines.add(versions(release));
    lines.add(paint.paint(Marks.tone(release), Marks.state(release)) + message(release));
    var table = new Table(paint);
    row(table, Texts.of("cli.card.traffic"), Marks.traffic(release));
    Position.of(release, state.serverNow(ref))
        .ifPresent(position -> row(table, Texts.of("cli.card.stages"), stages(position)));
    findings.forEach(finding -> row(table, gateName(finding), gate(finding)));
    release.revisions().forEach(revision -> row(table, role(release, revision), pods(revision)));
    release.analyses().forEach(a -> row(table, a.name(), (a.phase() + " " + a.message()).strip()));
    lines.addAll(table.lines());
    lines.add(paint.paint(Paint.Tone.FAINT, Marks.link(state.link(ref), state.now())));
    return List.copyOf(lines);
  }

  private static void row(Table table, String name, String text) {
    table.row(List.of(new Cell(name, Paint.Tone.FAINT), Cell.of(text)));
  }

  private static String versions(Release release) {
    return release.updating()
        ? Texts.of("cli.card.update", Marks.revision(release.stable()), Marks.newer(release))
        : Marks.revision(release.stable());
  }

  private static String message(Release release) {
    return release.progress().message().isEmpty() ? "" : ": " + release.progress().message();
  }

  private static String stages(Position position) {
    var stages = position.plan().stages();
    return IntStream.range(0, stages.size())
        .mapToObj(i -> stage(position, i, stages.get(i)))
        .collect(Collectors.joining(INDENT));
  }

  private static String stage(Position position, int index, Stage stage) {
    if (index < position.stage()) {
      return Texts.of("cli.stage.done", stage.weight());
    }
    if (index > position.stage()) {
      return Texts.of("cli.stage.next", stage.weight());
    }
    var soaked = position.soaked().map(Texts::of);
    var soak = stage.soak().filter(d -> !d.isZero()).map(Texts::of);
    if (soaked.isEmpty()) {
      return Texts.of("cli.stage.now", stage.weight());
    }
    return soak.map(of -> Texts.of("cli.stage.soak", stage.weight(), soaked.get(), of))
        .orElseGet(() -> Texts.of("cli.stage.since", stage.weight(), soaked.get()));
  }

  private static String gateName(Finding finding) {
    return Texts.of("gate." + finding.gate());
  }

  private String gate(Finding finding) {
    var tone =
        switch (finding.verdict()) {
          case PASS -> Paint.Tone.GOOD;
          case FAIL -> Paint.Tone.BAD;
          case UNDECIDED -> Paint.Tone.WAITS;
          case NOT_YET -> Paint.Tone.PLAIN;
        };
    return paint.paint(tone, Texts.of("cli.verdict." + finding.verdict()))
        + INDENT
        + Texts.of("cli.card.gate", finding.evidence(), finding.threshold());
  }

  private static String role(Release release, Revision revision) {
    var hash = Optional.of(revision.podHash());
    if (release.stableHash().equals(hash)) {
      return Texts.of("cli.role.stable");
    }
    return release.currentHash().equals(hash)
        ? Texts.of("cli.role.new")
        : Texts.of("cli.role.earlier");
  }

  private static String pods(Revision revision) {
    return Texts.of(
        "cli.card.revision",
        Marks.revision(revision),
        revision.podHash(),
        revision.ready(),
        revision.desired());
  }
}
