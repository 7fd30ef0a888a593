const issued = new Set<string>();

/**
 * Tells the developer, once per page and message, what happened, what was expected and what to do.
 * An element never throws into the page; this is what it does instead.
 */
export function issueWarning(code: string, message: string): void {
  const line = `[askwell] ${message} (${code})`;
  if (issued.has(line)) return;
  issued.add(line);
  console.warn(line);
}

/** Tells the developer that the value of an attribute means nothing or cannot be loaded, and what stands in for it. */
export function warnOfValue(attribute: string, value: string, used: string): void {
  issueWarning(attribute, `${attribute}="${value}" cannot be used; "${used}" is used instead.`);
}
