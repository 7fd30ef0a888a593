const NAME = 'askwell-prompt';

/**
 * Runs a task while no other tab, and no other kit, has a prompt, or `always`; answers false where one has. In a
 * browser without locks each tab decides for itself.
 */
export async function inSlot(task: () => Promise<void>, always?: boolean): Promise<boolean> {
  const run = async (free: unknown): Promise<boolean> => {
    if (free) await task();
    return !!free;
  };
  return (always ? undefined : navigator.locks?.request(NAME, { ifAvailable: true }, run)) ?? run(true);
}

/** Resolves once no other has a prompt; rejects when `signal` says that nobody waits any more. */
export const untilFree = (signal: AbortSignal): Promise<void> => navigator.locks.request(NAME, { signal }, () => undefined);
