package io.orchestrator4j.transfer;

import io.orchestrator4j.value.Json;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A file that was exported: all of it was read once, and is as it was written. */
final class ExportFile implements AutoCloseable {

  static final String MANIFEST = "manifest.json";

  private final Path path;
  private final ZipFile zip;
  private final ExportManifest manifest;

  private ExportFile(Path path, ZipFile zip, ExportManifest manifest) {
    this.path = path;
    this.zip = zip;
    this.manifest = manifest;
  }

  /** Where the rows of a table are. */
  static String entry(String table) {
    return "tables/%s.copy".formatted(table);
  }

  /**
   * Opens a file and reads all of it.
   *
   * @throws TransferRefused if it is none that can be imported, or is not whole
   */
  static ExportFile open(Path path) {
    if (!Files.isRegularFile(path)) {
      throw TransferRefused.noFile(path);
    }
    ZipFile zip = opened(path);
    try {
      ExportFile file = new ExportFile(path, zip, manifest(path, zip));
      for (ExportedTable table : file.manifest.tables()) {
        file.verify(entry(table.name()));
      }
      return file;
    } catch (TransferRefused e) {
      close(zip);
      throw e;
    }
  }

  private static ZipFile opened(Path path) {
    try {
      return new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw TransferRefused.foreign(path, e.toString());
    } catch (IOException e) {
      throw TransferRefused.unreadable(path, e);
    }
  }

  private static ExportManifest manifest(Path path, ZipFile zip) {
    ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      throw TransferRefused.foreign(path, "it has no " + MANIFEST);
    }
    try (InputStream content = zip.getInputStream(entry)) {
      JsonNode tree = Json.read(new String(content.readAllBytes(), StandardCharsets.UTF_8));
      return manifest(path, tree);
    } catch (IOException | JacksonException e) {
      throw TransferRefused.foreign(path, "its %s cannot be read (%s)".formatted(MANIFEST, e));
    }
  }

  private static ExportManifest manifest(Path path, JsonNode tree) {
    if (!tree.path("format").asString("").equals(ExportManifest.FORMAT)) {
      throw TransferRefused.foreign(path, "its %s is of something else".formatted(MANIFEST));
    }
    int layout = tree.path("format_version").asInt(0);
    if (layout != ExportManifest.FORMAT_VERSION) {
      throw TransferRefused.otherLayout(path, layout, tree.path("release").asString(""));
    }
    return Json.mapper().treeToValue(tree, ExportManifest.class);
  }

  // a zip's own reader compares no check sums
  private void verify(String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw TransferRefused.damaged(path, "it has no " + name);
    }
    CRC32 sum = new CRC32();
    try (InputStream content = new CheckedInputStream(zip.getInputStream(entry), sum)) {
      content.transferTo(OutputStream.nullOutputStream());
    } catch (ZipException | EOFException e) {
      throw TransferRefused.damaged(path, "%s cannot be unpacked (%s)".formatted(name, e));
    } catch (IOException e) {
      throw TransferRefused.unreadable(path, e);
    }
    if (sum.getValue() != entry.getCrc()) {
      throw TransferRefused.damaged(
          path, "%s is not as it was written: its check sum differs".formatted(name));
    }
  }

  ExportManifest manifest() {
    return manifest;
  }

  Path path() {
    return path;
  }

  /** The rows of a table. */
  InputStream rows(ExportedTable table) throws IOException {
    return zip.getInputStream(zip.getEntry(entry(table.name())));
  }

  @Override
  public void close() {
    close(zip);
  }

  private static void close(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException _) {
      // it was only read
    }
  }
}
