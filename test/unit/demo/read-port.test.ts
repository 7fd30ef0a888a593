import { describe, expect, it } from 'vitest';

import { readPort } from '../../../demo/server/read-port.js';

describe('PORT', () => {
  it.each([
    [undefined, 4700],
    ['', 4700],
    ['0', 0],
    ['8080', 8080],
    ['65535', 65535],
  ])('%j gives %d', (given, port) => {
    expect(readPort(given, 4700)).toBe(port);
  });

  it.each(['abc', '80.5', '-1', '65536', '80a', 'Infinity'])('%j is refused with an error that says what was expected', (given) => {
    expect(() => readPort(given, 4700)).toThrow(expect.objectContaining({ code: 'invalid-options', message: expect.stringContaining(given) }));
  });
});
