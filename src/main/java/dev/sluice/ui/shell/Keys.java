package dev.sluice.ui.shell;

import dev.sluice.ui.release.ReleasePage;
import dev.sluice.ui.release.Wish;

/// What the keys do, on whatever page is open.
///
/// @param desk keeps pictures
record Keys(Shell shell, Pages pages, Overlays overlays, Desk desk) implements Keyboard.Hand {
  @Override
  public boolean finding() {
    return overlays.finding();
  }

  @Override
  public void find() {
    shell.find();
  }

  @Override
  public void go(Page page) {
    shell.go(page);
  }

  @Override
  public void escape() {
    shell.escape();
  }

  @Override
  public void help() {
    shell.help();
  }

  @Override
  public void picture() {
    desk.keep(Portrait.of(shell));
  }

  @Override
  public boolean walled() {
    return shell.walled();
  }

  @Override
  public boolean filter() {
    boolean board = pages.page() == Page.BOARD;
    if (board) {
      pages.board().filter();
    }
    return board;
  }

  @Override
  public boolean evidence() {
    pages.release().ifPresent(ReleasePage::turnEvidence);
    return pages.release().isPresent();
  }

  @Override
  public boolean plan(Wish wish) {
    pages.release().ifPresent(page -> page.open(wish));
    return pages.release().isPresent();
  }

  @Override
  public void rollback(boolean down) {
    pages
        .release()
        .map(ReleasePage::rollback)
        .ifPresent(button -> {
          if (down) {
            button.press();
          } else {
            button.release();
          }
        });
  }
}
