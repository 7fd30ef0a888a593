/** What a task gives; nothing where it throws, as storage does where it is denied, full, or holds no JSON. */
export function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
