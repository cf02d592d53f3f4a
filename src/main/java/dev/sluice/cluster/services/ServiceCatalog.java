package dev.sluice.cluster.services;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.release.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lists the Services of a whole cluster.
public final class ServiceCatalog {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ServiceCatalog() {}

  /// A Service, by what it can be found by.
  ///
  /// @param ports in the manifest's order
  public record Entry(
      String namespace, String name, List<Port> ports, Map<String, String> labels) {}

  /// A port of a Service; its name may be empty.
  public record Port(String name, int number) {}

  /// Every Service the user may list; blocks on the network.
  public static Result<List<Entry>> list(ApiClient api) {
    return api.get("/api/v1/services", in -> JSON.readValue(in, Shape.class))
        .map(shape -> orEmpty(shape.items()).stream().map(ServiceCatalog::entry).toList());
  }

  private static Entry entry(Item item) {
    var ports =
        Optional.ofNullable(item.spec()).map(spec -> orEmpty(spec.ports())).orElse(List.of());
    return new Entry(
        orBlank(item.metadata().namespace()),
        orBlank(item.metadata().name()),
        ports.stream().map(port -> new Port(orBlank(port.name()), port.port())).toList(),
        Optional.ofNullable(item.metadata().labels()).orElse(Map.of()));
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static String orBlank(@Nullable String text) {
    return text == null ? "" : text;
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Shape(@Nullable List<Item> items) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(Metadata metadata, @Nullable Spec spec) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Metadata(
      @Nullable String namespace, @Nullable String name, @Nullable Map<String, String> labels) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Spec(@Nullable List<PortShape> ports) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  record PortShape(@Nullable String name, int port) {}
}
