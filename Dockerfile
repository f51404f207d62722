# Two images: `app` is Sparks itself, `sandbox` is what it runs untrusted work in.
#
#   docker build --target sandbox --tag sparks-sandbox:1 .     (or: sh scripts/sandbox-image.sh)
#   docker build --target app --tag sparks .
#
# Sparks in a container asks the host's engine for sandboxes, so it needs the engine's socket, and its home must have
# the same path inside as outside, because the engine binds workspaces by the host's paths:
#
#   sudo install -d -o 10002 -g 10002 /srv/sparks
#   docker run --detach --name sparks --restart unless-stopped \
#     --env SPARKS_HOME=/srv/sparks --volume /srv/sparks:/srv/sparks \
#     --volume /var/run/docker.sock:/var/run/docker.sock --group-add "$(stat -c %g /var/run/docker.sock)" \
#     --env-file sparks.env sparks
#
# sparks.env holds TELEGRAM_BOT_TOKEN: the local chat listens on the container's own loopback, which nobody outside reaches.
# Who can use the socket is root on the host: give it to this container only, and never to a sandbox.
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS sandbox
COPY scripts/sandbox-packages.txt /tmp/sandbox-packages.txt
RUN apt-get update \
  && grep -v '^#' /tmp/sandbox-packages.txt | xargs env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
  && rm -rf /var/lib/apt/lists/* /tmp/sandbox-packages.txt /usr/share/doc /usr/share/man
# The runner's Node may be executed but not read: the kernel then closes its memory and streams to what it runs.
RUN userdel --remove node \
  && useradd --uid 10001 --user-group --create-home --shell /bin/bash agent \
  && mkdir -p /workspace /run/sparks /opt/sparks \
  && install -m 0711 /usr/local/bin/node /opt/sparks/node \
  && rm -rf /usr/local/lib/node_modules/corepack /usr/local/bin/corepack /usr/local/bin/docker-entrypoint.sh
ENV LANG=C.UTF-8
ENV PATH=/usr/local/bin:/usr/bin:/bin
WORKDIR /workspace
USER 10001:10001
ENTRYPOINT []
CMD ["true"]

FROM ${NODE_IMAGE} AS app
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates git \
  && rm -rf /var/lib/apt/lists/*
RUN useradd --uid 10002 --user-group --create-home sparks && install -d -o sparks -g sparks /srv/sparks
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No install script: better-sqlite3 brings its native part ready-made.
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund && npm cache clean --force
COPY . .
ENV NODE_ENV=production SPARKS_HOME=/srv/sparks
USER sparks
STOPSIGNAL SIGTERM
CMD ["node", "src/main.js", "up"]
