package dev.sluice.ui.release;

import dev.sluice.state.LogTail;
import dev.sluice.ui.control.Mark;
import java.util.Optional;

/// One line about a revision's pods.
///
/// @param name the revision, or what is wrong with one of its pods
/// @param figure at the right, may be empty
/// @param detail below the name, may be empty
/// @param log whose log tells more, where there is one
public record PodView(
    Mark mark, String name, String figure, String detail, Optional<LogTail.Source> log) {}
