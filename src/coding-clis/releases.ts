import type { CodingCliName } from "../core/ports/coding-clis.ts";

/**
 * Which version of each coding CLI is used. `integrity` is that of the package in the npm registry, as a lock file states it: a package of
 * other bytes is not unpacked. To take another version change all of a line: `npm view <spec> dist.integrity`.
 */
export type Release = { readonly version: string; readonly packages: Readonly<Record<string, Package>> };
export type Package = {
  readonly spec: string;
  readonly integrity: string;
  /** Where the program lies in it. */
  readonly program: string;
};
/** By processor, as Node names it; all for Linux, since they run in the sandbox. */
export const RELEASES: Readonly<Record<CodingCliName, Release>> = {
  claude_code: {
    version: "2.1.330",
    packages: {
      x64: {
        spec: "@anthropic-ai/claude-code-linux-x64@2.1.330",
        integrity: "sha512-9Gn+V7DtJ8M1nztP9CeDVl9g3RtrepI7rOFTyPRRnZe8D6zebIHKmC7OvBauucuAP0X0k85SDN/LPVZyjsGezQ==",
        program: "claude",
      },
      arm64: {
        spec: "@anthropic-ai/claude-code-linux-arm64@2.1.330",
        integrity: "sha512-V4yanAY5EA5UpwwRPtjSfqDbNqAlUJeVn3NYZw2AgmRHjdpSsLtHAzbxRXfkAnbjwTXzE0uedjQxUY02ARPcsA==",
        program: "claude",
      },
    },
  },
  codex: {
    version: "0.169.0",
    packages: {
      x64: {
        spec: "@openai/codex@0.169.0-linux-x64",
        integrity: "sha512-o05NyAOCDygSPRo1yinzxvkRSdmsZyBD9E7mbpmjRanSfM8lypqWtQgEo4XfNkwhuCR2aFu8mlGOsQGFXVbVww==",
        program: "vendor/x86_64-unknown-linux-musl/bin/codex",
      },
      arm64: {
        spec: "@openai/codex@0.169.0-linux-arm64",
        integrity: "sha512-NZ/DaQUpcQmxmqee7Z9uC1rzw3GhSbooawcaTe1LN5Yk+WlinUKGdTXJgClRT/9ogQEEM9TWxYzvxPfj5G/xFg==",
        program: "vendor/aarch64-unknown-linux-musl/bin/codex",
      },
    },
  },
  opencode: {
    version: "1.18.33",
    packages: {
      x64: {
        // The one for older processors as well: it runs on all of them.
        spec: "opencode-linux-x64-baseline@1.18.33",
        integrity: "sha512-1KQGBiiDDeL/VHHbHkOvvFo8Jr97WT5+C1tear+p7IcDTnXgVHXqIjU4O4jM4mHQzykTP2i884FCnW5LDa+zCA==",
        program: "bin/opencode",
      },
    },
  },
};
