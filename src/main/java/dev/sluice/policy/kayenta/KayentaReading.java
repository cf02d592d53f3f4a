package dev.sluice.policy.kayenta;

import dev.sluice.judge.kayenta.KayentaConfig;
import dev.sluice.judge.kayenta.KayentaConfig.Asked;
import dev.sluice.judge.kayenta.KayentaConfig.Pair;
import dev.sluice.policy.form.Mistakes;
import dev.sluice.policy.form.Named;
import dev.sluice.policy.form.Written;
import dev.sluice.policy.form.Written.Fields;
import dev.sluice.policy.form.Written.Items;
import dev.sluice.policy.form.Written.Kind;
import dev.sluice.policy.form.Written.Leaf;
import dev.sluice.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads what Kayenta keeps: a canary config, and the list of metric set pairs that it was judged
/// on. What concerns its queries, its stores and its window is passed over; every mistake in what
/// the judge goes by is noted with its place.
public final class KayentaReading {
  private final Mistakes mistakes;

  public KayentaReading(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /// A canary config; empty, with a mistake noted, where it is none.
  public Optional<KayentaConfig> config(Written written) {
    return fields(written, "metrics, classifier").flatMap(this::config);
  }

  private Optional<KayentaConfig> config(Fields fields) {
    var all = Named.of(fields, mistakes);
    var metrics = needed(all, fields, "metrics").stream().flatMap(this::items).toList();
    var asked = metrics.stream().flatMap(metric -> metric(metric).stream()).toList();
    if (metrics.isEmpty()) {
      mistakes.add(fields.place(), Words.of("kayenta.nothing"));
    }
    var thresholds = new ArrayList<>(List.of(KayentaForms.Thresholds.USUAL));
    Map<String, Double> weights = new HashMap<>();
    inner(all, "classifier")
        .ifPresent(classifier -> {
          classifier
              .find("scoreThresholds")
              .flatMap(found -> KayentaForms.THRESHOLDS.read(found, mistakes))
              .ifPresent(found -> thresholds.set(0, found));
          classifier.find("groupWeights").ifPresent(found -> weights.putAll(weights(found)));
        });
    if (!mistakes.all().isEmpty()) {
      return Optional.empty();
    }
    var bounds = thresholds.getFirst();
    return Optional.of(
        new KayentaConfig(
            text(all, "name").orElse(""), asked, weights, bounds.pass(), bounds.marginal()));
  }

  private Optional<Asked> metric(Written written) {
    return fields(written, "name, groups, analysisConfigurations")
        .flatMap(fields -> {
          var all = Named.of(fields, mistakes);
          var name = needed(all, fields, "name").flatMap(this::text);
          var metric =
              inner(all, "analysisConfigurations")
                  .flatMap(found -> found.find("canary"))
                  .orElseGet(() -> new Fields(List.of(), fields.place()));
          var groups =
              all.find("groups").stream()
                  .flatMap(this::items)
                  .flatMap(group -> text(group).stream())
                  .toList();
          return KayentaForms.METRIC
              .read(metric, mistakes)
              .flatMap(judged -> name.map(known -> new Asked(known, groups, judged)));
        });
  }

  private Map<String, Double> weights(Written written) {
    Map<String, Double> weights = new HashMap<>();
    for (var field : fields(written, "").stream().flatMap(f -> f.fields().stream()).toList()) {
      KayentaForms.PERCENT
          .read(field.value(), mistakes)
          .ifPresent(weight -> weights.put(field.name(), weight));
    }
    return weights;
  }

  /// The points of each metric, by its name.
  public Map<String, Pair> pairs(Written written) {
    Map<String, Pair> pairs = new HashMap<>();
    items(written)
        .flatMap(pair -> fields(pair, "name, values").stream())
        .forEach(fields -> {
          var all = Named.of(fields, mistakes);
          var values = needed(all, fields, "values").flatMap(v -> fields(v, "control, experiment"));
          needed(all, fields, "name")
              .flatMap(this::text)
              .ifPresent(name -> values.ifPresent(v -> pairs.put(name, pair(v))));
        });
    return pairs;
  }

  private Pair pair(Fields values) {
    var all = Named.of(values, mistakes);
    return new Pair(
        needed(all, values, "control").stream().flatMap(this::items).map(this::point).toList(),
        needed(all, values, "experiment").stream().flatMap(this::items).map(this::point).toList());
  }

  /// Kayenta writes what was not measured as the text `NaN`.
  private double point(Written written) {
    if (written instanceof Leaf(var kind, var text, _)) {
      if (kind == Kind.NUMBER) {
        return Double.parseDouble(text);
      } else if (kind == Kind.NOTHING || text.equals("NaN")) {
        return Double.NaN;
      }
    }
    mistakes.add(written.place(), Words.of("policy.expected", Words.of("kayenta.form.point")));
    return Double.NaN;
  }

  private Optional<Written> needed(Named all, Fields fields, String name) {
    var found = all.find(name);
    if (found.isEmpty()) {
      mistakes.add(fields.place(), Words.of("policy.missing", name));
    }
    return found;
  }

  private Optional<Named> inner(Named all, String name) {
    return all.find(name).flatMap(f -> fields(f, name)).map(f -> Named.of(f, mistakes));
  }

  private Optional<Fields> fields(Written written, String names) {
    if (written instanceof Fields fields) {
      return Optional.of(fields);
    }
    mistakes.add(written.place(), Words.of("policy.fields", names));
    return Optional.empty();
  }

  private Stream<Written> items(Written written) {
    if (written instanceof Items(var items, _)) {
      return items.stream();
    }
    mistakes.add(written.place(), Words.of("policy.list"));
    return Stream.empty();
  }

  private Optional<String> text(Named all, String name) {
    return all.find(name).flatMap(this::text);
  }

  private Optional<String> text(Written written) {
    if (written instanceof Leaf(var kind, var text, _) && kind == Kind.TEXT) {
      return Optional.of(text);
    }
    mistakes.add(written.place(), Words.of("policy.expected", Words.of("kayenta.form.text")));
    return Optional.empty();
  }
}
