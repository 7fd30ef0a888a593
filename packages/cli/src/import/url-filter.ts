import type { Condition, UrlPattern } from '@askwell/core';

/** How the peers compare an address with a text. */
export type UrlTest = 'exact' | 'contains' | 'startsWith' | 'endsWith';

/** A condition that is the same, or why there is none. `loose` says what it no longer looks at. */
export type UrlFilter = { condition: Condition; loose?: string } | { reason: string };

const HASH = 'query and hash of the address are not looked at any more';

/**
 * What a text that the peers look for in the whole address means for its host and its path. A glob looks at both apart,
 * so a text that could stand in either becomes two.
 */
export function urlFilter(test: UrlTest, value: string): UrlFilter {
  const scheme = /^(\*|[a-z][a-z\d+.-]*):\/\//i.exec(value)?.[0] ?? '';
  const rest = value.slice(scheme.length);
  const slash = rest.indexOf('/');
  const [host, path] = slash < 0 ? [rest, ''] : [rest.slice(0, slash), rest.slice(slash)];
  if (/[?#&=]/.test(value)) return queryFilter(test, value);
  if (/[*\s\\]/.test(value) || !value) return { reason: `a glob cannot say "${value}"` };
  const url = (pattern: UrlPattern): Condition => ({ url: pattern });
  const lower = host.toLowerCase();

  if (test === 'exact') return { condition: url(scheme ? { host: lower, path: path || '/' } : host ? { host: lower, path: path || '/' } : path), loose: HASH };
  if (test === 'startsWith') {
    if (!scheme && host) return { reason: `no address begins with "${value}"` };
    if (!scheme) return { condition: url(`${path}**`), loose: HASH };
    return { condition: url(path ? { host: lower, path: `${path}**` } : { host: `${lower}**` }), loose: HASH };
  }
  if (test === 'endsWith') {
    if (scheme) return { condition: url({ host: lower, path: path || '/' }), loose: HASH };
    if (/\/$/.test(rest)) return { reason: `a glob looks at no slash at the end, so it cannot say "${value}"` };
    // Every address with nothing after its host ends with the host.
    const whole: Condition[] = host ? [url({ host: `**${lower}`, path: path || '/' })] : [];
    return { condition: either([url(`**${rest}`), ...whole]), loose: HASH };
  }
  if (scheme) return { condition: url(path ? { host: lower, path: `${path}**` } : { host: `${lower}**` }), loose: HASH };
  const across: Condition[] = host ? [url(path ? { host: `**${lower}`, path: `${path}**` } : { host: `**${lower}**` })] : [];
  return { condition: either([...across, url(`**${rest}**`)]), loose: HASH };
}

/** Globs see no query; a parameter that has to be there can be asked for by its name. */
function queryFilter(test: UrlTest, value: string): UrlFilter {
  const [, name, is] = /^[?&]?([\w.-]+)(?:=([\w.-]*))?$/.exec(value) ?? [];
  if (test === 'contains' && name && /[?&=]/.test(value)) {
    return { condition: { url: { query: { [name]: is || true } } }, loose: `a parameter "${name}" has to be there as a whole` };
  }
  return { reason: `"${value}" is about the query or the hash, which globs do not see: use {"url":{"query":…}}` };
}

const either = (conditions: Condition[]): Condition => (conditions.length > 1 ? { any: conditions } : conditions[0]!);
