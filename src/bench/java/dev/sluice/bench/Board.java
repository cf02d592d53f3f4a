package dev.sluice.bench;

import dev.sluice.bench.load.Crowd;
import dev.sluice.bench.load.LoadServer;
import java.io.IOException;

/// An open board on a [Crowd] that is in this process, and can be moved.
final class Board extends OpenBoard {
  final Crowd crowd;
  final LoadServer server;

  static Board open(Options options) throws IOException, InterruptedException {
    return of(new Crowd(options.number("rollouts", 10_000), options.number("namespaces", 100)));
  }

  static Board of(Crowd crowd) throws IOException, InterruptedException {
    return new Board(crowd, new LoadServer(crowd));
  }

  private Board(Crowd crowd, LoadServer server) throws IOException, InterruptedException {
    super(server.uri(), crowd.rollouts());
    this.crowd = crowd;
    this.server = server;
  }

  @Override
  public void close() {
    super.close();
    server.close();
  }
}
