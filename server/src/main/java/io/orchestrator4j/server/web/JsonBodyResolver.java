package io.orchestrator4j.server.web;

import io.orchestrator4j.value.Json;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Fills {@link JsonBody} parameters: reads the bytes up to the limit, then JSON from them if the content type says so
 * or is missing; anything else counts as one text, as on the wire.
 */
final class JsonBodyResolver implements HandlerMethodArgumentResolver {

  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 16;

  private final int limit;

  JsonBodyResolver(DataSize limit) {
    this.limit = (int) Math.min(limit.toBytes(), LARGEST_ARRAY);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == JsonBody.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binderFactory)
      throws IOException {
    HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
    if (servletRequest == null) {
      throw new IllegalStateException("A JsonBody can only be read from a servlet request");
    }
    return read(servletRequest);
  }

  private JsonBody read(HttpServletRequest request) throws IOException {
    byte[] bytes = bytes(request);
    if (bytes.length == 0) {
      return new JsonBody(null);
    }
    return new JsonBody(
        isJson(request.getContentType())
            ? json(bytes)
            : Json.toTree(new String(bytes, StandardCharsets.UTF_8)));
  }

  private byte[] bytes(HttpServletRequest request) throws IOException {
    if (request.getContentLengthLong() > limit) {
      throw tooLarge();
    }
    try (InputStream in = request.getInputStream()) {
      byte[] bytes = in.readNBytes(limit + 1);
      if (bytes.length > limit) {
        throw tooLarge();
      }
      return bytes;
    }
  }

  private Refused tooLarge() {
    return new Problem(
            413,
            "body_too_large",
            "The request body is larger than %d bytes. Send less, or raise orchestrator.limits.body"
                .formatted(limit))
        .refused();
  }

  private static boolean isJson(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    try {
      MediaType type = MediaType.parseMediaType(contentType);
      return type.getType().equals("application")
          && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return Json.mapper().readTree(bytes);
    } catch (JacksonException e) {
      throw new InvalidRequest(Violation.noJson(JsonFault.in(text(bytes))));
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
