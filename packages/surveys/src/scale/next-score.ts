/** What a key does to a scale: the score that it leads to, or `undefined` where the key means nothing. */
export function nextScore(
  key: string,
  current: number | undefined,
  [min, max]: readonly [number, number],
  rightToLeft: boolean,
): number | undefined {
  const step: Record<string, number> = {
    ArrowUp: -1,
    ArrowDown: 1,
    ArrowLeft: rightToLeft ? 1 : -1,
    ArrowRight: rightToLeft ? -1 : 1,
  };
  if (key === 'Home') return min;
  if (key === 'End') return max;
  const by = step[key];
  if (!by) return undefined;
  const count = max - min + 1;
  const from = current ?? min;
  return ((from - min + by + count) % count) + min;
}
