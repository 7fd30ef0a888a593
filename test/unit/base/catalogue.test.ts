import { Catalogue, fill } from '@askwell/base';
import { describe, expect, it } from 'vitest';

const english = { hello: 'Hello' };

describe('Catalogue', () => {
  const catalogue = new Catalogue(english, { de: { hello: 'Hallo' }, 'zh-hant': { hello: '你好' }, fr: () => Promise.resolve({ hello: 'Bonjour' }) });

  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE-at-1996', 'de'],
    ['zh-Hant-TW', 'zh-hant'],
    ['en-GB', 'en'],
    ['fr', 'fr'],
    ['zh', undefined],
    ['tlh', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('finds for %j the language %j', (tag, found) => {
    expect(catalogue.match(tag)).toBe(found);
  });

  it('fetches a language once', async () => {
    let fetched = 0;
    const texts = new Catalogue(english, { fr: () => Promise.resolve({ hello: `Bonjour ${++fetched}` }) });
    expect(await texts.get('fr')).toEqual({ hello: 'Bonjour 1' });
    expect(texts.get('fr')).toEqual({ hello: 'Bonjour 1' });
  });

  it('rejects where a language cannot be fetched, and tries again the next time', async () => {
    let up = false;
    const texts = new Catalogue(english, { fr: () => (up ? Promise.resolve({ hello: 'Bonjour' }) : Promise.reject(new Error('offline'))) });
    await expect(texts.get('fr')).rejects.toThrow('offline');
    up = true;
    expect(await texts.get('fr')).toEqual({ hello: 'Bonjour' });
  });
});

describe('fill', () => {
  it('puts values into their slots and leaves other slots alone', () => {
    expect(fill('{a} and {b}, {a}', { a: 1, b: '<b>' })).toBe('1 and <b>, 1');
    expect(fill('{unknown} {constructor} {}', {})).toBe('{unknown} {constructor} {}');
  });
});
