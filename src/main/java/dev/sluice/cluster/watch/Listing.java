package dev.sluice.cluster.watch;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.util.ArrayList;
import java.util.List;

/// A whole resource, at one moment.
///
/// @param resourceVersion where a watch goes on from
/// @param <T> the slim record
record Listing<T>(List<Item<T>> items, String resourceVersion) {

  /// Pages, so that neither side holds more than a part; as many as client-go asks for.
  private static final int PAGE = 500;

  Listing {
    items = List.copyOf(items);
  }

  /// Reads it page by page. It asks for no resourceVersion, so the answer is never one from the
  /// past; when the token expires between two pages that is a failure with status 410.
  static <T> Result<Listing<T>> of(ApiClient api, Resource<T> resource, Decoder<T> decoder) {
    var items = new ArrayList<Item<T>>();
    String token = "";
    while (true) {
      switch (api.get(resource.list(PAGE, token), decoder::page)) {
        case Result.Failed<Page<T>>(var failure) -> {
          return Result.failed(failure);
        }
        case Result.Ok<Page<T>>(var page) -> {
          items.addAll(page.items());
          token = page.token();
          if (token.isEmpty()) {
            return whole(api.context(), items, page.resourceVersion());
          }
        }
      }
    }
  }

  private static <T> Result<Listing<T>> whole(
      String context, List<Item<T>> items, String resourceVersion) {
    return resourceVersion.isEmpty()
        ? Result.failed(new Failure.BadAnswer(context, Words.of("answer.noversion")))
        : Result.ok(new Listing<>(items, resourceVersion));
  }
}
