package dev.sluice.act;

/// One HTTP request exactly as it will be sent: what the preview shows is these bytes.
///
/// @param method `PATCH`, `POST` or `DELETE`
/// @param path absolute path on the API server
/// @param contentType of the body
/// @param body JSON text, empty for none
public record Request(String method, String path, String contentType, String body) {}
