package dev.sluice.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/// Stands between the console and a server, and can do to what goes through what networks do.
final class Relay implements AutoCloseable {

  /// What the line is like.
  enum Line {
    SOUND,
    /// What is sent arrives, and no answer comes back on the connections that were open; new ones
    /// work.
    DEAF,
    /// Connections are closed at once.
    CUT,
    /// Nothing goes through in either direction, and nobody is told.
    HALF_OPEN,
    /// As sound, but that the server has closed is not passed on.
    SLOW_CLOSE,
    /// Everything takes a third of a second longer.
    LATE,
    /// 40 KB/s.
    NARROW
  }

  private static final byte[] NOTHING = {};
  private static final Duration LATENCY = Duration.ofMillis(300);
  private static final int CHUNK = 2048;
  private static final Duration CHUNK_TIME = Duration.ofMillis(50);

  private static final Pattern DATED = Pattern.compile("Date: [^\r]*\r\n");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);

  private final int server;
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
  private final Object turn = new Object();
  private final AtomicInteger accepted = new AtomicInteger();
  private volatile Line line = Line.SOUND;
  private volatile Duration skew = Duration.ZERO;

  /// What was read at one end, none when there is no more, and when it arrives at the other at the
  /// earliest.
  private static final class Parcel {
    private final byte[] bytes;
    private final long due;

    Parcel(byte[] bytes, long due) {
      this.bytes = bytes;
      this.due = due;
    }
  }

  /// Two connections that are one to those at their ends.
  private static final class Pair {
    private final Socket client;
    private final Socket there;
    private volatile boolean deaf;

    Pair(Socket client, Socket there) {
      this.client = client;
      this.there = there;
    }

    void close() {
      for (var end : new Socket[] {client, there}) {
        try {
          end.close();
        } catch (IOException gone) {
          assert gone != null;
        }
      }
    }
  }

  /// @param server the server's port on this machine
  Relay(int server) throws IOException {
    this.server = server;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /// How many connections were opened so far.
  int accepted() {
    return accepted.get();
  }

  /// From now on the line is like that.
  void line(Line next) {
    synchronized (turn) {
      line = next;
      turn.notifyAll();
    }
    switch (next) {
      case CUT -> pairs.forEach(Pair::close);
      case DEAF -> pairs.forEach(pair -> pair.deaf = true);
      case SOUND, HALF_OPEN, SLOW_CLOSE, LATE, NARROW -> {}
    }
  }

  /// From now on the server's answers are dated as by a clock that is so far ahead.
  void skew(Duration ahead) {
    skew = ahead;
  }

  private void accept() {
    try {
      while (true) {
        var client = listening.accept();
        accepted.incrementAndGet();
        Thread.ofVirtual().start(() -> join(client));
      }
    } catch (IOException closed) {
      assert listening.isClosed() : closed;
    }
  }

  private void join(Socket client) {
    try (client) {
      await(Line.HALF_OPEN);
      if (line == Line.CUT) {
        return;
      }
      try (var there = new Socket(InetAddress.getLoopbackAddress(), server)) {
        var pair = new Pair(client, there);
        pairs.add(pair);
        var back = Thread.ofVirtual().start(() -> back(pair));
        pump(client, there, new Pair(client, there));
        back.join();
        pairs.remove(pair);
      }
    } catch (IOException gone) {
      assert gone != null;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void back(Pair pair) {
    try {
      pump(pair.there, pair.client, pair);
      await(Line.SLOW_CLOSE);
      pair.close();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void pump(Socket from, Socket to, Pair pair) throws InterruptedException {
    var way = new LinkedBlockingQueue<Parcel>();
    var delivery = Thread.ofVirtual().start(() -> deliver(way, to, pair));
    try {
      var in = from.getInputStream();
      var bytes = new byte[CHUNK];
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        way.add(new Parcel(Arrays.copyOf(bytes, n), due()));
      }
    } catch (IOException gone) {
      assert gone != null;
    }
    way.add(new Parcel(NOTHING, due()));
    delivery.join();
  }

  /// As many as there are may be on their way at once: a far server is not a slow one.
  private long due() {
    return System.nanoTime() + (line == Line.LATE ? LATENCY.toNanos() : 0);
  }

  private void deliver(BlockingQueue<Parcel> way, Socket to, Pair pair) {
    try {
      for (var next = way.take(); next.bytes.length > 0; next = way.take()) {
        LockSupport.parkNanos(next.due - System.nanoTime());
        await(Line.HALF_OPEN);
        if (line == Line.NARROW) {
          LockSupport.parkNanos(CHUNK_TIME.toNanos());
        }
        if (!pair.deaf) {
          to.getOutputStream().write(skew.isZero() ? next.bytes : dated(next.bytes));
        }
      }
      await(Line.SLOW_CLOSE);
      to.shutdownOutput();
    } catch (IOException gone) {
      assert gone != null;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// The head of an answer comes in one piece.
  private byte[] dated(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1);
    var date = "Date: " + DATE.format(ZonedDateTime.now(ZoneOffset.UTC).plus(skew)) + "\r\n";
    return DATED.matcher(text).replaceFirst(date).getBytes(StandardCharsets.ISO_8859_1);
  }

  /// Waits while the line is like that.
  private void await(Line bad) throws InterruptedException {
    synchronized (turn) {
      while (line == bad) {
        turn.wait();
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    line(Line.CUT);
  }
}
