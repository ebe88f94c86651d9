# Finds a JDK 25 on this machine, or fetches one into the user's cache. Part of ../orchestrator, which has say, fail and
# resolved, and deletes the folder $scratch when it ends. Sets $jdk.
# shellcheck shell=bash

readonly java_major=25
readonly jdk_name='Temurin JDK 25.0.4+7'
readonly jdk_page='https://adoptium.net/temurin/releases/?version=25'
readonly jdk_downloads='https://github.com/adoptium/temurin25-binaries/releases/download/jdk-25.0.4%2B7'

: "${HOME:=$(cd ~ && pwd)}"
export HOME
jdk_cache=${XDG_CACHE_HOME:-$HOME/.cache}/orchestrator4j/jdk
readonly jdk_cache

# Read from the JDK's release file: starting every JVM that is there would take seconds.
java_version() {
  sed -n 's/^JAVA_VERSION="\{0,1\}\([^"]*\).*$/\1/p' "$1/release" 2> /dev/null || true
}

is_right_jdk() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  case $(java_version "$1") in
    "$java_major" | "$java_major"[.+-]*) return 0 ;;
    *) return 1 ;;
  esac
}

jdk='' # the folder of the JDK, once it is known

# Takes the first JDK 25 among the folders; macOS keeps the JDK itself two levels down.
use_jdk() {
  local folder home
  for folder in "$@"; do
    for home in "$folder" "$folder/Contents/Home"; do
      if [ -n "$folder" ] && is_right_jdk "$home"; then
        jdk=$home
        return 0
      fi
    done
  done
  return 1
}

jdk_on_path() {
  local java home
  java=$(command -v java) || return 0
  home=$(dirname "$(dirname "$(resolved "$java")")")
  # What lies in no JDK is a shim (asdf, jenv) and has to be asked; macOS's /usr/bin/java would open a window.
  if [ ! -f "$home/release" ] && [ "$java" != /usr/bin/java ]; then
    home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p') || true
  fi
  printf '%s\n' "$home"
}

