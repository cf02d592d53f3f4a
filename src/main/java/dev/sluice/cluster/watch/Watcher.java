package dev.sluice.cluster.watch;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.api.Ended;
import dev.sluice.cluster.api.Watching;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/// Follows one collection until it is closed: lists it, watches it from there, resumes where it was
/// when the connection breaks, and lists again when that place is too old. One thread runs it.
///
/// @param <T> the slim record
public final class Watcher<T> implements Runnable, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Watcher.class.getName());
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int SERVER_FAULT = 500;

  /// The empty place: list before anything else.
  private static final String NOWHERE = "";

  /// A watch that ends sooner has not worked; it is not opened again at once.
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final ApiClient api;
  private final Resource<T> resource;
  private final Audience<T> audience;
  private final Pace pace;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Decoder<T> decoder;
  private final Backoff backoff;
  private final Rest rest = new Rest();
  private volatile Watching handle = new Watching();
  private volatile boolean closed;
  private volatile boolean givenUp;
  private boolean everListed;

  public Watcher(
      ApiClient api,
      Resource<T> resource,
      Audience<T> audience,
      Pace pace,
      InstantSource clock,
      RandomGenerator random) {
    this.api = api;
    this.resource = resource;
    this.audience = audience;
    this.pace = pace;
    this.clock = clock;
    this.random = random;
    this.decoder = new Decoder<>(resource.kind());
    this.backoff = new Backoff(pace.first(), pace.longest(), random);
  }

  @Override
  public void run() {
    String place = NOWHERE;
    while (!closed) {
      place = next(place);
    }
  }

  /// A mistake of ours about one object must not end the watch of all others, unnoticed: what is
  /// not known any more would go on looking live.
  private String next(String place) {
    try {
      return place.equals(NOWHERE) ? list() : watch(place);
    } catch (RuntimeException mistake) {
      LOG.log(System.Logger.Level.ERROR, "A watch could not take in what came", mistake);
      rest(new Failure.BadAnswer(api.context(), Words.of("answer.mistake")));
      return NOWHERE;
    }
  }

  private String list() {
    return switch (Listing.of(api, resource, decoder)) {
      case Result.Ok<Listing<T>>(var listing) -> {
        everListed = true;
        handOn(listing);
        yield listing.resourceVersion();
      }
      case Result.Failed<Listing<T>>(var failure) -> {
        again(failure);
        yield NOWHERE;
      }
    };
  }

  private void handOn(Listing<T> listing) {
    audience.listed(listing.items().stream().flatMap(item -> item.record().stream()).toList());
    for (var item : listing.items()) {
      item.problem()
          .ifPresent(problem ->
              audience.unreadable(
                  item.meta(), resource.unreadable(api.context(), item.meta(), problem)));
    }
    audience.heard();
  }

  private String watch(String from) {
    var current = new Watching();
    handle = current;
    if (closed) {
      return from;
    }
    var course = new Course<>(resource, api.context(), decoder, audience, current, from);
    var request = resource.watch(from, lifetime());
    Instant begun = clock.instant();
    var end = api.watch(request, pace.silence(), current, course);
    boolean worked = Duration.between(begun, clock.instant()).compareTo(SHORT) >= 0;
    if (worked) {
      backoff.reset();
    }
    if (course.refusal().isPresent()) {
      return refused(course, course.refusal().get());
    }
    return switch (end) {
      case Result.Failed<Ended>(var failure) -> refused(course, failure);
      case Result.Ok<Ended> _ -> {
        if (!worked) {
          rest.pause(backoff.next());
        }
        yield course.place();
      }
    };
  }

  /// Only a refusal that says nothing about the place lets it be resumed at; after any other a
  /// listing leads back to certainty.
  private String refused(Course<T> course, Failure failure) {
    again(failure);
    int status = status(failure);
    boolean busy = status == TOO_MANY || status >= SERVER_FAULT;
    return busy || failure instanceof Failure.Unreachable ? course.place() : NOWHERE;
  }

  /// A place or a page's token that is too old is nobody's fault.
  private void again(Failure failure) {
    if (status(failure) == GONE) {
      rest.pause(backoff.next());
    } else {
      rest(failure);
    }
  }

  private static int status(Failure failure) {
    return failure instanceof Failure.Refused(_, int status, _) ? status : 0;
  }

  private void rest(Failure failure) {
    if (closed) {
      return;
    }
    switch (failure) {
      case Failure.Unauthenticated _ -> giveUp(failure, Duration.ofDays(365));
      case Failure.Forbidden _ -> giveUp(failure, rarely(pace.forbidden()));
      case Failure.Absent _ -> giveUp(failure, rarely(pace.absent()));
      case Failure.Unreachable _,
          Failure.Untrusted _,
          Failure.BadInput _,
          Failure.Moved _,
          Failure.Refused _,
          Failure.BadAnswer _,
          Failure.Unknown _ -> {
        audience.broken(failure);
        rest.pause(backoff.next());
      }
    }
  }

  private void giveUp(Failure failure, Duration time) {
    givenUp = true;
    audience.down(failure);
    rest.pause(time);
    givenUp = false;
  }

  /// An API server that has just started refuses, for a moment, what it allowed before.
  private Duration rarely(Duration time) {
    return everListed ? backoff.next() : time;
  }

  private Duration lifetime() {
    return pace.lifetime().plus(pace.lifetime().multipliedBy(random.nextInt(100)).dividedBy(100));
  }

  /// Opens the watch anew from where it is, and ends a pause; what was given up stays so. For use
  /// when the connection is known to have died or to have come back.
  public void renew() {
    if (!givenUp) {
      handle.close();
      rest.wake();
    }
  }

  /// Tries again now, whatever stood in the way.
  public void retry() {
    rest.wake();
  }

  /// Ends the watch and its thread.
  @Override
  public void close() {
    closed = true;
    handle.close();
    rest.wake();
  }
}
