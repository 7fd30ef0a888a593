// What a receiver may answer, and what a client must make of it: `delivered`, or why it is tried again.

/** What becomes of an answer whose reply has this status and, where it may have a body, `{}`. */
export function fateAfter(status: number): string {
  if (status < 300) return 'delivered ack';
  if (status < 400) return 'retry redirect';
  if (status === 409) return 'retry busy';
  if ([401, 403, 404, 405, 407, 410, 501, 505].includes(status)) return 'retry config';
  if (status < 500 && ![408, 425, 429].includes(status)) return 'dead reject';
  return 'retry endpoint';
}

/** Replies with these have no body. */
export const BODYLESS = [204, 205, 304];

export interface HostileReply {
  name: string;
  status?: number;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
  /** Over https, where nobody else can have answered. */
  fate: string;
  /** Over http, where a receipt must look like one, if that is something else. */
  overHttp?: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const json = (name: string, body: string, fate: string, overHttp = fate, headers = {}): HostileReply => ({ name, body, fate, overHttp, headers: { ...JSON_TYPE, ...headers } });
const redirect = (name: string, status: number, location: string): HostileReply => ({ name, status, headers: { location }, fate: 'redirect' });

export const HOSTILE_REPLIES: readonly HostileReply[] = [
  json('an object that is not its own', '{"__proto__":{"ok":false,"id":"x"}}', 'delivered'),
  json('a constructor', '{"constructor":{"prototype":{"ok":false}}}', 'delivered'),
  json('an array', '[{"ok":false}]', 'delivered'),
  json('null', 'null', 'delivered'),
  json('a number beyond all numbers', '1e999', 'delivered'),
  json('half of an object', '{"ok":true', 'delivered', 'suspect'),
  json('ok as a text', '{"ok":"false"}', 'delivered'),
  json('ok: false', '{"ok":false}', 'suspect'),
  json('the id of somebody else', '{"ok":true,"id":"01a2134b-038b-7418-9911-4266572b3393"}', 'suspect'),
  json('an id that is an object', '{"ok":true,"id":{"toString":"x"}}', 'suspect'),
  json('arrays a thousand deep', '['.repeat(1000) + ']'.repeat(1000), 'delivered'),
  { name: 'a script', body: 'alert(1)', headers: { 'content-type': 'text/javascript' }, fate: 'delivered', overHttp: 'suspect' },
  { name: 'a page with a script', body: '<script>alert(1)</script>', headers: { 'content-type': 'text/html' }, fate: 'suspect' },
  { name: 'a page in capitals', body: '<HTML>', headers: { 'content-type': 'TEXT/HTML' }, fate: 'suspect' },
  { name: 'no type at all', body: new Uint8Array([0, 255, 254]), fate: 'delivered', overHttp: 'suspect' },
  { name: 'bytes that are no text', body: new Uint8Array([0xc3, 0x28, 0xa0, 0xa1]), headers: JSON_TYPE, fate: 'delivered', overHttp: 'suspect' },
  json('a million spaces', ' '.repeat(1_000_000), 'delivered', 'suspect'),
  redirect('a redirect to itself', 301, 'https://receiver.example/answers'),
  redirect('a redirect to another origin', 307, 'https://thief.example/'),
  redirect('a redirect to a script', 308, 'javascript:alert(1)'),
  json('a header that sets a cookie', '{"ok":true}', 'delivered', 'delivered', { 'set-cookie': 'a=b' }),
  json('a header that refreshes', '{"ok":true}', 'delivered', 'delivered', { refresh: '0; url=https://thief.example/' }),
];

/** Bodies that go on for ever. */
export const ENDLESS = ['a', '[', '{"ok":', ' ', '😀', '\u202e'];

/** Wishes to be left alone that no client may follow to the letter: at most a day and 30 s. */
export const HOSTILE_RETRY_AFTER = ['1e99', '99999999999999999999', '-1', 'NaN', 'Infinity', '0x10', '1, 2', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Fri, 31 Dec 9999 23:59:59 GMT', '<script>', ''];

/** A Retry-After, sent at a time in ms, and for how long it asks in ms; `undefined` where it makes no sense. */
export const RETRY_AFTER: readonly (readonly [header: (now: number) => string, asked: number | undefined])[] = [
  [() => '120', 120_000],
  [() => '0', 1000],
  [() => '1', 1000],
  [() => ' 7 ', 7000],
  [() => '99999999999999999999', 86_400_000],
  [(now) => new Date(now + 120_000).toUTCString(), 120_000],
  [(now) => rfc850(now + 120_000), 120_000],
  [(now) => asctime(now + 120_000), 120_000],
  [(now) => new Date(now - 86_400_000).toUTCString(), 1000],
  [(now) => new Date(now + 100 * 31_557_600_000).toUTCString(), 86_400_000],
  ...['-5', '1.5', '1e99', 'soon', '', 'NaN', 'Mon, 99 Nov 2026', '0x10', 'v 2099', '1 Jan 2099'].map((header) => [() => header, undefined] as const),
];

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** As servers once wrote it (RFC 9110, 5.6.7): `Sunday, 06-Nov-94 08:49:37 GMT`. */
function rfc850(at: number): string {
  const [, day, month, year, time] = new Date(at).toUTCString().split(' ') as [string, string, string, string, string];
  return `${DAYS[new Date(at).getUTCDay()]}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
}

/** As C does, with its zone: `Sun Nov 06 08:49:37 1994 GMT`. */
function asctime(at: number): string {
  const [weekday, day, month, year, time] = new Date(at).toUTCString().split(' ') as [string, string, string, string, string];
  return `${weekday.slice(0, 3)} ${month} ${day} ${time} ${year} GMT`;
}
