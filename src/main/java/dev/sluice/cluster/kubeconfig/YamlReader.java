package dev.sluice.cluster.kubeconfig;

import dev.sluice.files.BrokenYaml;
import dev.sluice.text.FileFaults;
import dev.sluice.text.Words;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/// Reads a file into YAML nodes. Nodes alone: nothing is constructed from tags, and what aliases
/// would make too much of is refused, as kubectl does.
final class YamlReader {
  private static final int LIMIT = 3 * 1024 * 1024;

  private YamlReader() {}

  /// The first document; empty, with the reason noted, when there is none.
  static Optional<Mapping> read(Path file, Findings findings) {
    try {
      if (Files.size(file) > LIMIT) {
        findings.add(0, 0, Words.of("kubeconfig.large", LIMIT / (1024 * 1024)));
        return Optional.empty();
      }
      return parse(Files.readString(file, StandardCharsets.UTF_8), findings);
    } catch (CharacterCodingException _) {
      findings.add(0, 0, Words.of("kubeconfig.encoding"));
    } catch (IOException fault) {
      findings.add(0, 0, Words.of("kubeconfig.unreadable", FileFaults.words(fault)));
    }
    return Optional.empty();
  }

  private static Optional<Mapping> parse(String text, Findings findings) {
    try {
      var options = new LoaderOptions();
      options.setCodePointLimit(LIMIT);
      var documents =
          new Yaml(new SafeConstructor(options)).composeAll(new StringReader(text)).iterator();
      if (!documents.hasNext()) {
        return Optional.empty();
      }
      var root = documents.next();
      if (new Unrolled().isLarge(root)) {
        findings.add(root.getStartMark(), Words.of("kubeconfig.deep"));
        return Optional.empty();
      }
      var first = Mapping.of(root, findings);
      if (documents.hasNext()) {
        findings.add(documents.next().getStartMark(), Words.of("kubeconfig.documents"));
      }
      return Optional.of(first);
    } catch (MarkedYAMLException fault) {
      var words = Words.of("kubeconfig.syntax", BrokenYaml.words(fault));
      var mark = fault.getProblemMark();
      if (mark == null) {
        findings.add(0, 0, words);
      } else {
        findings.add(mark, words);
      }
    } catch (YAMLException fault) {
      findings.add(0, 0, Words.of("kubeconfig.syntax", String.valueOf(fault.getMessage())));
    } catch (IllegalArgumentException _) {
      var trip = BrokenYaml.trip(text);
      var words = Words.of("kubeconfig.syntax", trip.words());
      trip.place()
          .ifPresentOrElse(mark -> findings.add(mark, words), () -> findings.add(0, 0, words));
    }
    return Optional.empty();
  }
}
