package dev.sluice.ui.control;

/// One request as it will be sent.
///
/// @param body laid out for reading, without any change of content; empty for none
public record RequestView(String method, String path, String contentType, String body) {}
