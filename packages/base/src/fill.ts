/** Puts values into the `{name}` slots of a text. A slot without a value is left empty. */
export function fill(text: string, values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => `${(Object.hasOwn(values, name) ? values[name] : undefined) ?? ''}`);
}
