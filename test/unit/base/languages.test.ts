import { fill, Languages } from '@askwell/base';
import { describe, expect, it } from 'vitest';

describe('Languages', () => {
  const languages = new Languages({ de: { hello: 'Hallo' }, 'zh-hant': { hello: '你好' }, fr: () => Promise.resolve({ hello: 'Bonjour' }) });

  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE-at-1996', 'de'],
    ['zh-Hant-TW', 'zh-hant'],
    ['fr', 'fr'],
    ['zh', undefined],
    ['tlh', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('finds for %j the language %j', (tag, found) => {
    expect(languages.match(tag)).toBe(found);
  });

  it('takes a language that the page adds', async () => {
    const texts = new Languages<{ hello: string }>({});
    texts.add('fi-FI', { hello: 'Hei' });
    expect(texts.match('fi-FI')).toBe('fi-fi');
    expect(await texts.get('fi-fi')).toEqual({ hello: 'Hei' });
  });

  it('knows which languages are written from right to left', async () => {
    const texts = { hello: '' };
    const all = new Languages({ ar: texts, he: texts, ur: texts, de: texts, arn: texts });
    const directions = await Promise.all(['ar-EG', 'he', 'ur', 'de', 'arn'].map(async (tag) => (await all.read(tag))?.dir));
    expect(directions).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr']);
  });

  it('fetches a language once', async () => {
    let fetched = 0;
    const texts = new Languages({ fr: () => Promise.resolve({ hello: `Bonjour ${++fetched}` }) });
    expect(await texts.get('fr')).toEqual({ hello: 'Bonjour 1' });
    expect(await texts.get('fr')).toEqual({ hello: 'Bonjour 1' });
  });

  it('rejects where a language cannot be fetched, and tries again the next time', async () => {
    let up = false;
    const texts = new Languages({ fr: () => (up ? Promise.resolve({ hello: 'Bonjour' }) : Promise.reject(new Error('offline'))) });
    await expect(texts.get('fr')).rejects.toThrow('offline');
    up = true;
    expect(await texts.get('fr')).toEqual({ hello: 'Bonjour' });
  });
});

describe('fill', () => {
  it('puts values into their slots and leaves slots without a value empty', () => {
    expect(fill('{a} and {b}, {a}', { a: 1, b: '<b>' })).toBe('1 and <b>, 1');
    expect(fill('{unknown} {constructor} {}', {})).toBe('  {}');
  });
});
