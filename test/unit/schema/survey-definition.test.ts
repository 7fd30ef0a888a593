import { surveyDefinition, surveyDefinitionJsonSchema } from '@askwell/schema';
import { describe, expect, it } from 'vitest';

const rating = { type: 'rating', id: 'speed', question: { en: 'How fast?', de: 'Wie schnell?' }, scale: [1, 5] };
const form = (...steps: unknown[]) => ({ kind: 'form', question: 'Your visit', steps });

interface JsonSchema {
  type?: string;
  required?: string[];
  additionalProperties?: unknown;
  propertyNames?: unknown;
  properties?: Record<string, JsonSchema>;
  oneOf?: JsonSchema[];
  $defs?: Record<string, JsonSchema>;
}

describe('surveyDefinition', () => {
  it('returns a valid definition unchanged', () => {
    const definition = form(rating, { type: 'contact', id: 'contact', question: 'May we write to you?' });
    expect(surveyDefinition.parse(definition)).toEqual(definition);
  });

  it.each<[string, unknown, string, string | undefined]>([
    ['an unknown kind', { kind: 'NPS' }, 'kind', undefined],
    ['an unknown key', { kind: 'nps', title: 'x' }, '', 'Unrecognized key: "title"'],
    ['a wrong number of labels', { kind: 'csat', labels: ['a', 'b'] }, 'labels', 'Expected 5 labels'],
    ['a repeated reason', { kind: 'feedback', reasons: ['idea', 'idea'] }, 'reasons', 'Expected each reason once'],
    ['a link with a script', { kind: 'nps', thanks: { link: { href: 'javascript:x', text: 'x' } } }, 'thanks.link.href',
      'Expected an address with https:, http:, mailto: or tel:, or one relative to the page'],
    ['a repeated step', form(rating, rating), 'steps.1.id', 'Another step has this id'],
    ['a score in words', form({ type: 'text', id: 'score', question: '?' }), 'steps.0.id', 'Only a rating can have the id score'],
    ['faces of ten points', form({ ...rating, scale: [1, 10], look: 'faces' }), 'steps.0.look', 'Faces are for five points'],
    ['a branch back', form({ ...rating, next: [{ to: 'speed' }] }), 'steps.0.next.0.to', 'Expected the id of a later step, or end'],
    ['a band of five points', form({ ...rating, next: [{ if: { band: 'passive' }, to: 'end' }] }), 'steps.0.next.0.if.band',
      'Only a scale from 0 to 10 has these bands'],
  ])('says where %s is', (_name, value, path, message) => {
    const issue = surveyDefinition.safeParse(value).error!.issues[0]!;
    expect(issue.path.join('.')).toBe(path);
    if (message) expect(issue.message).toBe(message);
  });

  it('refuses a translation into __proto__ instead of dropping it', () => {
    const question: unknown = JSON.parse('{"en": "?", "__proto__": "?"}');
    expect(surveyDefinition.safeParse({ kind: 'nps', question }).success).toBe(false);
  });
});

describe('surveyDefinitionJsonSchema', () => {
  const { oneOf = [], $defs = {} } = surveyDefinitionJsonSchema as JsonSchema;

  it('has one branch a kind, with what each requires', () => {
    expect(oneOf.map(({ required, properties }) => [properties!.kind, required])).toEqual([
      [{ type: 'string', const: 'nps' }, ['kind']],
      [{ type: 'string', const: 'csat' }, ['kind']],
      [{ type: 'string', const: 'ces' }, ['kind']],
      [{ type: 'string', const: 'feedback' }, ['kind']],
      [{ type: 'string', const: 'form' }, ['kind', 'steps']],
    ]);
  });

  it('names what comes back again and again', () => {
    expect(Object.keys($defs)).toEqual(expect.arrayContaining(['Text', 'Thanks', 'BandTexts', 'Branch']));
  });

  it('closes every object but the maps of translations', () => {
    let closed = 0;
    JSON.stringify(surveyDefinitionJsonSchema, (_key, each: JsonSchema) => {
      if (each?.type === 'object' && !each.propertyNames) {
        expect(each.additionalProperties).toBe(false);
        closed += 1;
      }
      return each;
    });
    expect(closed).toBeGreaterThan(10);
  });

  it('has patterns that compile with the flag that JSON Schema asks for', () => {
    const patterns = JSON.stringify(surveyDefinitionJsonSchema).match(/"pattern":"(?:[^"\\]|\\.)*"/g)!;
    expect(patterns.length).toBeGreaterThan(5);
    for (const pattern of patterns) expect(() => new RegExp((JSON.parse(`{${pattern}}`) as { pattern: string }).pattern, 'u')).not.toThrow();
  });
});
