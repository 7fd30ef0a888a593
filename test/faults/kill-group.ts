import type { ChildProcess } from 'node:child_process';

/** Ends a process with all of the group that it leads, as a power switch of these alone. */
export async function killGroup(leader: ChildProcess): Promise<void> {
  if (leader.exitCode !== null || leader.signalCode !== null) return;
  const ended = new Promise((resolve) => leader.once('exit', resolve));
  process.kill(-leader.pid!, 'SIGKILL');
  await ended;
}
