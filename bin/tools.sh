# Finds or brings what the scripts in this folder need. Sourced by them; runs in the root of the repository.

say() { printf '\n== %s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }
is_root() { [ "$(id -u)" = 0 ]; }

can_apt() { is_root && command -v apt-get >/dev/null 2>&1; }
apt_has() { apt-cache show "$1" >/dev/null 2>&1; }
apt_bring() { DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$1" </dev/null >&2; }

# --- JDK 25 -------------------------------------------------------------------------------------------------------

is_jdk_25() {
  local version
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${version:-0}" -ge 25 ]
}

jdk_candidates() {
  printf '%s\n' "${JAVA_HOME:-}"
  if command -v javac >/dev/null 2>&1; then
    dirname "$(dirname "$(readlink -f "$(command -v javac)")")"
  fi
  if [ -x /usr/libexec/java_home ]; then /usr/libexec/java_home -v 25+ 2>/dev/null || true; fi
  printf '%s\n' .tools/jdk /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
}

find_jdk() {
  local home
  while IFS= read -r home; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      (cd "$home" && pwd)
      return 0
    fi
  done < <(jdk_candidates)
  return 1
}

bring_jdk() {
  local package
  if can_apt; then
    apt-get update -q </dev/null >&2 || true
    for package in temurin-25-jdk openjdk-25-jdk-headless; do
      if apt_has "$package" && apt_bring "$package"; then return 0; fi
    done
  fi
  command -v curl >/dev/null 2>&1 || return 1
  local system processor
  case "$(uname -s)" in Darwin) system=mac ;; *) system=linux ;; esac
  case "$(uname -m)" in arm64 | aarch64) processor=aarch64 ;; *) processor=x64 ;; esac
  rm -rf .tools/jdk .tools/jdk.new && mkdir -p .tools/jdk.new
  curl -fsSL --connect-timeout 10 --retry 2 \
    "https://api.adoptium.net/v3/binary/latest/25/ga/$system/$processor/jdk/hotspot/normal/eclipse" |
    tar xz -C .tools/jdk.new --strip-components=1 || return 1
  if [ -d .tools/jdk.new/Contents/Home ]; then mv .tools/jdk.new/Contents/Home .tools/jdk; else mv .tools/jdk.new .tools/jdk; fi
}

use_jdk() {
  local home
  if ! home=$(find_jdk); then
    say "No JDK 25 found, bringing one"
    bring_jdk || true
    home=$(find_jdk) || fail "Understudy needs JDK 25 and could not bring one: install it (https://adoptium.net) and set JAVA_HOME to it."
  fi
  export JAVA_HOME=$home PATH="$home/bin:$PATH"
}

# --- Maven --------------------------------------------------------------------------------------------------------

# Runs Maven: the one on PATH, else the wrapper's, which is downloaded once.
maven() {
  local program=./mvnw
  if command -v mvn >/dev/null 2>&1; then program=mvn; fi
  MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED" \
    "$program" --batch-mode --no-transfer-progress -Dstyle.color=never "$@" </dev/null
}

# --- Node 24 ------------------------------------------------------------------------------------------------------

has_node_24() {
  local version
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || return 1
  version=$(node --version 2>/dev/null | sed 's/^v\([0-9]*\).*/\1/')
  [ "${version:-0}" -ge 24 ]
}

use_node() {
  if [ -x .tools/node/bin/node ]; then export PATH="$PWD/.tools/node/bin:$PATH"; fi
  if has_node_24; then return 0; fi
  command -v npm >/dev/null 2>&1 || { can_apt && { apt-get update -q </dev/null >&2 || true; apt_bring npm; }; } || true
  if command -v npm >/dev/null 2>&1; then
    say "No Node 24 found, bringing one into .tools/node"
    npm install --global --prefix .tools/node --no-audit --no-fund node@24 npm@11 </dev/null || true
    export PATH="$PWD/.tools/node/bin:$PATH"
    hash -r
  fi
  has_node_24 || fail "Understudy's front end needs Node 24 with npm and could not bring them: install them (https://nodejs.org)."
}

# --- Chromium -----------------------------------------------------------------------------------------------------

find_chromium() {
  local name
  for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" 2>/dev/null; then return 0; fi
  done
  for name in "/Applications/Chromium.app/Contents/MacOS/Chromium" "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    if [ -x "$name" ]; then printf '%s\n' "$name"; return 0; fi
  done
  return 1
}

# Sets UNDERSTUDY_CHROMIUM to a browser, or leaves it empty where Playwright brings its own. The one without windows needs
# less of the machine.
use_chromium() {
  if [ -n "${UNDERSTUDY_CHROMIUM:-}" ]; then return 0; fi
  if ! UNDERSTUDY_CHROMIUM=$(find_chromium); then
    say "No Chromium found, bringing one"
    if can_apt; then
      apt-get update -q </dev/null >&2 || true
      apt_bring chromium-headless-shell || apt_bring chromium || true
    fi
    UNDERSTUDY_CHROMIUM=$(find_chromium) ||
      maven -f e2e/pom.xml -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=com.microsoft.playwright.CLI \
        -Dexec.args="install chromium" ||
      fail "The journeys need Chromium and could not bring one: install it, or set UNDERSTUDY_CHROMIUM to its program."
  fi
  export UNDERSTUDY_CHROMIUM
}

