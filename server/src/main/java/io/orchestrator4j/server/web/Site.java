package io.orchestrator4j.server.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a page comes from, or which server it calls: a host in lower case and a port. The scheme is left out, since a
 * proxy in front may speak https to the browser and http to us.
 */
record Site(String host, int port) {

  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** The site of an {@code Origin} header; null for {@code null} and whatever else is no origin. */
  static @Nullable Site ofOrigin(String origin) {
    try {
      URI uri = new URI(origin);
      boolean bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
      if (uri.getHost() == null || uri.getScheme() == null || !bare || uri.getQuery() != null) {
        return null;
      }
      return new Site(lower(uri.getHost()), port(uri));
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** The site of a {@code Host} header; null for one that names no host. */
  static @Nullable Site ofHost(String host, String scheme) {
    return ofOrigin(scheme + "://" + host);
  }

  /** Whether a page of this site is our own page, called under the other one's host. */
  boolean isSameAs(Site other) {
    return host.equals(other.host) && (port == other.port || (isUsual() && other.isUsual()));
  }

  /** The host as a name or a plain address, without the brackets of IPv6. */
  String bareHost() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private boolean isUsual() {
    return port == HTTP || port == HTTPS;
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return lower(uri.getScheme()).equals("https") ? HTTPS : HTTP;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
