/**
 * A UUID of version 7 (RFC 9562): 48 bits of Unix milliseconds, 72 random ones.
 * It uses `getRandomValues`, which also exists on plain http pages, where `randomUUID` does not.
 */
export function uuidv7(now: number = Date.now()): string {
  const time = Math.max(0, now).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7xxx-8xxx-xxxxxxxxxxxx`.replace(/x/g, () =>
    (crypto.getRandomValues(new Uint8Array(1))[0]! & 15).toString(16),
  );
}
