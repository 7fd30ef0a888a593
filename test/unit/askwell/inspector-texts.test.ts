import { de } from '@askwell/locales/inspector/de.js';
import { en } from '@askwell/locales/inspector/en.js';
import { describe, expect, it } from 'vitest';

const slots = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

describe('the German texts of the inspector', () => {
  it.each(Object.entries(en))('have the slots of %s', (name, english) => {
    expect(slots(de[name as keyof typeof de])).toEqual(slots(english));
  });

  it('have no text that English lacks', () => {
    expect(Object.keys(de)).toEqual(Object.keys(en));
  });
});
