package dev.sluice.cluster.policy;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.cluster.watch.Meta;
import dev.sluice.policy.PolicyBook.Author;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The ConfigMaps that hold policies: those with the label. What else they hold is left out.
final class PolicyMaps implements Kind<PolicyMap> {

  @Override
  public String group() {
    return "/api/v1";
  }

  @Override
  public String plural() {
    return "configmaps";
  }

  @Override
  public String narrowing() {
    return "labelSelector=" + URLEncoder.encode(PolicyMap.LABEL, StandardCharsets.UTF_8);
  }

  @Override
  public Set<String> kept() {
    return Set.of();
  }

  @Override
  public boolean signed() {
    return true;
  }

  @Override
  public Reader<PolicyMap> reader() {
    return new Fields();
  }

  private static final class Fields implements Reader<PolicyMap> {
    private final Map<String, String> data = new HashMap<>();

    @Override
    public void field(String field, Cursor in) throws IOException {
      if (field.equals("data")) {
        in.object(name -> {
          if (name.endsWith(PolicyMap.SUFFIX)) {
            data.put(name, in.text());
          }
        });
      }
    }

    @Override
    public Optional<PolicyMap> done(Meta meta) {
      var author = meta.write().map(write -> new Author(write.manager(), write.at()));
      return Optional.of(new PolicyMap(meta.uid(), meta.namespace(), meta.name(), data, author));
    }
  }
}
