package dev.sluice.ui.release;

import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.Shapes;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What has to be said above everything else. It pushes the page down and covers nothing.
public final class NewsList extends VBox {
  /// So few characters never give their room to what stands beside them.
  private static final int SHORT = 60;

  private List<NewsView> news = List.of();

  public NewsList() {
    getStyleClass().add("news-list");
    setManaged(false);
  }

  /// Shows these, the most urgent one first.
  public void show(List<NewsView> next) {
    if (!next.equals(news)) {
      news = List.copyOf(next);
      getChildren().setAll(news.stream().map(NewsList::line).toList());
      setManaged(!news.isEmpty());
    }
  }

  private static HBox line(NewsView news) {
    Label words = Labels.wrapped(news.words(), "medium");
    Label detail = Labels.wrapped(news.detail(), "dim");
    HBox.setHgrow(detail, Priority.ALWAYS);
    if (news.words().length() <= SHORT) {
      Labels.whole(words);
    }
    if (news.detail().length() <= SHORT) {
      Labels.whole(detail);
    }
    HBox line = Labels.row("news", Shapes.slot(news.mark()), words, detail);
    if (news.mark() == Mark.BAD || news.mark() == Mark.WARNING) {
      line.getStyleClass().add("news-" + news.mark().styleClass());
    }
    line.setAccessibleRole(AccessibleRole.TEXT);
    line.setAccessibleText(news.words() + " " + news.detail());
    return line;
  }
}
