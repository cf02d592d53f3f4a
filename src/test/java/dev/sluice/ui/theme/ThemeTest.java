package dev.sluice.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.collections.FXCollections;
import javafx.css.CssParser;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ThemeTest {
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Logger css = Logger.getLogger("javafx.css");
  private final Handler listener = new Listener();
  private Label plain;
  private Button primary;
  private ComboBox<String> combo;
  private MenuItem item;
  private ContextMenu menu;
  private VBox root;
  private Scene scene;

  @BeforeEach
  void listen() {
    css.addHandler(listener);
  }

  @AfterEach
  void unlisten() {
    css.removeHandler(listener);
    assertThat(complaints).isEmpty();
  }

  @Start
  void show(Stage stage) {
    plain = new Label("12:34:56");
    primary = styled(new Button("Promote"), "primary");
    combo = new ComboBox<>(FXCollections.observableArrayList("a", "b"));
    item = new MenuItem("Open");
    menu = new ContextMenu(item);
    root = everyControl();
    scene = new Scene(root, 600, 800);
    stage.setScene(scene);
    stage.show();
  }

  @ParameterizedTest
  @EnumSource
  void dressesEveryControlWithoutAWarning(Theme theme, FxRobot robot) {
    robot.interact(() -> {
      CssParser.errorsProperty().clear();
      theme.dress(scene);
      root.applyCss();
      root.layout();
      combo.show();
      menu.show(plain, 0, 0);
    });
    robot.interact(combo::hide);
    robot.interact(menu::hide);
    assertThat(CssParser.errorsProperty()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void colorsTheWordsByItsTokensInTheWindowAndInPopups(Theme theme, FxRobot robot) {
    Tokens tokens = Tokens.of(theme);
    robot.interact(() -> {
      theme.dress(scene);
      menu.show(plain, 0, 0);
      root.applyCss();
    });
    assertThat(plain.getTextFill()).isEqualTo(tokens.get("text"));
    assertThat(primary.getTextFill()).isEqualTo(tokens.get("on-focus"));
    assertThat(((Label) item.getStyleableNode().lookup(".label")).getTextFill())
        .isEqualTo(tokens.get("text"));
    robot.interact(menu::hide);
  }

  @Test
  void goesFromLightBackToDark(FxRobot robot) {
    robot.interact(() -> Theme.LIGHT.dress(scene));
    robot.interact(() -> Theme.LIGHT.dress(scene));
    robot.interact(() -> Theme.DARK.dress(scene));
    assertThat(root.getStyleClass()).doesNotContain("light");
    assertThat(scene.getStylesheets()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = "DARK")
  void bundlesItsFontInFourWeightsWithTabularDigits(Theme loaded) {
    assertThat(loaded).isNotNull();
    for (String family : List.of("Sluice Sans", "Sluice Sans Medium", "Sluice Sans Semibold")) {
      Font font = Font.font(family, 13);
      assertThat(font.getFamily()).isEqualTo(family);
      assertThat(width("1111", font)).isEqualTo(width("8888", font));
    }
    assertThat(Font.getFontNames("Sluice Sans")).contains("Sluice Sans", "Sluice Sans Bold");
  }

  private VBox everyControl() {
    TableView<String> table = new TableView<>(FXCollections.observableArrayList("row"));
    table.getColumns().add(new TableColumn<>("Service"));
    ListView<String> list = new ListView<>(FXCollections.observableArrayList("row"));
    plain.setTooltip(new Tooltip("why"));
    VBox box =
        new VBox(
            plain,
            primary,
            styled(new Button("Roll back"), "danger"),
            styled(new Button("Details"), "quiet"),
            styled(new Button("Promote"), "locked"),
            styled(new ToggleButton("Board"), "rail-item"),
            styled(new Label("3"), "badge"),
            combo,
            new TextField("filter"),
            new CheckBox("all"),
            new ProgressBar(0.7),
            table,
            new ScrollPane(list));
    return styled(box, "page");
  }

  private static <N extends javafx.scene.Node> N styled(N node, String styleClass) {
    node.getStyleClass().add(styleClass);
    return node;
  }

  private static double width(String digits, Font font) {
    Text text = new Text(digits);
    text.setFont(font);
    return text.getLayoutBounds().getWidth();
  }

  private final class Listener extends Handler {
    @Override
    public void publish(LogRecord entry) {
      complaints.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
