import { issueWarning } from './issue-warning.js';

/** Tells the developer that an attribute has a value that means nothing, and which one stands in for it. */
export function warnOfValue(attribute: string, value: string, used: string): void {
  issueWarning(attribute, `${attribute}="${value}" is not known here; "${used}" is used.`);
}
