package dev.sluice.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.state.Environment;
import dev.sluice.state.Look;
import dev.sluice.state.Settings;
import dev.sluice.state.Times;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The settings as they are written; what is left out is as usual.
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettingsShape(
    @Nullable Look theme,
    @Nullable Integer textPercent,
    @Nullable Boolean localTime,
    @Nullable Boolean relativeTimes,
    @Nullable List<String> contexts,
    @Nullable List<String> namespaces,
    @Nullable Boolean everyNamespace,
    @Nullable Map<String, Environment> environments) {

  static SettingsShape of(Settings settings) {
    return new SettingsShape(
        settings.look(),
        settings.textPercent(),
        settings.times().local(),
        settings.times().relative(),
        settings.contexts(),
        settings.namespaces(),
        settings.everywhere(),
        new TreeMap<>(settings.environments()));
  }

  Settings settings() {
    var usual = Settings.DEFAULT;
    return new Settings(
        Objects.requireNonNullElse(theme, usual.look()),
        Objects.requireNonNullElse(textPercent, usual.textPercent()),
        new Times(
            Objects.requireNonNullElse(localTime, usual.times().local()),
            Objects.requireNonNullElse(relativeTimes, usual.times().relative())),
        Objects.requireNonNullElse(contexts, usual.contexts()),
        Objects.requireNonNullElse(namespaces, usual.namespaces()),
        Objects.requireNonNullElse(everyNamespace, usual.everywhere()),
        Objects.requireNonNullElse(environments, usual.environments()));
  }
}
