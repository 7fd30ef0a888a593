import { issueWarning } from './issue-warning.js';

/** Tells the developer that the value of an attribute means nothing or cannot be loaded, and what stands in for it. */
export function warnOfValue(attribute: string, value: string, used: string): void {
  issueWarning(attribute, `${attribute}="${value}" cannot be used; "${used}" is used instead.`);
}
