/** The doors by which a text comes in, or goes out. */
export const PROVIDERS = ["telegram", "terminal", "workspace", "web", "mcp", "github", "memory", "outgoing"] as const;
export type Provider = (typeof PROVIDERS)[number];
