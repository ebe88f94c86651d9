package io.orchestrator4j.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A locked file that a program leaves behind with the ids of its nodes. The operating system gives up the lock when
 * the program dies, so who gets it next knows for sure that those nodes are dead.
 */
final class NodeFile implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NodeFile.class);

  private final FileChannel channel;
  private final List<UUID> predecessors;

  private NodeFile(FileChannel channel, List<UUID> predecessors) {
    this.channel = channel;
    this.predecessors = predecessors;
  }

  /** The file of a node's name; null if it cannot be had, in which case a dead predecessor shows by its silence alone. */
  static @Nullable NodeFile open(Path folder, String name) {
    Path file = folder.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_") + ".node");
    try {
      Files.createDirectories(folder);
      FileChannel channel = FileChannel.open(
          file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      @Nullable FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        LOG.warn(
            "Another program of this host is called '{}' too: drain means both, and after a crash this one waits a lease before it goes on. Give each a name of its own (orchestrator.node.name)",
            name);
        return null;
      }
      return new NodeFile(channel, read(channel));
    } catch (IOException e) {
      LOG.warn(
          "{} cannot be used, so that after a crash this node waits a lease before it goes on: {}",
          file,
          e.toString());
      return null;
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }

  /** The nodes of the program that had the file before. */
  List<UUID> predecessors() {
    return predecessors;
  }

  /** Leaves the id of a node of this program; those before are forgotten with the first. */
  void write(List<UUID> nodes) {
    try {
      String text = String.join("\n", nodes.stream().map(UUID::toString).toList());
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
      channel.force(true);
    } catch (IOException e) {
      LOG.warn("The node's file cannot be written: {}", e.toString());
    }
  }

  private static List<UUID> read(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate(Math.toIntExact(Math.min(channel.size(), 100_000)));
    channel.read(content, 0);
    List<UUID> ids = new ArrayList<>();
    for (String line : new String(content.array(), StandardCharsets.US_ASCII).split("\n", -1)) {
      try {
        ids.add(UUID.fromString(line.strip()));
      } catch (IllegalArgumentException _) {
        // cut off by a crash: such a node shows by its silence
      }
    }
    return ids;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
