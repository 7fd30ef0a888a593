/** The receiver's name for something: the one that was given for it, else its own. */
export function nameFor(names: Readonly<Record<string, string>>, own: string): string {
  return Object.hasOwn(names, own) ? names[own]! : own;
}
