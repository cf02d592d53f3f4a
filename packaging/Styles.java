import java.io.File;
import java.io.IOException;
import javafx.css.Stylesheet;

/// Parses a style sheet into the form that JavaFX looks for first, so that no start has to.
public final class Styles {
  private Styles() {}

  /// @param args the style sheet, and the file to write
  public static void main(String[] args) throws IOException {
    Stylesheet.convertToBinary(new File(args[0]), new File(args[1]));
  }
}
