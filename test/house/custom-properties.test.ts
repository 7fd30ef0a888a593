import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const packages = fileURLToPath(new URL('../../packages/', import.meta.url));
const NAME = '--_?[a-z][\\w-]*';

interface Source {
  path: string;
  text: string;
}

interface Names {
  /** With the fallbacks that it is read with; an empty one is none. */
  read: Map<string, Set<string>>;
  defined: Set<string>;
  /** With the default that the documentation states. */
  documented: Map<string, string>;
}

const sources = (name: string): Source[] =>
  readdirSync(join(packages, name, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(packages, name, 'src', file))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const all = new Map(['base', 'surveys', 'charts', 'askwell'].flatMap(sources).map((source) => [source.path, source]));
const tokens = all.get(join(packages, 'base/src/tokens.styles.ts'))!;
const elements = [...all.values()].filter((source) => /^export class \w+ extends/m.test(source.text) && withSuperclasses(source).some(({ text }) => text.includes('@cssproperty')));

/** A class and those that it extends: what they document is documented for it too. */
function withSuperclasses(source: Source): Source[] {
  const [, name] = /^export (?:abstract )?class \w+(?:<.*?>)? extends (\w+)/m.exec(source.text) ?? [];
  const above = name && [...all.values()].find(({ text }) => new RegExp(`^export (?:abstract )?class ${name}\\b`, 'm').test(text));
  return [source, ...(above ? withSuperclasses(above) : [])];
}

/** A source and all that it imports, also lazily, from its own package; and the tokens, which every element has. */
function withImports(source: Source): Source[] {
  const found = new Set([source, tokens]);
  for (const { path, text } of found) {
    for (const [, specifier = ''] of text.matchAll(/(?:from|import)[\s(]+'(\.[^']+)\.js'/g)) {
      const imported = all.get(resolve(dirname(path), `${specifier}.ts`));
      if (imported) found.add(imported);
    }
  }
  return [...found];
}

/** From the bracket that opens before `start` to the one that closes it. */
function inBrackets(text: string, start: number): string {
  let depth = 1;
  let end = start;
  for (; depth > 0 && end < text.length; end++) depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
  return text.slice(start, end - 1);
}

function namesIn(files: readonly Source[]): Names {
  const names: Names = { read: new Map(), defined: new Set(), documented: new Map() };
  for (const { text } of files) {
    const code = text.replace(/\/\*[\s\S]*?\*\//g, '');
    for (const { index, 0: call } of code.matchAll(/var\(/g)) {
      const [name = '', ...fallback] = inBrackets(code, index + call.length).split(',');
      for (const each of spelledOut(name.trim())) {
        names.read.set(each, (names.read.get(each) ?? new Set()).add(fallback.join(',').trim()));
      }
    }
    for (const [, name = ''] of code.matchAll(new RegExp(`(${NAME})\\s*:`, 'g'))) names.defined.add(name);
    for (const [, name = '', , value = ''] of text.matchAll(new RegExp(`@cssproperty \\[?(${NAME})(=(.*?)\\])? - `, 'g'))) {
      names.documented.set(name, value);
    }
  }
  return names;
}

/** The names that one with a choice inside can be: `--_${x ? 'a' : 'b'}` is `--_a` or `--_b`. */
function spelledOut(name: string): string[] {
  const [before = '', choice] = name.split('${');
  if (choice === undefined) return [name];
  return [...choice.matchAll(/'([\w-]+)'/g)].map(([, word = '']) => before + word);
}

const isPublic = (name: string) => name.startsWith('--askwell-');
const isPrivate = (name: string) => name.startsWith('--_');
const missingFrom = (known: { has(name: string): boolean }, names: Iterable<string>) =>
  [...new Set(names)].filter((name) => !known.has(name)).sort();

describe('the reader of names', () => {
  it('sees fallbacks with brackets, choices inside a name, definitions and documentation', () => {
    const text = `
      /** @cssproperty [--askwell-a=f(1, 2)] - A. */
      --_b: var(--askwell-a, f(1, 2));
      color: var(--_\${x < 0 ? 'c' : 'd'});`;
    const { read, defined, documented } = namesIn([{ path: '', text }]);
    expect([...read]).toEqual([['--askwell-a', new Set(['f(1, 2)'])], ['--_c', new Set([''])], ['--_d', new Set([''])]]);
    expect([...defined]).toEqual(['--_b']);
    expect([...documented]).toEqual([['--askwell-a', 'f(1, 2)']]);
  });

  it('finds the elements', () => {
    expect(elements.length).toBeGreaterThan(0);
  });
});

describe.each(elements.map((element) => ({ name: relative(packages, element.path), element })))('$name', ({ element }) => {
  const { read, defined } = namesIn(withImports(element));
  const { documented } = namesIn(withSuperclasses(element));
  const used = [...read.keys()].filter(isPublic);

  it('documents every custom property that it reads', () => {
    // Of the tokens, which come with the base, an element documents those that show in it.
    const { read: shared } = namesIn([tokens]);
    expect(missingFrom(documented, used.filter((name) => !shared.has(name)))).toEqual([]);
  });

  it('reads every custom property that it documents', () => {
    expect(missingFrom(read, documented.keys())).toEqual([]);
  });

  it('reads each with one default, the one that it documents', () => {
    // One that is another property of the element is documented in words.
    const words = (name: string, value: string) => (value.startsWith('var(--_') ? documented.get(name) : value);
    const defaults = [...documented.keys()].map((name) => [name, [...new Set([...(read.get(name) ?? [])].map((value) => words(name, value)))]]);
    expect(defaults).toEqual([...documented].map(([name, value]) => [name, [value]]));
  });

  it('defines every private one that it reads', () => {
    expect(missingFrom(defined, [...read.keys()].filter(isPrivate))).toEqual([]);
  });
});

describe('all elements together', () => {
  const { read, defined, documented } = namesIn([...all.values()]);

  it('document every custom property of the packages', () => {
    expect(missingFrom(documented, [...read.keys()].filter(isPublic))).toEqual([]);
  });

  it('read every private one that is defined', () => {
    expect(missingFrom(read, [...defined].filter(isPrivate))).toEqual([]);
  });

  it('use no other names than these two kinds', () => {
    expect([...read.keys(), ...defined].filter((name) => !isPublic(name) && !isPrivate(name))).toEqual([]);
  });
});
