/* The parts of @open-wc/testing that the tests of the client use, without a browser. */
export { expect } from 'vitest';

export const aTimeout = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function waitUntil(predicate: () => unknown, message = 'Timeout', { timeout = 1000, interval = 10 } = {}): Promise<void> {
  const end = Date.now() + timeout;
  while (!(await predicate())) {
    if (Date.now() > end) throw new Error(message);
    await aTimeout(interval);
  }
}
