package dev.sluice.ui.board;

import dev.sluice.conduct.Position;
import dev.sluice.release.Link;
import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;
import dev.sluice.state.ConsoleState;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.control.Mark;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Derives the board from the console's state. Pure.
public final class BoardViews {
  private static final Comparator<BoardRow> ORDER =
      Comparator.comparingInt(BoardRow::rank).thenComparing(BoardRow::ref);

  private BoardViews() {}

  /// Every release known, those that need somebody first.
  public static BoardView of(ConsoleState state) {
    List<BoardRow> rows =
        state.releases().values().stream().map(r -> row(state, r)).sorted(ORDER).toList();
    long busy = rows.stream().filter(BoardRow::busy).count();
    long failed = rows.stream().filter(row -> row.rank() == 0).count();
    return new BoardView(
        rows,
        Texts.of(
            "board.summary",
            Figures.count(rows.size()),
            Figures.count(busy),
            Figures.count(failed)),
        empty(state));
  }

  private static String empty(ConsoleState state) {
    boolean listing =
        state.links().isEmpty()
            || state.links().values().stream().anyMatch(Link.Connecting.class::isInstance);
    return listing ? Texts.of("board.loading") : Texts.of("board.empty");
  }

  private static BoardRow row(ConsoleState state, Release release) {
    int rank = rank(release);
    return new BoardRow(
        release.ref(),
        rank,
        mark(release, rank),
        condition(release),
        Texts.of("where", release.ref().context(), release.ref().namespace()),
        strategy(release),
        revisions(release),
        share(release),
        traffic(release),
        stage(release, state.serverNow(release.ref())),
        wayBack(release),
        AgeView.of(state.link(release.ref()), state.now()).words());
  }

  private static int rank(Release release) {
    if (release.progress().aborted() || release.progress().phase() == Phase.DEGRADED) {
      return 0;
    }
    boolean paused = release.progress().phase() == Phase.PAUSED || release.progress().paused();
    if (release.updating()) {
      return paused ? 1 : 2;
    }
    return paused ? 2 : 3;
  }

  private static Mark mark(Release release, int rank) {
    return switch (rank) {
      case 0 -> Mark.BAD;
      case 1 -> Mark.HALF;
      case 2 -> Mark.OPEN;
      default -> release.progress().phase() == Phase.HEALTHY ? Mark.GOOD : Mark.QUIET;
    };
  }

  private static String condition(Release release) {
    if (release.progress().aborted()) {
      return Texts.of("phase.aborted");
    }
    return switch (release.progress().phase()) {
      case PROGRESSING -> Texts.of("phase.progressing");
      case PAUSED -> Texts.of("phase.paused");
      case HEALTHY -> Texts.of("phase.healthy");
      case DEGRADED -> Texts.of("phase.degraded");
      case UNKNOWN -> Texts.of("phase.unknown");
    };
  }

  private static String strategy(Release release) {
    return switch (release.strategy()) {
      case Strategy.Canary _ -> Texts.of("strategy.canary.brief");
      case Strategy.BlueGreen _ -> Texts.of("strategy.bluegreen");
    };
  }

  private static String revisions(Release release) {
    String newest = version(release.current().or(release::stable));
    return release.updating()
        ? Texts.of("board.revisions", version(release.stable()), newest)
        : newest;
  }

  private static String version(Optional<Revision> revision) {
    return revision.map(Revision::version).orElseGet(() -> Texts.of("version.unknown"));
  }

  private static OptionalInt share(Release release) {
    return release.updating() && release.traffic() instanceof Traffic.Weighted(_, int served)
        ? OptionalInt.of(served)
        : OptionalInt.empty();
  }

  private static String traffic(Release release) {
    OptionalInt share = share(release);
    if (share.isPresent()) {
      return Figures.percent(share.getAsInt() / 100.0);
    }
    return switch (release.traffic()) {
      case Traffic.Weighted _ -> Texts.of("board.stable");
      case Traffic.Switched(var active, _) ->
          Texts.of("board.active", version(active.flatMap(release::revision)));
    };
  }

  private static String stage(Release release, Instant now) {
    if (!release.updating()) {
      return "";
    }
    return Position.of(release, now)
        .map(at -> {
          int stages = at.plan().stages().size();
          int stage = Math.min(at.stage() + 1, stages);
          return at.soaked().isPresent()
              ? Texts.of("board.stage.soaked", stage, stages, Figures.clock(at.soaked().get()))
              : Texts.of("board.stage", stage, stages);
        })
        .orElseGet(() -> Texts.of("board.preview"));
  }

  private static String wayBack(Release release) {
    if (!release.updating()) {
      return "";
    }
    return release.stable().filter(r -> r.ready() > 0 && r.ready() >= r.desired()).isPresent()
        ? Texts.of("board.back.ready")
        : Texts.of("board.back.slow");
  }
}
