package dev.sluice.ui.control;

import javafx.animation.AnimationTimer;

/// The beat on which a held button looks at its clock. Runs only between start and stop.
public interface Frames {
  void start(Runnable eachFrame);

  void stop();

  /// The frames of the screen.
  static Frames ofScreen() {
    return new Frames() {
      private Runnable beat = () -> {};
      private final AnimationTimer timer =
          new AnimationTimer() {
            @Override
            public void handle(long now) {
              beat.run();
            }
          };

      @Override
      public void start(Runnable eachFrame) {
        beat = eachFrame;
        timer.start();
      }

      @Override
      public void stop() {
        timer.stop();
      }
    };
  }
}
