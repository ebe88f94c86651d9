package io.orchestrator4j.examples.beginner;

/** The users of the directory. All of it may be done twice, and is then as if it was done once. */
record UserDirectory(DirectoryClient client) {

  /** Creates a user in a group and returns its number; the same number again if it is there already. */
  int create(String name, int groupId) {
    return Integer.parseInt(client.put(Integer.toString(groupId), "users", name));
  }

  void rename(int id, String name) {
    client.put(name, "users", id, "name");
  }

  void move(int id, int groupId) {
    client.put(Integer.toString(groupId), "users", id, "group");
  }

  void delete(int id) {
    client.delete("users", id);
  }
}
