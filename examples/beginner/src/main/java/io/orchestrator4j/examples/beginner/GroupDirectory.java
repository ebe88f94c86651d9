package io.orchestrator4j.examples.beginner;

/** The groups of the directory. All of it may be done twice, and is then as if it was done once. */
record GroupDirectory(DirectoryClient client) {

  /** Creates a group and returns its number; the same number again if it is there already. */
  int create(String name) {
    return Integer.parseInt(client.put("", "groups", name));
  }

  void rename(int id, String name) {
    client.put(name, "groups", id, "name");
  }

  void delete(int id) {
    client.delete("groups", id);
  }
}
