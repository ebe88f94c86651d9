package io.orchestrator4j.examples.beginner;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What somebody wants of the directory, as in {@code PUT /groups/ops} or {@code PUT /users/7/group}. */
sealed interface DirectoryRequest {

  /** Does it; the answer is null where the entry is not there. */
  @Nullable
  String carryOut(DirectoryEntries entries);

  /** Creates an entry of this name, or finds the one that there is. */
  record Create(String name, String group) implements DirectoryRequest {
    @Override
    public String carryOut(DirectoryEntries entries) {
      return Integer.toString(entries.create(name, group));
    }
  }

  /** Gives an entry another name. */
  record Rename(int id, String name) implements DirectoryRequest {
    @Override
    public @Nullable String carryOut(DirectoryEntries entries) {
      return entries.change(id, name, null) ? name : null;
    }
  }

  /** Puts an entry into another group. */
  record Move(int id, String group) implements DirectoryRequest {
    @Override
    public @Nullable String carryOut(DirectoryEntries entries) {
      return entries.change(id, null, group) ? group : null;
    }
  }

  /** Removes an entry; that there is none is as well. */
  record Delete(int id) implements DirectoryRequest {
    @Override
    public String carryOut(DirectoryEntries entries) {
      entries.remove(id);
      return "gone";
    }
  }

  /** Nothing that the directory knows of. */
  record Unknown() implements DirectoryRequest {
    @Override
    public @Nullable String carryOut(DirectoryEntries entries) {
      return null;
    }
  }

  /** Reads a request. */
  static DirectoryRequest of(HttpExchange exchange) throws IOException {
    String[] parts = exchange.getRequestURI().getRawPath().split("/", -1);
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return switch (exchange.getRequestMethod() + " " + parts.length) {
      case "PUT 3" -> new Create(URLDecoder.decode(parts[2], StandardCharsets.UTF_8), body);
      case "PUT 4" ->
        parts[3].equals("group")
            ? new Move(Integer.parseInt(parts[2]), body)
            : new Rename(Integer.parseInt(parts[2]), body);
      case "DELETE 3" -> new Delete(Integer.parseInt(parts[2]));
      default -> new Unknown();
    };
  }
}
