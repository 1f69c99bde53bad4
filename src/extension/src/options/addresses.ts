/** The origin of the API's address; null when it is none, or says more than an origin. */
export function apiOrigin(written: string): string | null {
  const text = written.trim();
  if (!URL.canParse(text)) return null;
  const { protocol, origin, pathname, search, hash, username } = new URL(text);
  return /^https?:$/.test(protocol) && pathname === '/' && !search && !hash && !username ? origin : null;
}

/** The host name of a site, from what people write or paste: a name, or a whole address. */
export function siteHost(written: string): string | null {
  const text = written.trim();
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(address)) return null;
  const { hostname } = new URL(address);
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$|^localhost$/.test(hostname) ? hostname : null;
}

/** The match pattern that lets the extension reach an origin. A pattern has no port. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
