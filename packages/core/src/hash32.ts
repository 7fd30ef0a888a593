/**
 * 32-bit hash of a string's UTF-16 code units: FNV-1a with the murmur3 finaliser, which spreads what FNV leaves uneven.
 * It names queues and decides sampling; it is no secret and no fingerprint.
 */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
