/** What designers set: a custom property, what it is without, and by what it is edited. */
export interface Token {
  name: string;
  fallback: string;
  kind: 'color' | 'length' | 'time' | 'number' | 'text';
}

function kindOf(name: string, fallback: string): Token['kind'] {
  if (/rem$/.test(fallback)) return 'length';
  if (/^[\d.]+s$/.test(fallback)) return 'time';
  if (/^\d+$/.test(fallback)) return 'number';
  return /font|shadow/.test(name) ? 'text' : 'color';
}

/** From the bracket that opens before `start` to the one that closes it. */
function inBrackets(text: string, start: number): string {
  let end = start;
  for (let depth = 1; depth; end++) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
  return text.slice(start, end - 1);
}

/** The tokens that elements read, as their style sheets say; the first fallback counts. */
export function tokensOf(elements: Iterable<Element>): Token[] {
  const tokens = new Map<string, Token>();
  for (const { shadowRoot } of elements) {
    for (const { cssRules } of shadowRoot?.adoptedStyleSheets ?? []) {
      const text = [...cssRules].map(({ cssText }) => cssText).join('');
      for (const { index, 0: call } of text.matchAll(/var\((?=--askwell-)/g)) {
        const [, name = '', fallback = ''] = /^([\w-]+),([^]*)$/.exec(inBrackets(text, index + call.length)) ?? [];
        if (name && !tokens.has(name)) tokens.set(name, { name, fallback: fallback.trim(), kind: kindOf(name, fallback.trim()) });
      }
    }
  }
  return [...tokens.values()];
}
