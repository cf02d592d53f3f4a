package dev.sluice.cluster.argo.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.argo.objects.Pod;
import dev.sluice.cluster.argo.objects.Pods;
import dev.sluice.cluster.watch.Decoder;
import dev.sluice.release.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptTest {
  private static final int PODS = 40_000;
  private static final int PAGE = 500;
  private static final Scope SCOPE = new Scope("test", Optional.empty());

  @Test
  void aPodIsKeptInThreeHundredBytes() throws IOException {
    var shelf = new Shelf<>(Pod::uid, pod -> List.of(pod.owner()));
    fill(shelf, 0, PAGE);
    long before = used();
    fill(shelf, PAGE, PAGE + PODS);
    long each = (used() - before) / PODS;
    assertThat(shelf.in(SCOPE)).hasSize(PODS + PAGE);
    assertThat(each).isLessThanOrEqualTo(300);
  }

  private static void fill(Shelf<Pod> shelf, int from, int to) throws IOException {
    var template = Shop.objects("canary-mid-step", "Pod", "shop", "checkout").getFirst().toString();
    var uid = Shop.objects("canary-mid-step", "Pod", "shop", "checkout").getFirst();
    var decoder = new Decoder<>(new Pods());
    for (int start = from; start < to; start += PAGE) {
      var items =
          IntStream.range(start, start + PAGE)
              .mapToObj(i ->
                  template.replace(Shop.uid(uid), "0f1b2c3d-1111-4222-8333-%012d".formatted(i)))
              .toList();
      var page = "{\"metadata\":{\"resourceVersion\":\"1\"},\"items\":" + items + "}";
      for (var item :
          decoder.page(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))).items()) {
        shelf.put(SCOPE, item.record().orElseThrow());
      }
    }
  }

  private static long used() {
    var runtime = Runtime.getRuntime();
    var readings =
        IntStream.range(0, 4)
            .mapToLong(_ -> {
              System.gc();
              return runtime.totalMemory() - runtime.freeMemory();
            })
            .sorted()
            .boxed()
            .toList();
    return List.copyOf(readings).getFirst();
  }
}
