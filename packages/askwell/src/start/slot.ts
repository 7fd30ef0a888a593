const NAME = 'askwell-prompt';

/**
 * Runs a task while no other tab, and no other kit, has a prompt; answers false where one has. In a
 * browser without locks each tab decides for itself.
 */
export async function inSlot(task: () => Promise<void>): Promise<boolean> {
  const { locks } = navigator;
  if (!locks) {
    await task();
    return true;
  }
  return locks.request(NAME, { ifAvailable: true }, async (lock) => {
    if (lock) await task();
    return !!lock;
  });
}

/** Resolves once no other has a prompt; rejects when `signal` says that nobody waits any more. */
export const untilFree = (signal: AbortSignal): Promise<void> => navigator.locks.request(NAME, { signal }, () => undefined);
