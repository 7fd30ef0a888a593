/** Puts values into the `{name}` slots of a text. A slot without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => (Object.hasOwn(values, name) ? `${values[name]}` : slot));
}
