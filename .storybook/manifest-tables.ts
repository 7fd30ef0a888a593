import type { InputType } from 'storybook/internal/types';

interface Described {
  name: string;
  fieldName?: string;
  kind?: string;
  description?: string;
  default?: string;
  type?: { text: string };
  parameters?: { name: string }[];
  static?: boolean;
}

interface Declaration extends Partial<Record<'members' | 'attributes' | 'events' | 'slots' | 'cssParts' | 'cssProperties', Described[]>> {
  tagName?: string;
}

/** What `npm run manifest` makes. */
export interface Manifest {
  modules: { declarations?: Declaration[] }[];
}

/** The control for the type of an attribute: its words to choose from, where it takes words. */
function controlOf(type = ''): Partial<InputType> {
  const words = [...type.matchAll(/'([^']*)'/g)].map(([, word]) => word!);
  if (words.length && /^['|\s\w-]+$/.test(type)) return { type: { name: 'enum', value: words }, control: { type: 'select' }, options: words };
  if (type === 'boolean' || type === 'number') return { type: { name: type }, control: { type } };
  return { type: { name: 'string' }, control: { type: 'text' } };
}

const rows = (category: string, items: Described[] = [], more: (item: Described) => Partial<InputType> = () => ({ control: { disable: true } })): [string, InputType][] =>
  items.map((item) => [
    // An attribute, a slot and a part may have one name; Storybook's own tables would show only the last.
    category === 'attributes' || category === 'properties' ? item.name : `${category}: ${item.name}`,
    {
      name: item.name || '(default)',
      description: item.description ?? '',
      ...more(item),
      table: {
        category,
        ...(item.type && { type: { summary: item.type.text } }),
        ...(item.default !== undefined && { defaultValue: { summary: item.default } }),
      },
    },
  ]);

/** Everything public of a tag, from its manifest: attributes with controls, and by name what else it has. */
export function tablesOf(tag: string, { modules }: Manifest): Record<string, InputType> {
  const declaration = modules.flatMap(({ declarations = [] }) => declarations).find(({ tagName }) => tagName === tag);
  if (!declaration) return {};
  const { attributes = [], members = [], events, slots, cssParts, cssProperties } = declaration;
  const reflected = new Set(attributes.map(({ name, fieldName }) => fieldName ?? name));
  const own = members.filter(({ name, static: isStatic }) => !isStatic && !reflected.has(name));
  const methods = own.filter(({ kind, name }) => kind === 'method' && !/Callback$/.test(name));
  return Object.fromEntries([
    ...rows('attributes', attributes, ({ type }) => controlOf(type?.text)),
    ...rows('properties', own.filter(({ kind }) => kind === 'field'), ({ name }) => ({
      control: /^(definition|traits|meanings)$/.test(name) ? { type: 'object' } : { disable: true },
    })),
    ...rows('methods', methods),
    ...rows('events', events),
    ...rows('slots', slots),
    ...rows('parts', cssParts),
    ...rows('tokens', cssProperties),
  ]);
}
