package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.cluster.watch.Meta;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// The Services whose selector names a revision; all others are of no interest.
public final class Services implements Kind<Selection> {

  @Override
  public String group() {
    return "/api/v1";
  }

  @Override
  public String plural() {
    return "services";
  }

  @Override
  public Set<String> kept() {
    return Set.of();
  }

  @Override
  public Reader<Selection> reader() {
    return new Fields();
  }

  private static final class Fields implements Reader<Selection> {
    private String hash = "";

    @Override
    public void field(String field, Cursor in) throws IOException {
      if (field.equals("spec")) {
        in.object(inner -> spec(inner, in));
      }
    }

    private void spec(String field, Cursor in) throws IOException {
      if (field.equals("selector")) {
        hash = in.texts(Set.of(Rollout.HASH)).getOrDefault(Rollout.HASH, "");
      }
    }

    @Override
    public Optional<Selection> done(Meta meta) {
      return Optional.of(hash)
          .filter(found -> !found.isEmpty())
          .map(found -> new Selection(meta.uid(), meta.namespace(), meta.name(), found));
    }
  }
}
