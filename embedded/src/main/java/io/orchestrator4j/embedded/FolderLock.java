package io.orchestrator4j.embedded;

import io.orchestrator4j.embedded.EmbeddedPostgresFailure.Code;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The right to use a data folder. The system takes it back when this JVM ends, however it ends. */
final class FolderLock implements AutoCloseable {

  /*
   * The system gives a lock to a process, not to a channel, and takes it back when the process closes any channel of
   * that file. So the lock file is never opened by a JVM that has locked it already, which only the whole JVM can know,
   * and the holder's name is in a file of its own, which anybody may read.
   */
  private static final Set<Path> HELD_BY_THIS_JVM = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  /** Locks a folder that is named by its real path. */
  static FolderLock of(Path folder) throws IOException {
    if (!HELD_BY_THIS_JVM.add(folder)) {
      throw inUse(folder);
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(
          folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw inUse(folder);
      }
      Instant started = ProcessHandle.current().info().startInstant().orElseGet(Instant::now);
      Files.writeString(
          holder(folder),
          "process %d (started %s)".formatted(ProcessHandle.current().pid(), started));
      return new FolderLock(folder, channel);
    } catch (IOException | RuntimeException failure) {
      release(folder, channel);
      throw failure;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(holder(folder));
    release(folder, channel);
  }

  private static void release(Path folder, @Nullable FileChannel channel) throws IOException {
    try (channel) {
      HELD_BY_THIS_JVM.remove(folder);
    }
  }

  private static EmbeddedPostgresFailure inUse(Path folder) throws IOException {
    return new EmbeddedPostgresFailure(
        Code.DATA_FOLDER_IN_USE,
        "The data folder %s is in use by %s; expected nobody to use it. Stop that one, or take another folder"
            .formatted(folder, holderOf(folder)));
  }

  private static String holderOf(Path folder) throws IOException {
    try {
      String holder = Files.readString(holder(folder)).strip();
      return holder.isEmpty() ? "another process" : holder;
    } catch (NoSuchFileException _) {
      // it has just locked the folder, or is just about to leave it
      return "another process";
    }
  }

  private static Path holder(Path folder) {
    return folder.resolve("lock.holder");
  }
}
