package dev.sluice.cluster.watch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// The plainest object there is, to watch in tests.
record Thing(String uid, int size) {
  static final String COLLECTION = "/apis/test/v1/namespaces/shop/things";

  static ObjectNode json(String uid, int size) {
    var object = JsonNodeFactory.instance.objectNode();
    object.putObject("metadata").put("uid", uid).put("name", uid).put("namespace", "shop");
    object.putObject("spec").put("size", size).putObject("ignored").put("deep", true);
    return object;
  }

  static String line(String type, String uid, int size, long version) {
    var object = json(uid, size);
    ((ObjectNode) object.get("metadata")).put("resourceVersion", Long.toString(version));
    return "{\"type\":\"%s\",\"object\":%s}".formatted(type, object);
  }

  static Resource<Thing> resource() {
    return new Resource<>(new Things(), Optional.of("shop"));
  }

  private static final class Things implements Kind<Thing> {
    @Override
    public String group() {
      return "/apis/test/v1";
    }

    @Override
    public String plural() {
      return "things";
    }

    @Override
    public Set<String> kept() {
      return Set.of();
    }

    @Override
    public Reader<Thing> reader() {
      return new Fields();
    }
  }

  private static final class Fields implements Kind.Reader<Thing> {
    private int size;

    @Override
    public void field(String field, Cursor in) throws IOException {
      if (field.equals("spec")) {
        in.object(name -> {
          if (name.equals("size")) {
            size = in.number();
          }
        });
      }
    }

    @Override
    public Optional<Thing> done(Meta meta) {
      return Optional.of(new Thing(meta.uid(), size));
    }
  }
}
