#!/bin/sh
# Makes a fresh copy ready for `npm start`. Run it as often as you like: what is there is left alone; nothing is asked.
#   npm run setup                 everything
#   npm run setup -- --no-image   without making the Docker image of the sandbox (takes a few minutes the first time)
set -eu
cd "$(dirname -- "$0")/.."
make_image=1
for argument in "$@"; do
  case $argument in
    --no-image) make_image= ;;
    *) echo "setup: unknown option $argument (known: --no-image)" >&2; exit 2 ;;
  esac
done
image=sparks-sandbox:1 # the same as in src/sandbox/docker/image.ts; a test holds them together
socket=${DOCKER_SOCKET:-/var/run/docker.sock}
say() { printf '  %s\n' "$*"; }
fail() { printf '\n  %s\n' "$*" >&2; exit 1; }

can_install() {
  command -v apt-get >/dev/null 2>&1 || return 1
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }
}
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null 2>&1 && return 0
  as_root apt-get update -qq >/dev/null 2>&1 || true
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null 2>&1
}

check_node() {
  command -v node >/dev/null 2>&1 || fail "Node is missing. Install Node 20 or newer: https://nodejs.org"
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "Node $(node --version) is too old. Install Node 20 or newer: https://nodejs.org"
  command -v npm >/dev/null 2>&1 || fail "npm is missing. It comes with Node: https://nodejs.org"
}

works() { # the runtime that npm scripts use, and the database's native part
  node_modules/.bin/node -e 'if (Number(process.versions.node.split(".")[0]) < 24) process.exit(1);
    const Database = require("better-sqlite3"); new Database(":memory:").close();' >/dev/null 2>&1
}
install_packages() {
  wanted=$(cksum <package-lock.json)
  if [ "$(cat node_modules/.sparks-lock 2>/dev/null)" = "$wanted" ] && works; then
    say "packages: up to date"
    return
  fi
  say "packages: installing from npm (about a minute the first time) ..."
  log=$(mktemp)
  # Only the package `node` needs its script, to fetch the runtime; others would compile what they bring ready-made.
  # npm 11 refuses a lock that leaves out packages for other platforms; installing by the same lock then does it.
  quiet="--ignore-scripts --loglevel=error --no-audit --no-fund"
  # shellcheck disable=SC2086 # options, meant to be split
  if ! npm ci $quiet >"$log" 2>&1 && ! npm install --no-save $quiet >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    fail "npm could not install the packages; the lines above say why. Try again: npm run setup"
  fi
  rm -f "$log"
  npm rebuild node --foreground-scripts --ignore-scripts=false >/dev/null 2>&1 || true
  works || fail "the installed packages do not run here. Try: npm rebuild node better-sqlite3 --ignore-scripts=false"
  printf '%s\n' "$wanted" >node_modules/.sparks-lock
  say "packages: installed, with Node $(node_modules/.bin/node --version) for Sparks itself"
}

check_git() {
  if command -v git >/dev/null 2>&1; then
    say "git: $(git --version | cut -d' ' -f3)"
  elif can_install && say "git: installing ..." && apt_install git ca-certificates; then
    say "git: installed"
  else
    fail "git is missing and is needed. Install it, then run this again: sudo apt-get install -y git"
  fi
}

# Asks the engine over its socket, as Sparks does, so that no docker command is needed for the question.
engine() {
  node -e 'const request = require("node:http").get({ socketPath: process.argv[1], path: process.argv[2], timeout: 3000 },
    (answer) => process.exit(answer.statusCode === 200 ? 0 : 1));
    request.on("error", () => process.exit(1)); request.on("timeout", () => process.exit(1));' "$socket" "$1" 2>/dev/null
}
# True when containers will be used; else bubblewrap has to do.
check_docker() {
  engine /_ping || { say "Docker: no engine answers on $socket"; return 1; }
  if engine "/images/$image/json"; then say "Docker: ready, with the image $image"; return 0; fi
  if [ -z "$make_image" ]; then
    say "Docker: ready, but without the image; make it any time with: sh scripts/sandbox-image.sh"
    return 1
  fi
  say "Docker: ready; making the image $image, which takes a few minutes ..."
  if sh scripts/sandbox-image.sh 2>&1 | sed 's/^sandbox-image:/   /' && engine "/images/$image/json"; then
    say "Docker: the image is made"
    return 0
  fi
  say "Docker: the image could not be made now; again with: sh scripts/sandbox-image.sh"
  return 1
}

bubblewrap_runs() { bwrap --unshare-all --ro-bind / / --proc /proc --cap-drop ALL true >/dev/null 2>&1; }
check_bubblewrap() {
  if ! command -v bwrap >/dev/null 2>&1; then
    if can_install && say "bubblewrap: installing (it seals what the agent runs) ..." && apt_install bubblewrap; then
      say "bubblewrap: installed"
    else
      say "bubblewrap: missing, and without it or Docker no task can run. Install it: sudo apt-get install -y bubblewrap"
      return 1
    fi
  fi
  if bubblewrap_runs; then say "bubblewrap: works, and seals what the agent runs"; return 0; fi
  say "bubblewrap: this machine does not let it make namespaces, so no task can run. Allow it:"
  if [ -e /proc/sys/kernel/apparmor_restrict_unprivileged_userns ]; then
    say "  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
  elif [ "$(cat /proc/sys/kernel/unprivileged_userns_clone 2>/dev/null)" = 0 ]; then
    say "  sudo sysctl -w kernel.unprivileged_userns_clone=1"
  elif [ "$(cat /proc/sys/user/max_user_namespaces 2>/dev/null)" = 0 ]; then
    say "  sudo sysctl -w user.max_user_namespaces=10000"
  elif [ -e /.dockerenv ] || [ -e /run/.containerenv ]; then
    say "  you are in a container: start it with --security-opt seccomp=unconfined, or give it the engine's socket"
  else
    say "  bwrap --unshare-all --ro-bind / / true     (its message says what is in the way)"
  fi
  return 1
}

printf '\nSetting up Sparks\n'
check_node
check_git
install_packages
if check_docker || check_bubblewrap; then
  printf '\nReady. Start it with: npm start\n\n'
else
  printf '\nReady to start with: npm start\nTasks and pipelines wait until there is a sandbox (see above); all else works.\n\n'
fi
