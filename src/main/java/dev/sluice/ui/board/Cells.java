package dev.sluice.ui.board;

import dev.sluice.release.Link;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Opinion;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.control.EnvironmentTag;
import dev.sluice.ui.control.Shapes;
import dev.sluice.ui.control.ShareBar;
import dev.sluice.ui.control.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import javafx.scene.control.OverrunStyle;

/// Makes the board's cells. Those that show a time are told when the clock moves on, and they are
/// as many as fit on the screen, however many rows there are.
final class Cells {
  private final Set<TimedCell> timed = Collections.newSetFromMap(new WeakHashMap<>());
  private final Set<AgedRow> rows = Collections.newSetFromMap(new WeakHashMap<>());
  private ConsoleState state;

  Cells(ConsoleState state) {
    this.state = state;
  }

  /// The clock has moved on.
  void tick(ConsoleState now) {
    state = now;
    timed.forEach(TimedCell::tick);
    rows.forEach(AgedRow::tick);
  }

  /// That row is told as well.
  void tell(AgedRow row) {
    rows.add(row);
  }

  /// Whether what that row says is no longer live.
  boolean old(BoardRow row) {
    return !AgeView.old(state, row.ref()).isEmpty();
  }

  BoardCell of(Column column) {
    return switch (column) {
      case NAME -> new NameCell();
      case WHERE -> new WhereCell();
      case STRATEGY -> new WordsCell(BoardRow::strategy, true);
      case VERSIONS -> new WordsCell(BoardRow::versions, false);
      case PHASE -> new WordsCell(BoardRow::stands, false);
      case WEIGHT -> new WeightCell();
      case VERDICT -> new VerdictCell();
      case SOAK -> new TimedCell(this::soak);
      case BACK -> new WordsCell(BoardRow::wayBack, false);
      case AGE -> aged();
    };
  }

  private BoardCell aged() {
    var cell = new TimedCell(this::age);
    cell.getStyleClass().add("age-cell");
    return cell;
  }

  private String soak(BoardRow row) {
    if (row.since().isEmpty()) {
      return "";
    }
    var soaked = Duration.between(row.since().get(), state.serverNow(row.ref()));
    return row.soak().map(all -> soak(soaked, all)).orElseGet(() -> TimeWords.span(soaked));
  }

  private static String soak(Duration soaked, Duration all) {
    return soaked.compareTo(all) > 0
        ? Texts.of("board.soak.over", TimeWords.span(soaked.minus(all)))
        : Texts.of("board.soak", TimeWords.span(soaked), TimeWords.span(all));
  }

  private String age(BoardRow row) {
    return switch (state.link(row.ref())) {
      case Link.Connecting _ -> Texts.of("age.connecting");
      case Link.Live(Instant heard) -> age(heard);
      case Link.Stale(Instant heard, _) -> age(heard);
      case Link.Down _ -> AgeView.old(state, row.ref());
    };
  }

  private String age(Instant heard) {
    return Link.old(heard, state.now())
        ? Texts.of("board.age", Link.age(heard, state.now()))
        : Texts.of("board.age.now");
  }

  /// The release's name, and its state as a shape.
  private static final class NameCell extends BoardCell {
    NameCell() {
      setGraphicTextGap(10);
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    void draw(BoardRow row) {
      setText(row.ref().name());
      setGraphic(Shapes.slot(row.mark()));
      getStyleClass().remove("strong");
      if (row.busy()) {
        getStyleClass().add("strong");
      }
    }
  }

  /// Context and namespace, and what the context is for as a shape.
  private static final class WhereCell extends BoardCell {
    WhereCell() {
      setGraphicTextGap(8);
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }

    @Override
    void draw(BoardRow row) {
      setText(Texts.of("where", row.ref().context(), row.ref().namespace()));
      setGraphic(EnvironmentTag.slot(row.environment()));
    }
  }

  /// A cell with words; quieter where nothing is on its way.
  private static class WordsCell extends BoardCell {
    private final Function<BoardRow, String> words;
    private final boolean quiet;

    /// @param quiet whether its words are never the point
    WordsCell(Function<BoardRow, String> words, boolean quiet) {
      this.words = words;
      this.quiet = quiet;
    }

    @Override
    void draw(BoardRow row) {
      setText(words.apply(row));
      getStyleClass().remove("dim");
      if (quiet || !row.busy()) {
        getStyleClass().add("dim");
      }
    }
  }

  /// What is to be said of the newer revision; what is worse is not to be overlooked.
  private static final class VerdictCell extends WordsCell {
    VerdictCell() {
      super(row -> BoardRows.word(row.opinion()), false);
    }

    private static boolean bad(Opinion said) {
      return said == Opinion.WORSE || said == Opinion.ANALYSIS_FAILED;
    }

    @Override
    void draw(BoardRow row) {
      super.draw(row);
      getStyleClass().remove("bad");
      if (row.opinion().filter(VerdictCell::bad).isPresent()) {
        getStyleClass().add("bad");
      }
    }
  }

  /// A cell whose words change with the clock.
  private final class TimedCell extends WordsCell {
    private final Function<BoardRow, String> words;

    TimedCell(Function<BoardRow, String> words) {
      super(words, true);
      this.words = words;
      timed.add(this);
    }

    void tick() {
      var row = getItem();
      if (row != null && !isEmpty()) {
        setText(words.apply(row));
      }
    }
  }

  /// The share of the newer revision as a small bar and in figures, and the stage.
  private static final class WeightCell extends BoardCell {
    private static final double ROOMY = 176;

    private Optional<ShareBar> bar = Optional.empty();

    WeightCell() {
      setGraphicTextGap(10);
      widthProperty().subscribe(this::fit);
    }

    @Override
    void draw(BoardRow row) {
      setText(
          row.step().isEmpty()
              ? row.traffic()
              : Texts.of("board.weight", row.traffic(), row.step()));
      bar = row.share().stream().mapToObj(ShareBar::brief).findFirst();
      fit();
      getStyleClass().remove("dim");
      if (!row.busy()) {
        getStyleClass().add("dim");
      }
    }

    /// Where there is little room, the figures say it alone.
    private void fit() {
      setGraphic(getText() != null && getWidth() >= ROOMY ? bar.orElse(null) : null);
    }
  }
}
