package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Happening;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/// The Events about one object.
///
/// @param uid of that object
public record Events(String uid) implements Kind<Happening> {
  /// What consoles like this one report as.
  private static final String CONSOLE = "sluice";

  /// As the controller words a step that set the weight: `Rollout step 3/8 completed (setWeight:
  /// 10)`.
  private static final Pattern WEIGHT = Pattern.compile("\\(setWeight: (\\d{1,3})\\)");

  @Override
  public String group() {
    return "/api/v1";
  }

  @Override
  public String plural() {
    return "events";
  }

  @Override
  public String narrowing() {
    return "fieldSelector="
        + URLEncoder.encode("involvedObject.uid=" + uid, StandardCharsets.UTF_8);
  }

  @Override
  public Set<String> kept() {
    return Set.of();
  }

  @Override
  public Reader<Happening> reader() {
    return new Fields();
  }

  private static final class Fields implements Reader<Happening> {
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();
    private String component = "";
    private String reporter = "";
    private String reason = "";
    private String message = "";
    private boolean warning;
    private int count = 1;

    @Override
    public void field(String field, Cursor in) throws IOException {
      switch (field) {
        case "type" -> warning = in.word().equals("Warning");
        case "reason" -> reason = in.word();
        case "message" -> message = in.text();
        case "count" -> counted(in.number());
        case "lastTimestamp" -> seen(in.time());
        case "firstTimestamp", "eventTime" -> first = in.time().or(() -> first);
        case "series" -> in.object(inner -> series(inner, in));
        case "reportingComponent" -> reporter = in.word();
        case "source" -> component = in.texts(Set.of("component")).getOrDefault("component", "");
        default -> {}
      }
    }

    private void series(String field, Cursor in) throws IOException {
      switch (field) {
        case "count" -> counted(in.number());
        case "lastObservedTime" -> seen(in.time());
        default -> {}
      }
    }

    /// A console names its user as the event's source, and itself where it could not tell who.
    private Optional<String> actor() {
      return Optional.of(component)
          .filter(name -> reporter.equals(CONSOLE) && !name.isBlank() && !name.equals(CONSOLE));
    }

    private OptionalInt weight() {
      if (reason.equals("RolloutAborted") || reason.equals("RolloutCompleted")) {
        return OptionalInt.of(0);
      }
      var matcher = WEIGHT.matcher(message);
      return reason.equals("RolloutStepCompleted") && matcher.find()
          ? OptionalInt.of(Math.min(100, Integer.parseInt(matcher.group(1))))
          : OptionalInt.empty();
    }

    private void counted(int times) {
      count = Math.max(count, times);
    }

    private void seen(Optional<Instant> at) {
      last = at.filter(time -> last.isEmpty() || time.isAfter(last.get())).or(() -> last);
    }

    @Override
    public Optional<Happening> done(Meta meta) {
      Instant at = last.or(() -> first).or(meta::created).orElse(Instant.EPOCH);
      String source = component.isEmpty() ? reporter : component;
      return Optional.of(
          new Happening(
              meta.uid(), at, source, reason, message, warning, count, actor(), weight()));
    }
  }
}
