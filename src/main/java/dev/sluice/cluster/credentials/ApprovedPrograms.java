package dev.sluice.cluster.credentials;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.files.WholeFile;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Invocation;
import dev.sluice.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/// The user's approvals in a file. It is read at each question, so that an approval given elsewhere
/// counts at once; a file that cannot be read approves nothing.
///
/// @param file need not exist yet
/// @param invocation how the user calls this program
public record ApprovedPrograms(Path file, Invocation invocation) implements ExecApproval {

  /// Made at the first question: it takes a while, and most kubeconfigs ask none.
  private static final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();
  }

  /// In the user's configuration of Sluice.
  ///
  /// @param configuration for example `~/.config/sluice`
  public static ApprovedPrograms in(Path configuration, Invocation invocation) {
    return new ApprovedPrograms(configuration.resolve("approved-exec.json"), invocation);
  }

  @Override
  public boolean approved(ExecProgram program) {
    return read().map(all -> all.contains(program)).orElse(_ -> false);
  }

  /// Adds an approval. Fails rather than to overwrite a file that it cannot read.
  public Result<ExecProgram> approve(ExecProgram program) {
    return read()
        .then(all -> {
          all.add(program);
          return write(all).map(_ -> program);
        });
  }

  private Result<Set<ExecProgram>> read() {
    try {
      var all = new LinkedHashSet<ExecProgram>();
      if (Files.exists(file)) {
        for (var one : Json.MAPPER.readTree(file.toFile()).path("approved")) {
          all.add(
              new ExecProgram(
                  Path.of(one.path("path").asText()),
                  one.path("sha256").asText(),
                  one.path("invocation").asText()));
        }
      }
      return Result.ok(all);
    } catch (IOException _) {
      return failed(Words.of("exec.approvals"));
    }
  }

  private Result<Path> write(Set<ExecProgram> all) {
    var root = Json.MAPPER.createObjectNode();
    var list = root.putArray("approved");
    for (var program : all) {
      list.addObject()
          .put("path", program.path().toString())
          .put("sha256", program.sha256())
          .put("invocation", program.invocation());
    }
    try {
      var json = Json.MAPPER.writerWithDefaultPrettyPrinter();
      return Result.ok(new WholeFile(file).replace(draft -> json.writeValue(draft.toFile(), root)));
    } catch (IOException _) {
      return failed(Words.of("exec.approvals.unwritable"));
    }
  }

  private <T> Result<T> failed(Words why) {
    return Result.failed(new Failure.BadInput(file.toString(), 0, 0, why));
  }
}
