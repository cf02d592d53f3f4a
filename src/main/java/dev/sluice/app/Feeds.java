package dev.sluice.app;

import dev.sluice.judge.Judgement;
import dev.sluice.judge.JudgementFeed;
import dev.sluice.judge.Readings;
import dev.sluice.judge.ReadingsFeed;
import dev.sluice.policy.PolicyBook;
import dev.sluice.policy.PolicyFeed;
import dev.sluice.release.Failure;
import dev.sluice.release.Feed;
import dev.sluice.release.Happening;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import dev.sluice.state.Event;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Posts what the watches and the metrics polls bring as events.
final class Feeds implements Feed, ReadingsFeed, JudgementFeed, PolicyFeed {

  private final Consumer<Event> post;

  Feeds(Consumer<Event> post) {
    this.post = post;
  }

  @Override
  public void listed(Scope scope, Collection<Release> releases) {
    post.accept(new Event.Listed(scope, List.copyOf(releases)));
  }

  @Override
  public void seen(Release release) {
    post.accept(new Event.Seen(release));
  }

  @Override
  public void gone(ReleaseRef release) {
    post.accept(new Event.Gone(release));
  }

  @Override
  public void link(Scope scope, Link link) {
    post.accept(new Event.Linked(scope, link));
  }

  @Override
  public void happenings(ReleaseRef release, List<Happening> happenings) {
    post.accept(new Event.Happened(release, happenings));
  }

  @Override
  public void readings(ReleaseRef release, Readings readings) {
    post.accept(new Event.Read(release, readings));
  }

  @Override
  public void failed(ReleaseRef release, Failure why) {
    post.accept(new Event.Unread(release, why));
  }

  @Override
  public void judged(ReleaseRef release, Judgement judgement) {
    post.accept(new Event.Judged(release, judgement));
  }

  @Override
  public void unjudged(ReleaseRef release, Failure why) {
    post.accept(new Event.Unjudged(release, why));
  }

  @Override
  public void ruled(Scope scope, PolicyBook book) {
    post.accept(new Event.Ruled(scope, book));
  }

  @Override
  public void unruled(Scope scope, Failure why) {
    post.accept(new Event.Unruled(scope, why));
  }

  @Override
  public void troubled(Failure why) {
    post.accept(new Event.Troubled(why));
  }
}