find_jdk() {
  local chosen=${ORCHESTRATOR_JAVA_HOME:-}
  if [ -n "$chosen" ]; then
    use_jdk "$chosen" || fail "ORCHESTRATOR_JAVA_HOME is $chosen, where $(found_instead "$chosen")." \
      "Expected a JDK $java_major with bin/java, bin/javac and its file \"release\"; correct or unset the variable."
    return 0
  fi
  use_jdk "${JAVA_HOME:-}" || use_jdk "$(jdk_on_path)" \
    || use_jdk /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/* "$HOME"/Library/Java/JavaVirtualMachines/* \
      "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$jdk_cache"/*
}

found_instead() {
  local version
  version=$(java_version "$1")
  if [ ! -d "$1" ]; then
    printf 'there is no folder'
  elif [ -z "$version" ]; then
    printf 'there is no JDK'
  elif [ ! -x "$1/bin/javac" ]; then
    printf 'Java %s is without a compiler' "$version"
  else
    printf 'Java %s is' "$version"
  fi
}

# Sets archive and checksum; the checksums are those that Adoptium's own container images are built with.
choose_archive() {
  archive=${ORCHESTRATOR_JDK_ARCHIVE:-}
  checksum=${ORCHESTRATOR_JDK_SHA256:-}
  if [ -n "$archive" ]; then
    [ -n "$checksum" ] || fail "ORCHESTRATOR_JDK_ARCHIVE is set, but ORCHESTRATOR_JDK_SHA256 is not." \
      "Set it to the SHA-256 checksum that the archive's publisher names."
    return 0
  fi
  local platform
  platform="$(uname -s) $(uname -m)"
  case $platform in
    'Linux x86_64' | 'Linux amd64')
      archive=$jdk_downloads/OpenJDK25U-jdk_x64_linux_hotspot_25.0.4_7.tar.gz
      checksum=e58fcdcd637b25c03ca84cbbcefc70d11efb8f4b4cbd05decc9f661769d77f94
      ;;
    'Linux aarch64' | 'Linux arm64')
      archive=$jdk_downloads/OpenJDK25U-jdk_aarch64_linux_hotspot_25.0.4_7.tar.gz
      checksum=621f7196f0b682fb557da58bec89bd7dfe5419811fe1c0ba75c9cc8432f084c7
      ;;
    *) say_what_to_install "no archive is pinned for $platform" ;;
  esac
  # These archives need glibc; only its getconf knows the name.
  getconf GNU_LIBC_VERSION > /dev/null 2>&1 \
    || say_what_to_install "no archive is pinned for Linux without glibc, such as Alpine"
}

say_what_to_install() {
  say "found no JDK $java_major, and cannot fetch one: $1."
  cat >&2 << TEXT
Looked at ORCHESTRATOR_JAVA_HOME, JAVA_HOME, the java on the PATH, and in /usr/lib/jvm, /Library/Java/JavaVirtualMachines,
~/.sdkman/candidates/java, ~/.jdks and $jdk_cache.
Do one of these, then start again:
  - install a JDK $java_major (not only a JRE) with the system's packages, or from $jdk_page
  - set ORCHESTRATOR_JAVA_HOME to the folder of a JDK $java_major
  - set ORCHESTRATOR_JDK_ARCHIVE to a JDK $java_major for this platform, a .tar.gz (https://, file:// or a path), and
    ORCHESTRATOR_JDK_SHA256 to its checksum; it is unpacked into the cache
TEXT
  exit 1
}

download() {
  local path=${1#file://} progress=--silent
  [ ! -t 2 ] || progress=--progress-bar
  case $1 in
    file://*) cp "$(printf '%b' "$(printf '%s' "$path" | sed 's/%/\\x/g')")" "$2" ;;
    *://*)
      if command -v curl > /dev/null; then
        curl --fail "$progress" --show-error --location --connect-timeout 20 --retry 2 --output "$2" "$1"
      elif command -v wget > /dev/null; then
        wget -q -T 20 -t 3 -O "$2" "$1"
      else
        say "neither curl nor wget is installed"
        return 1
      fi
      ;;
    *) cp "$1" "$2" ;;
  esac
}

sha256_of() {
  if command -v sha256sum > /dev/null; then
    sha256sum < "$1" | cut -d ' ' -f 1
  elif command -v shasum > /dev/null; then
    shasum -a 256 < "$1" | cut -d ' ' -f 1
  else
    fail "neither sha256sum nor shasum is installed, so the archive cannot be checked. Install one of them."
  fi
}

# Fetches, checks and unpacks beside its final place, so that the cache never holds half a JDK.
fetch_jdk() {
  local archive checksum sum unpacked final
  choose_archive
  if [ -z "${ORCHESTRATOR_JDK_ARCHIVE:-}" ]; then
    say "found no JDK $java_major; fetching $jdk_name (more than 100 MB) into $jdk_cache"
  else
    say "found no JDK $java_major; fetching $archive into $jdk_cache"
  fi
  mkdir -p "$jdk_cache"
  # what a start left that was killed meanwhile
  find "$jdk_cache" -maxdepth 1 -name '.new-*' -mtime +0 -exec rm -rf {} +
  scratch=$jdk_cache/.new-$$
  mkdir -p "$scratch/unpacked"
  download "$archive" "$scratch/archive" || say_what_to_install "$archive is out of reach"
  sum=$(sha256_of "$scratch/archive")
  checksum=$(printf '%s' "$checksum" | tr 'A-F' 'a-f')
  [ "$sum" = "$checksum" ] || fail "the SHA-256 checksum of $archive is $sum, expected $checksum." \
    "The download is deleted. Try again; if it stays so, something between here and there changes what is downloaded."
  tar -xzof "$scratch/archive" -C "$scratch/unpacked" || fail "$archive is no .tar.gz that tar can unpack."
  use_jdk "$scratch"/unpacked/* || fail "$archive holds no JDK $java_major; expected one folder with bin/java, bin/javac" \
    "and a file \"release\" that says JAVA_VERSION=\"$java_major...\"."
  unpacked=${jdk%/Contents/Home}
  final=$jdk_cache/$(java_version "$jdk")-$(printf '%.8s' "$sum")
  [ -d "$final" ] || mv "$unpacked" "$final"
  use_jdk "$final"
  rm -rf "$scratch"
  scratch=''
  say "JDK $java_major is in $jdk"
}
