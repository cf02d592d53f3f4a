package dev.sluice.cli;

import dev.sluice.cli.Table.Cell;
import dev.sluice.release.Release;
import dev.sluice.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Releases as a table, one a line.
final class Overview {

  private final Paint paint;
  private final boolean wide;

  Overview(Paint paint, boolean wide) {
    this.paint = paint;
    this.wide = wide;
  }

  /// Lines with a heading; the context is a column when it says something.
  List<String> lines(Collection<Release> releases) {
    var sorted = releases.stream().sorted(Comparator.comparing(Release::ref)).toList();
    boolean contexts =
        wide || sorted.stream().map(r -> r.ref().context()).distinct().limit(2).count() > 1;
    var table = new Table(paint);
    table.row(heading(contexts));
    sorted.forEach(release -> table.row(cells(release, contexts)));
    return table.lines();
  }

  private List<Cell> heading(boolean contexts) {
    var names = new ArrayList<String>();
    if (contexts) {
      names.add(Texts.of("cli.column.context"));
    }
    names.add(Texts.of("cli.column.namespace"));
    names.add(Texts.of("cli.column.name"));
    names.add(Texts.of("cli.column.state"));
    names.add(Texts.of("cli.column.step"));
    names.add(Texts.of("cli.column.traffic"));
    names.add(Texts.of("cli.column.stable"));
    names.add(Texts.of("cli.column.new"));
    if (wide) {
      names.add(Texts.of("cli.column.strategy"));
      names.add(Texts.of("cli.column.ready"));
      names.add(Texts.of("cli.column.message"));
    }
    return names.stream().map(name -> new Cell(name, Paint.Tone.FAINT)).toList();
  }

  private List<Cell> cells(Release release, boolean contexts) {
    var cells = new ArrayList<Cell>();
    if (contexts) {
      cells.add(Cell.of(release.ref().context()));
    }
    cells.add(Cell.of(release.ref().namespace()));
    cells.add(new Cell(release.ref().name(), Paint.Tone.STRONG));
    cells.add(new Cell(Marks.state(release), Marks.tone(release)));
    cells.add(Cell.of(Marks.step(release)));
    cells.add(Cell.of(Marks.traffic(release)));
    cells.add(Cell.of(Marks.revision(release.stable())));
    cells.add(Cell.of(Marks.newer(release)));
    if (wide) {
      cells.add(Cell.of(Marks.strategy(release)));
      var capacity = release.capacity();
      cells.add(Cell.of(capacity.ready() + "/" + capacity.desired()));
      cells.add(Cell.of(release.progress().message()));
    }
    return cells;
  }
}
