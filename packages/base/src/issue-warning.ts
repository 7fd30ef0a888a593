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
