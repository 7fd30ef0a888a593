/**
 * A UUID of version 7 (RFC 9562): 48 bits of Unix milliseconds, the rest random.
 * It uses `getRandomValues`, which also exists on plain http pages, where `randomUUID` does not.
 */
export function uuidv7(now: number = Date.now()): string {
  const time = Math.max(0, now).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7xxx-yxxx-xxxxxxxxxxxx`.replace(/[xy]/g, (digit) => {
    const random = crypto.getRandomValues(new Uint8Array(1))[0]! & 15;
    return (digit === 'y' ? (random & 3) | 8 : random).toString(16);
  });
}