# --- The reference ------------------------------------------------------------------------------------------------

REFERENCE=.tools/mockoon-cli-9.9.0

# Installs @mockoon/cli for those that compare with it.
bring_reference() {
  if [ -f "$REFERENCE/node_modules/@mockoon/cli/bin/run.js" ]; then return 0; fi
  say "Bringing @mockoon/cli"
  mkdir -p "$REFERENCE"
  npm install --ignore-scripts --no-audit --no-fund --prefix "$PWD/$REFERENCE" "@mockoon/cli@${REFERENCE##*-}" </dev/null
}

# --- Tests and benches --------------------------------------------------------------------------------------------

# Compiles what the benches are made of, unless the caller just did (CLASSES_ARE_CURRENT).
bench_classes() {
  if [ -n "${CLASSES_ARE_CURRENT:-}" ]; then return 0; fi
  maven -q test-compile >&2
}

# Prints the class path of tests and benches.
bench_classpath() {
  local list=target/bench.classpath
  if [ ! "$list" -nt pom.xml ]; then
    maven -q dependency:build-classpath -Dmdep.outputFile="$list" -Dmdep.includeScope=test >&2
  fi
  printf '%s:%s:%s' target/test-classes target/classes "$(cat "$list")"
}

frontend_tests() {
  if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --ignore-scripts || return 1
  fi
  npm test
}

# --- The application ----------------------------------------------------------------------------------------------

JAR=target/understudy.jar

# Whether the jar is there and nothing that goes into it is newer. Folders count too: theirs is the time of a deletion.
jar_is_current() {
  local source sources=()
  [ -f "$JAR" ] || return 1
  for source in pom.xml .mvn src/main db frontend package.json package-lock.json vite.config.ts tsconfig.json types.d.ts; do
    if [ -e "$source" ]; then sources+=("$source"); fi
  done
  [ -z "$(find "${sources[@]}" \( -path frontend/generated -o -path frontend/test \) -prune -o -newer "$JAR" -print -quit)" ]
}

PARTS=target/app
CACHE=target/app.aot

# Unpacks the jar into its parts, which load faster, and lets Java watch a start that shows the sign-in page: what it learns makes
# later starts twice as fast. Sets APPLICATION to what starts the application. Without the cache it starts all the same.
prepare_application() {
  if [ ! "$PARTS/understudy.jar" -nt "$JAR" ]; then
    rm -rf "$PARTS" "$PARTS.new" "$CACHE"
    java -Djarmode=tools -jar "$JAR" extract --destination "$PARTS.new" >/dev/null
    touch "$PARTS.new/understudy.jar"
    mv "$PARTS.new" "$PARTS"
  fi
  APPLICATION=(@bin/java.options -jar "$PWD/$PARTS/understudy.jar")
  if [ ! "$CACHE" -nt "$PARTS/understudy.jar" ] || [ bin/java.options -nt "$CACHE" ]; then
    say "Letting Java learn how the application starts (once after each build)"
    rm -rf target/training && mkdir -p target/training
    java -XX:AOTCacheOutput="$CACHE" "${APPLICATION[@]}" --understudy.training=true --server.port=0 --spring.datasource.url=embedded \
      --understudy.data=target/training/data --understudy.sample=false >target/training.log 2>&1 ||
      printf 'It did not; target/training.log says why.\n' >&2
    rm -rf target/training
  fi
  if [ -f "$CACHE" ]; then APPLICATION=(-XX:AOTCache="$CACHE" "${APPLICATION[@]}"); fi
}

# Starts the application in place of this script.
start_application() {
  prepare_application
  exec java "${APPLICATION[@]}" "$@"
}

# Runs a command of the application, backup or restore, with a file that is named from where the caller is.
run_command() {
  local command=$1 from=$2 file=$3
  case "$file" in /*) ;; *) file=$from/$file ;; esac
  use_jdk
  [ -f "$JAR" ] || fail "There is no $JAR yet: bin/run builds it."
  local program=$JAR
  if [ "$PARTS/understudy.jar" -nt "$JAR" ]; then program=$PARTS/understudy.jar; fi
  exec java -XX:TieredStopAtLevel=1 @bin/java.options -jar "$program" \
    "$command" "$file" "${@:4}"
}

# Builds the jar unless it is current. An old one is unlinked first, so that a server running from it is not disturbed.
build_jar() {
  if jar_is_current; then return 0; fi
  use_node
  # Vaadin takes a bundle of before for current where views merely began to use other components, and leaves its files.
  rm -rf "$JAR" src/main/bundles target/classes/META-INF/VAADIN
  maven package -DskipTests
}
