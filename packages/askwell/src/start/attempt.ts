import { issueWarning } from '@askwell/base';

/**
 * What a task gives; nothing where it throws, as storage does where it is denied, full, or holds no JSON. Where the task
 * is the page's own, a warning under its `name` says so.
 */
export function attempt<T>(task: () => T, name?: string): T | undefined {
  try {
    return task();
  } catch (error) {
    if (name) issueWarning(name, `${name}() has thrown: ${(error as Error).message}`);
    return undefined;
  }
}
