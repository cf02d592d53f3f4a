package dev.sluice.cluster.watch;

import dev.sluice.cluster.api.EventSink;
import dev.sluice.cluster.api.Watching;
import dev.sluice.release.Failure;
import dev.sluice.text.Words;
import java.io.IOException;
import java.util.Optional;

/// One watch from its opening to its end: hands on what comes and keeps the place to resume at. The
/// place moves only with a complete entry, never past one that was cut.
///
/// @param <T> the slim record
final class Course<T> implements EventSink {
  private final Resource<T> resource;
  private final String context;
  private final Decoder<T> decoder;
  private final Audience<T> audience;
  private final Watching handle;
  private String place;
  private Optional<Failure> refusal = Optional.empty();

  Course(
      Resource<T> resource,
      String context,
      Decoder<T> decoder,
      Audience<T> audience,
      Watching handle,
      String from) {
    this.resource = resource;
    this.context = context;
    this.decoder = decoder;
    this.audience = audience;
    this.handle = handle;
    this.place = from;
  }

  @Override
  public void opened() {
    audience.heard();
  }

  @Override
  public void event(byte[] json) throws IOException {
    switch (decoder.news(json)) {
      case News.Put<T>(var item) -> put(item);
      case News.Gone<T>(var meta) -> {
        audience.gone(meta.uid());
        moveTo(meta.resourceVersion());
      }
      case News.Bookmark<T>(var resourceVersion) -> moveTo(resourceVersion);
      case News.Ended<T>(var code, var message) ->
          over(new Failure.Refused(context, code, message));
      case News.Nonsense<T> _ -> over(new Failure.BadAnswer(context, Words.of("answer.watch")));
    }
    audience.heard();
  }

  private void put(Item<T> item) {
    var meta = item.meta();
    item.problem()
        .ifPresentOrElse(
            problem -> audience.unreadable(meta, resource.unreadable(context, meta, problem)),
            () -> item.record().ifPresentOrElse(audience::put, () -> audience.gone(meta.uid())));
    moveTo(meta.resourceVersion());
  }

  private void moveTo(String resourceVersion) {
    if (!resourceVersion.isEmpty()) {
      place = resourceVersion;
    }
  }

  private void over(Failure why) {
    refusal = Optional.of(why);
    handle.close();
  }

  /// The resourceVersion up to which everything was handed on.
  String place() {
    return place;
  }

  /// Why the API server itself ended the watch, although it had begun.
  Optional<Failure> refusal() {
    return refusal;
  }
}
