#!/bin/sh
# Makes the image that the Docker sandbox runs: sparks-sandbox:<version>.
#   sh scripts/sandbox-image.sh [--force] [--debootstrap]
# With an image registry in reach it is `docker build --target sandbox`; without one the same root file system is made
# from Debian packages with debootstrap (as root) and imported. Does nothing when the image is already there.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname -- "$here")
image=sparks-sandbox:1 # the same as in src/sandbox/docker/image.ts; a test holds them together
suite=bookworm
mirror=${SPARKS_DEBIAN_MIRROR:-http://deb.debian.org/debian}
force= way=
for argument in "$@"; do
  case $argument in
    --force) force=1 ;;
    --debootstrap) way=debootstrap ;;
    *) echo "sandbox-image: unknown option $argument (known: --force, --debootstrap)" >&2; exit 2 ;;
  esac
done
say() { printf 'sandbox-image: %s\n' "$*"; }
fail() { printf 'sandbox-image: %s\n' "$*" >&2; exit 1; }

command -v docker >/dev/null 2>&1 || fail "the docker command is missing; install Docker, or let Sparks use bubblewrap"
docker info >/dev/null 2>&1 || fail "no Docker engine answers; start it, or let Sparks use bubblewrap"
if [ -z "$force" ] && docker image inspect "$image" >/dev/null 2>&1; then
  say "$image is already there (--force makes it anew)"
  exit 0
fi
started=$(date +%s)

build() {
  say "building $image from the Dockerfile"
  docker build --quiet --target sandbox --tag "$image" "$root" >/dev/null
}

registry_answers() {
  timeout 30 docker pull --quiet debian:$suite-slim >/dev/null 2>&1
}

# Everything below this line runs as root: debootstrap makes a root file system with owners and device nodes.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo -n "$@"
  else fail "no image registry answers, and making the image from Debian packages needs root: sudo sh scripts/sandbox-image.sh"; fi
}

find_node() {
  case $(uname -m) in x86_64) arch=x64 ;; aarch64) arch=arm64 ;; *) fail "no Node binary is known for $(uname -m)" ;; esac
  version=$(sed -n 's/.*"node": "\([0-9.]*\)".*/\1/p' "$root/package.json" | tail -n 1)
  (cd "$work" && npm pack --silent "node-linux-$arch@$version" npm@11 >/dev/null 2>&1) || fail "the npm registry does not answer; it gives Node and npm"
  mkdir "$work/node" "$work/npm"
  tar -xzf "$work"/node-linux-*.tgz -C "$work/node" --strip-components=1
  tar -xzf "$work"/npm-*.tgz -C "$work/npm" --strip-components=1
}

install_node() {
  modules=$tree/usr/local/lib/node_modules
  as_root mkdir -p "$modules" "$tree/opt/sparks"
  as_root install -m 0755 "$work/node/bin/node" "$tree/usr/local/bin/node"
  # Execute-only: the kernel then lets nobody of the same user look into the runner's memory or open its streams.
  as_root install -m 0711 "$work/node/bin/node" "$tree/opt/sparks/node"
  as_root cp -r "$work/npm" "$modules/npm"
  as_root chown -R 0:0 "$modules"
  as_root ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$tree/usr/local/bin/npm"
  as_root ln -sf ../lib/node_modules/npm/bin/npx-cli.js "$tree/usr/local/bin/npx"
  as_root chmod 0755 "$modules/npm/bin/npm-cli.js" "$modules/npm/bin/npx-cli.js"
}

import() {
  command -v debootstrap >/dev/null 2>&1 || fail "no image registry answers and debootstrap is missing: sudo apt-get install -y debootstrap"
  say "no image registry is used: making $image from Debian $suite packages (a few minutes)"
  work=$(mktemp -d) tree=
  trap 'as_root rm -rf "$work"' EXIT
  tree=$work/tree
  find_node
  packages=$(grep -v '^#' "$here/sandbox-packages.txt" | tr '\n' ' ')
  say "1/3 base system"
  as_root debootstrap --variant=minbase --merged-usr "$suite" "$tree" "$mirror" >"$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; fail "debootstrap failed"; }
  say "2/3 packages: $packages"
  printf 'force-unsafe-io\npath-exclude=/usr/share/doc/*\npath-exclude=/usr/share/man/*\npath-exclude=/usr/share/locale/*\npath-exclude=/usr/share/go-*/test/*\n' |
    as_root tee "$tree/etc/dpkg/dpkg.cfg.d/sparks" >/dev/null
  printf '#!/bin/sh\nexit 101\n' | as_root tee "$tree/usr/sbin/policy-rc.d" >/dev/null
  as_root chmod 0755 "$tree/usr/sbin/policy-rc.d"
  as_root cp /etc/resolv.conf "$tree/etc/resolv.conf"
  # shellcheck disable=SC2086 # the list is meant to be split
  as_root chroot "$tree" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $packages >"$work/log" 2>&1 ||
    { tail -n 20 "$work/log" >&2; fail "apt-get install failed"; }
  as_root chroot "$tree" useradd --uid 10001 --user-group --create-home --shell /bin/bash agent
  as_root chroot "$tree" apt-get clean
  as_root rm -rf "$tree/var/lib/apt/lists" "$tree/usr/sbin/policy-rc.d" "$tree/etc/resolv.conf" "$tree/usr/share/doc" "$tree/usr/share/man"
  as_root mkdir -p "$tree/workspace" "$tree/run/sparks"
  as_root rm -f "$tree/etc/hostname"
  install_node
  say "3/3 importing"
  as_root tar -C "$tree" --one-file-system --numeric-owner -cf - . | docker import \
    --change 'ENV PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8' --change 'WORKDIR /workspace' --change 'USER 10001:10001' \
    --change 'LABEL org.opencontainers.image.title=sparks-sandbox' - "$image" >/dev/null
}

if [ "$way" != debootstrap ] && registry_answers; then build; else import; fi
size=$(docker image inspect --format '{{.Size}}' "$image")
say "$image is ready: $((size / 1000000)) MB in $(($(date +%s) - started)) s"
