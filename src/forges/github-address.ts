/** Where repositories are on a host: `webUrl` such as `https://github.com`, without a slash at the end. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/**
 * `ada/shop` of https://github.com/ada/shop.git, ssh://git@github.com/ada/shop or git@github.com:ada/shop.
 * @returns null for what is on another host, or names no repository
 */
export function slugOf(address: string, webUrl: string): string | null {
  const path = pathOn(address, new URL(webUrl));
  const [owner = "", name = "", more] = (path ?? "").replace(/^\//, "").replace(/\/$/, "").split("/");
  const bare = name.replace(/\.git$/, "");
  if (more !== undefined || !NAME.test(owner) || !NAME.test(bare) || bare === "..") return null;
  return `${owner}/${bare}`;
}
function pathOn(address: string, web: URL): string | null {
  const short = /^(?:[\w.-]+@)?([\w.-]+):(?!\/)(\S+)$/.exec(address);
  if (short !== null && !address.includes("://"))
    return short[1]?.toLowerCase() === web.hostname ? (short[2] ?? null) : null;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol === "ssh:") return url.hostname.toLowerCase() === web.hostname ? url.pathname : null;
  return url.protocol === web.protocol && url.host === web.host && url.username === "" && url.password === ""
    ? url.pathname
    : null;
}
