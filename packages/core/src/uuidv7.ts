/**
 * A UUID of version 7 (RFC 9562): 48 bits of Unix milliseconds, the rest random.
 * It uses `getRandomValues`, which also exists on plain http pages, where `randomUUID` does not.
 */
export function uuidv7(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = Math.max(0, Math.floor(now)).toString(16).padStart(12, '0').slice(-12);
  const variant = ((bytes[8]! & 0x3f) | 0x80).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20)}`;
}
