/** What `scripts/sandbox-image.sh` makes. The number goes up whenever what is in it changes. */
export const SANDBOX_IMAGE = "sparks-sandbox:1";
export const MAKE_IMAGE = "sh scripts/sandbox-image.sh";
