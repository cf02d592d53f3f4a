package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Release;
import dev.sluice.ui.control.GateView;
import dev.sluice.ui.control.VerdictView;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One rule for the whole page: what begins a line begins in upper case, and a sentence ends in a
/// full stop.
class LinesTest {
  private static final String STRICT = World.HELD + "  budget: {required: true}\n";

  static Stream<ReleaseView> pages() {
    return Stream.of(
            Samples.canary(),
            Samples.waiting(),
            Samples.moving(),
            Samples.aborted(),
            Samples.aborting(),
            Samples.everyone(),
            Samples.crashing(),
            Samples.analysed(),
            Samples.failedAnalysis(),
            Samples.pausedByHand(),
            Samples.blueGreen(),
            Samples.switched(),
            Samples.switchedBack())
        .flatMap(LinesTest::worlds);
  }

  private static Stream<ReleaseView> worlds(Release release) {
    var ref = release.ref();
    return Stream.of(
            World.of(release),
            World.of(release).read(ref, Samples.readings()),
            World.of(release).read(ref, Samples.readings(0.0048, 0.06)),
            World.of(release).read(ref, Samples.nothing()),
            World.of(release).unread(ref),
            World.of(release).ruled(STRICT).armed(ref).read(ref, Samples.readings()),
            World.of(release).ruled(STRICT).judged(ref, Judgements.regressed()),
            World.of(release).ruled(STRICT).stale("prod-eu"),
            World.of(release).ruled("gates: {imege: {required: true}}"),
            World.of(release).down("prod-eu"))
        .map(world -> world.view(ref));
  }

  @Test
  void whatBeginsALineBeginsInUpperCaseButForAVersionsName() {
    assertThat(pages().flatMap(LinesTest::lines).distinct())
        .filteredOn(line -> !line.isEmpty() && !line.matches("v\\d.*"))
        .noneMatch(line -> Character.isLowerCase(line.charAt(0)));
  }

  @Test
  void reasonsAreSentences() {
    assertThat(pages().flatMap(LinesTest::verdicts).map(VerdictView::reason).distinct())
        .allMatch(reason -> reason.isEmpty() || reason.matches("(?s).*[^.?][.?]"));
  }

  private static Stream<String> lines(ReleaseView page) {
    var conduct = page.side().conduct();
    return Stream.of(
            verdicts(page).flatMap(view -> Stream.of(view.words(), view.reason())),
            Stream.of(page.side().judgement().outlook()),
            conduct.goesBack().stream().map(ConductView.Switch::words),
            conduct.promotes().stream().flatMap(as -> Stream.of(as.words(), as.locked())),
            page.side().gates().stream()
                .filter(gate -> !gate.change().isEmpty())
                .flatMap(LinesTest::lines),
            page.news().stream().map(NewsView::words),
            tiles(page.route()))
        .flatMap(Function.identity());
  }

  private static Stream<VerdictView> verdicts(ReleaseView page) {
    var side = page.side();
    return Stream.concat(
        side.judgement().verdict().stream(), Stream.of(side.conduct().next(), side.wayBack()));
  }

  private static Stream<String> lines(GateView gate) {
    return Stream.of(gate.line(), gate.change());
  }

  private static Stream<String> tiles(RouteView route) {
    return route instanceof RouteView.Track(var stages)
        ? stages.stream().flatMap(stage -> Stream.of(stage.line(), stage.foot()))
        : Stream.empty();
  }
}
