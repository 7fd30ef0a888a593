/** How far a number may be off: by `abs`, or by `rel` of the expected value, whichever is more. */
export interface Tolerance {
  abs?: number;
  rel?: number;
}

/**
 * Where and how `actual` departs from `expected`; undefined when it does not.
 * Arrays are compared element by element; keys that only `actual` has are allowed.
 */
export function mismatch(actual: unknown, expected: unknown, tolerance: Tolerance, at = 'result'): string | undefined {
  if (typeof expected === 'number') {
    const allowed = Math.max(tolerance.abs ?? 0, (tolerance.rel ?? 0) * Math.abs(expected));
    // A NaN is on neither side of "<=".
    if (typeof actual === 'number' && Math.abs(actual - expected) <= allowed) return undefined;
  } else if (Array.isArray(expected)) {
    if (Array.isArray(actual) && actual.length === expected.length) {
      return first(expected.map((value, index) => mismatch(actual[index], value, tolerance, `${at}[${index}]`)));
    }
  } else if (typeof expected === 'object' && expected !== null) {
    if (typeof actual === 'object' && actual !== null) {
      const values = actual as Record<string, unknown>;
      return first(Object.entries(expected).map(([key, value]) => mismatch(values[key], value, tolerance, `${at}.${key}`)));
    }
  } else if (actual === expected) {
    return undefined;
  }
  return `${at}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual) ?? String(actual)}`;
}

function first(found: (string | undefined)[]): string | undefined {
  return found.find((message) => message !== undefined);
}
