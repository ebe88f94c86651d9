package io.orchestrator4j.transfer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file on its way: it gets its name when it is complete and on the disk, and is gone otherwise. Its owner alone may read
 * it.
 */
final class UnfinishedFile implements AutoCloseable {

  private final Path target;
  private final Path unfinished;
  private final FileChannel channel;
  private final OutputStream content;

  private UnfinishedFile(Path target, Path unfinished, FileChannel channel) {
    this.target = target;
    this.unfinished = unfinished;
    this.channel = channel;
    this.content = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
  }

  static UnfinishedFile of(Path target) throws IOException {
    Path absolute = target.toAbsolutePath();
    if (Files.exists(absolute)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path unfinished = Files.createTempFile(
        absolute.getParent(),
        "." + absolute.getFileName(),
        ".unfinished",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return new UnfinishedFile(
        absolute, unfinished, FileChannel.open(unfinished, StandardOpenOption.WRITE));
  }

  /** What is to be in it. */
  OutputStream content() {
    return content;
  }

  /**
   * Gives it its name.
   *
   * @throws FileAlreadyExistsException if another file has got it meanwhile
   */
  void finish() throws IOException {
    content.flush();
    channel.force(true);
    channel.close();
    Files.move(unfinished, target);
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(unfinished);
  }
}
